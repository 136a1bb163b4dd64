// Workbooks written: the verbs of the part `form`.

import * as glue from './core.js';
import { options, places, tables } from './input.js';
import { core, raw } from './set.js';

/** The form of a set, empty. */
export function template(set, given) {
  return core.call(() => glue.form(raw(set), options(given)), 'form');
}

/** The form of a set, filled with the data of a place. */
export function write(set, data, given) {
  const file = places(data);
  return core.call(() => glue.filled(raw(set), file, options(given)), 'form', ...tables(file));
}

/** One table of all places. */
export function writeTable(data, given) {
  const file = places(data);
  return core.call(() => glue.table(file, options(given)), 'form', ...tables(file));
}
