// The verbs: one function each.

import * as glue from './core.js';
import { fault } from './error.js';
import { bytes, options, places } from './input.js';
import { CriteriaSet, core, raw } from './set.js';
import { list, modules } from './sets/index.js';

export { DothiError } from './error.js';
export { CriteriaSet } from './set.js';

/** The criteria sets that come with the package, oldest edition of a set first. */
export function sets() {
  return structuredClone(list);
}

/** Loads a set of the package: its file is only fetched now. */
export async function loadSet(reference) {
  const fits = ({ id, set, edition }) => [id, set, `${set}@${edition}`].includes(reference);
  const found = list.findLast(fits);
  if (found === undefined) {
    const [asked, known] = [String(reference).slice(0, 80), list.map(({ id }) => id).join(', ')];
    throw fault('call.unknown_set', '/set', `\`${asked}\` không phải một trong: ${known}`, `\`${asked}\` is none of: ${known}`);
  }
  return criteriaSet((await modules[found.id]()).default);
}

/** Reads and checks a criteria file. */
export function criteriaSet(data) {
  return new CriteriaSet(data);
}

/** Reads city data and gives them as they were understood. */
export function cityFile(data, given) {
  return JSON.parse(core.call(() => glue.city_file(places(data), options(given))));
}

/** Every finding of a file, criteria or city data. */
export function check(data, given) {
  const { set, ...rest } = given ?? {};
  const file = () => (typeof data === 'object' && data !== null && 'schemes' in data ? bytes(data, '/data') : places(data));
  const verb = () => (set === undefined ? glue.check(file(), options(rest)) : glue.check_against(raw(set), file(), options(rest)));
  return JSON.parse(core.call(verb));
}

/** An empty city file to fill in. */
export function template(set, given = {}) {
  const text = core.call(() => glue.template(raw(set), options(given)));
  return given.format === 'csv' ? text : JSON.parse(text);
}

/** Judges one place. */
export function assess(set, data, given) {
  return JSON.parse(core.call(() => glue.assess(raw(set), places(data), options(given))));
}

/** Tells in words why a result is what it is. */
export function explain(set, data, given) {
  return core.call(() => glue.explain(raw(set), places(data), options(given)));
}

/** What to fix first so that a level is reached. */
export function gaps(set, data, given) {
  return JSON.parse(core.call(() => glue.gaps(raw(set), places(data), options(given))));
}
