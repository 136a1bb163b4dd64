// The module behind the element: fetched once, called with bytes and JSON text, made anew when it breaks.

import { DothiError, fault } from '../error.js';
import { bytes, options, places } from '../input.js';
import load, * as module from './card.js';

let loading;
let generation = 0;
let sheets;

/** Fetches the module, from beside this file or from where the caller says; as often as it is called, once. */
export function init(source) {
  loading ??= load({ module_or_path: source ?? new URL('./card.wasm', import.meta.url) }).then(
    () => undefined,
    (error) => {
      loading = undefined;
      throw fault('call.not_loaded', '', 'không nạp được mô-đun card.wasm', 'the module card.wasm could not be loaded', error);
    },
  );
  return loading;
}

/** A set kept inside the module; read again when the instance that held it broke. */
export class KeptSet {
  #bytes;
  #raw;
  #generation;

  constructor(data) {
    this.#bytes = bytes(data?.[Symbol.for('dothi.bytes')] ?? data, '/set').slice();
    this.use(() => {});
  }

  /** Runs something with the set inside the module. */
  use(run) {
    return call(() => {
      if (this.#raw === undefined || this.#generation !== generation) {
        this.#raw = new module.Set(this.#bytes);
        this.#generation = generation;
      }
      return run(this.#raw);
    });
  }

  free() {
    if (this.#generation === generation) this.#raw?.free();
    this.#raw = undefined;
  }
}

/** City data as they were understood. */
export const city = (data, given) => JSON.parse(call(() => module.city(places(data), options(given))));

/** What a scorecard shows of a place. */
export const card = (set, data, given) => JSON.parse(set.use((raw) => module.card(raw, places(data), options(given))));

/** Colours of outcomes and charts. */
export const style = () => (sheets ??= JSON.parse(call(() => module.style())));

function call(verb) {
  try {
    return verb();
  } catch (error) {
    if (error instanceof DothiError) throw error;
    if (typeof error === 'string') throw new DothiError(JSON.parse(error));
    generation += 1;
    module.__wbg_reset_state();
    throw fault('call.internal', '', 'lỗi bên trong hoặc hết bộ nhớ; xin báo lỗi kèm dữ liệu gây ra', 'an internal fault, or no memory left; please report it with the data that led here', error);
  }
}
