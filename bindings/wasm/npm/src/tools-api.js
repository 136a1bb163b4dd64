// Editions beside each other, and records: the verbs of the part `tools`.

import * as glue from './core.js';
import { NONE, bytes, options, places, tables } from './input.js';
import { core, raw } from './set.js';

const run = (verb, ...files) => JSON.parse(core.call(() => verb(...files), 'tools', ...tables(...files)));

/** What differs between two editions. */
export function diff(before, now) {
  return run(() => glue.diff(raw(before, '/before'), raw(now, '/now')));
}

/** A place judged by two editions, and why it came out otherwise. */
export function carry(before, now, data, given = {}) {
  const { newer, ...rest } = given;
  const verb = (file, beside) => glue.carry(raw(before, '/before'), raw(now, '/now'), file, beside, options(rest));
  return run(verb, places(data), newer === undefined ? NONE : places(newer));
}

/** An assessment that anybody can replay. */
export function record(set, data, given) {
  return run((file) => glue.record(raw(set), file, options(given)), places(data));
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
  const { data, ...rest } = given;
  const verb = (beside) => glue.verify(raw(set), bytes(file, '/record'), beside, options(rest));
  return run(verb, data === undefined ? NONE : places(data));
}
