// A criteria set that was read and checked.

import { Set as Raw, summary } from './core.js';
import { fault } from './error.js';
import { bytes } from './input.js';
import { call, generation } from './instance.js';

let inside;

export class CriteriaSet {
  #bytes;
  #raw;
  #generation;
  #summary;
  #file;

  constructor(data) {
    this.#bytes = bytes(data, '/set').slice();
    this.#summary = Object.freeze(JSON.parse(call(() => summary(this.#inside()))));
  }

  static {
    inside = (set) => set.#inside();
  }

  /** The set inside the module; read again when the instance that held it broke. */
  #inside() {
    if (this.#raw === undefined || this.#generation !== generation) {
      this.#raw = new Raw(this.#bytes);
      this.#generation = generation;
    }
    return this.#raw;
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

/** The set inside the module, within a call. */
export function raw(set) {
  if (!(set instanceof CriteriaSet)) {
    throw fault('call.not_a_set', '/set', 'ở đây cần một bộ tiêu chí, do `criteriaSet` hoặc `loadSet` trả về', 'expected a criteria set, as `criteriaSet` or `loadSet` return it');
  }
  return inside(set);
}
