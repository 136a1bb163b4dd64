// Editions beside each other, and records: the verbs of tools.wasm.

import { bytes, options } from './input.js';
import { Instance } from './instance.js';
import { jsonPlaces } from './json.js';
import { raw } from './set.js';
import * as glue from './tools.js';

export const tools = new Instance(glue);

const NONE = new Uint8Array();
const run = (verb) => JSON.parse(tools.call(verb));

/** What differs between two editions. */
export function diff(before, now) {
  return run(() => glue.diff(raw(before, tools, '/before'), raw(now, tools, '/now')));
}

/** A place judged by two editions, and why it came out otherwise. */
export function carry(before, now, data, given = {}) {
  const { newer, numbers, ...rest } = given;
  return run(() => {
    const beside = newer === undefined ? NONE : jsonPlaces(newer, numbers);
    return glue.carry(raw(before, tools, '/before'), raw(now, tools, '/now'), jsonPlaces(data, numbers), beside, options(rest));
  });
}

/** An assessment that anybody can replay. */
export function record(set, data, given = {}) {
  const { numbers, ...rest } = given;
  return run(() => glue.record(raw(set, tools), jsonPlaces(data, numbers), options(rest)));
}

/** The copy of a record for everybody. */
export function publicCopy(file) {
  return run(() => glue.public_copy(bytes(file, '/record')));
}

/** What a record says of itself; whether that is true only `verify` says. */
export function recordSummary(file) {
  return run(() => glue.record_summary(bytes(file, '/record')));
}

/** Whether a record holds. */
export function verify(set, file, given = {}) {
  const { data, numbers, ...rest } = given;
  return run(() => glue.verify(raw(set, tools), bytes(file, '/record'), data === undefined ? NONE : jsonPlaces(data, numbers), options(rest)));
}
