// Workbooks written: the verbs of form.wasm.

import * as glue from './form.js';
import { options, places } from './input.js';
import { Instance } from './instance.js';
import { raw } from './set.js';

export const form = new Instance(glue);

/** The form of a set, empty. */
export function template(set, given) {
  return form.call(() => glue.form(raw(set, form), options(given)));
}

/** The form of a set, filled with the data of a place. */
export function write(set, data, given) {
  return form.call(() => glue.filled(raw(set, form), places(data), options(given)));
}

/** One table of all places. */
export function writeTable(data, given) {
  return form.call(() => glue.table(places(data), options(given)));
}
