// The verbs: one function each.

import * as glue from './core.js';
import { bytes, options, places, tables } from './input.js';
import { CriteriaSet, core, raw } from './set.js';

export { DothiError } from './error.js';
export { loadSet, sets } from './released.js';
export { CriteriaSet } from './set.js';

/** A verb about data: they go in as bytes, and a table brings the part that reads it. */
function about(data, verb, ...parts) {
  const file = places(data);
  return core.call(() => verb(file), ...parts, ...tables(file));
}

/** Reads and checks a criteria file. */
export function criteriaSet(data) {
  return new CriteriaSet(data);
}

/** Reads city data and gives them as they were understood. */
export function cityFile(data, given) {
  return JSON.parse(about(data, (file) => glue.city_file(file, options(given)), 'tables'));
}

/** Every finding of a file, criteria or city data. */
export function check(data, given) {
  const { set, ...rest } = given ?? {};
  const isSet = typeof data === 'object' && data !== null && 'schemes' in data;
  const file = isSet ? bytes(data, '/data') : places(data);
  const verb = () => (set === undefined ? glue.check(file, options(rest)) : glue.check_against(raw(set), file, options(rest)));
  return JSON.parse(core.call(verb, 'check', ...tables(file)));
}

/** An empty city file to fill in. */
export function template(set, given = {}) {
  const text = core.call(() => glue.template(raw(set), options(given)), 'tables');
  return given.format === 'csv' ? text : JSON.parse(text);
}

/** Judges one place. */
export function assess(set, data, given) {
  const result = JSON.parse(about(data, (file) => glue.assess(raw(set), file, options(given))));
  share(result.verified?.tree, result.self_assessed.tree);
  return result;
}

/** A criterion that both views tell alike comes once, and is one object in both. */
function share(node, other) {
  node?.children?.forEach((child, i, children) => {
    if (Object.keys(child).length > 0) share(child, other.children[i]);
    else children[i] = other.children[i];
  });
}

/** Tells in words why a result is what it is. */
export function explain(set, data, given) {
  return about(data, (file) => glue.explain(raw(set), file, options(given)), 'explain');
}

/** What to fix first so that a level is reached. */
export function gaps(set, data, given) {
  return JSON.parse(about(data, (file) => glue.gaps(raw(set), file, options(given)), 'gaps'));
}
