// A criteria set that was read and checked.

import * as glue from './core.js';
import { fault } from './error.js';
import { bytes } from './input.js';
import { Instance } from './instance.js';

/** The module that is always there, and the parts that join it. */
export const core = new Instance(glue);

let inside;

export class CriteriaSet {
  /** The bytes of the file, or the text that a set of the package was packed in. */
  #source;
  #parts;
  #summary;
  #file;
  #kept;

  /**
   * @param summary what is known of a set of the package
   * @param parts what judging by it needs
   */
  constructor(data, summary, parts = []) {
    this.#source = summary === undefined ? bytes(data, '/set').slice() : data;
    this.#parts = parts;
    const read = () => JSON.parse(glue.summary(this.#keep(new glue.Set(this.#source))));
    this.#summary = Object.freeze(summary === undefined ? core.call(read, 'check') : structuredClone(summary));
  }

  static {
    inside = (set) => set.#inside();
  }

  /** The set inside the module; read again when the instance that held it broke. */
  #inside() {
    if (this.#kept?.generation === core.generation) return this.#kept.raw;
    if (typeof this.#source === 'string') return core.call(() => this.#keep(glue.Set.packed(this.#source)), ...this.#parts);
    return core.call(() => this.#keep(new glue.Set(this.#source)), 'check');
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
    return (this.#file ??= JSON.parse(this.#text()));
  }

  #text() {
    return typeof this.#source === 'string' ? core.call(() => glue.set_file(this.#inside()), 'check') : new TextDecoder().decode(this.#source);
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
