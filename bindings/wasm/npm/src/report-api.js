// Reports and charts: the verbs of the part `report`.

import * as glue from './core.js';
import { options, places, tables } from './input.js';
import { core, raw } from './set.js';

function run(verb, set, data, given) {
  const file = places(data);
  return core.call(() => verb(raw(set), file, options(given)), 'report', ...tables(file));
}

/** The report of one place as an HTML file. */
export function html(set, data, options) {
  return run(glue.report, set, data, options);
}

/** The charts of a report, each a whole SVG file. */
export function charts(set, data, options) {
  return JSON.parse(run(glue.charts, set, data, options));
}
