// Reports and charts: the verbs of report.wasm.

import { options } from './input.js';
import { Instance } from './instance.js';
import { jsonPlaces } from './json.js';
import * as glue from './report.js';
import { raw } from './set.js';

export const report = new Instance(glue);

const given = (data, { numbers, ...rest } = {}) => [jsonPlaces(data, numbers), options(rest)];

/** The report of one place as an HTML file. */
export function html(set, data, options) {
  return report.call(() => glue.report(raw(set, report), ...given(data, options)));
}

/** The charts of a report, each a whole SVG file. */
export function charts(set, data, options) {
  return JSON.parse(report.call(() => glue.charts(raw(set, report), ...given(data, options))));
}
