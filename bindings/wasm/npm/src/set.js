// A criteria set that was read and checked.

import * as glue from './core.js';
import { fault } from './error.js';
import { bytes } from './input.js';
import { Instance } from './instance.js';

/** The module that is always there, and the parts that join it. */
export const core = new Instance(glue);

let inside;

export class CriteriaSet {
  #bytes;
  #summary;
  #file;
  #kept;

  /** @param summary what is known of a file that was checked when the package was built */
  constructor(data, summary) {
    this.#bytes = bytes(data, '/set').slice();
    const read = () => JSON.parse(glue.summary(this.#keep(new glue.Set(this.#bytes))));
    this.#summary = Object.freeze(summary === undefined ? core.call(read, 'check') : structuredClone(summary));
  }

  static {
    inside = (set) => set.#inside();
  }

  /** The set inside the module; read again when the instance that held it broke. */
  #inside() {
    return this.#kept?.generation === core.generation ? this.#kept.raw : this.#keep(glue.Set.checked(this.#bytes));
  }

  #keep(raw) {
    this.#kept = { raw, generation: core.generation };
    return raw;
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
export function raw(set, at = '/set') {
  if (!(set instanceof CriteriaSet)) {
    throw fault('call.not_a_set', at, 'ở đây cần một bộ tiêu chí, do `criteriaSet` hoặc `loadSet` trả về', 'expected a criteria set, as `criteriaSet` or `loadSet` return it');
  }
  return inside(set);
}
