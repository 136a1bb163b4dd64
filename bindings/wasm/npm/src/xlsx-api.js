// Workbooks read, and the files of several departments joined: the verbs of the part `xlsx`. It reads JSON and CSV as well.

import * as glue from './core.js';
import { options, places } from './input.js';
import { core } from './set.js';

const run = (verb, ...parts) => JSON.parse(core.call(verb, 'xlsx', ...parts));

/** Reads city data, and says where each figure stood. */
export function cityFile(data, given) {
  return run(() => glue.city_file(places(data), options(given)));
}

/** Joins the files of several departments, or names every contradiction. */
export function merge(files, given = {}) {
  return run(() => {
    const all = new glue.Files(options(given));
    for (const { name, data } of files) all.add(String(name), places(data));
    return all.merge();
  }, 'merge');
}
