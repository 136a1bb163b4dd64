// A criteria set that was read and checked.

import * as glue from './core.js';
import { fault } from './error.js';
import { bytes } from './input.js';
import { Instance } from './instance.js';

/** The module that is always there. */
export const core = new Instance(glue);

let inside;

export class CriteriaSet {
  #bytes;
  #summary;
  #file;
  #kept = new Map();

  constructor(data) {
    this.#bytes = bytes(data, '/set').slice();
    this.#summary = Object.freeze(JSON.parse(core.call(() => glue.summary(this.#inside(core)))));
  }

  static {
    inside = (set, instance) => set.#inside(instance);
  }

  /** The set inside a module; read again when the instance that held it broke. */
  #inside(instance) {
    let kept = this.#kept.get(instance);
    if (kept === undefined || kept.generation !== instance.generation) {
      kept = { raw: instance.set(this.#bytes), generation: instance.generation };
      this.#kept.set(instance, kept);
    }
    return kept.raw;
  }

  /** The file itself, for the other modules of the package. */
  get [Symbol.for('dothi.bytes')]() {
    return this.#bytes;
  }

  get id() {
    return this.#summary.id;
  }

  get summary() {
    return this.#summary;
  }

  get file() {
    return (this.#file ??= JSON.parse(new TextDecoder().decode(this.#bytes)));
  }

  toJSON() {
    return this.file;
  }
}

/** The set inside a module, within a call. */
export function raw(set, instance = core, at = '/set') {
  if (!(set instanceof CriteriaSet)) {
    throw fault('call.not_a_set', at, 'ở đây cần một bộ tiêu chí, do `criteriaSet` hoặc `loadSet` trả về', 'expected a criteria set, as `criteriaSet` or `loadSet` return it');
  }
  return inside(set, instance);
}
