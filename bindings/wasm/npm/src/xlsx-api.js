// Workbooks read, and the files of several departments joined: the verbs of xlsx.wasm. It reads JSON and CSV as well.

import { options, places } from './input.js';
import { Instance } from './instance.js';
import * as glue from './xlsx.js';

export const xlsx = new Instance(glue);

/** Reads city data, and says where each figure stood. */
export function cityFile(data, given) {
  return JSON.parse(xlsx.call(() => glue.city_file(places(data), options(given))));
}

/** Joins the files of several departments, or names every contradiction. */
export function merge(files, given = {}) {
  const verb = () => {
    const all = new glue.Files(options(given));
    for (const { name, data } of files) all.add(String(name), places(data));
    return all.merge();
  };
  return JSON.parse(xlsx.call(verb));
}
