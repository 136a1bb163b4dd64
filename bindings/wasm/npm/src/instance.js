// One instance of a module: whether it is there, and what happens when it breaks.

import { DothiError, fault } from './error.js';

export class Instance {
  #glue;
  #ready = false;

  /** Grows whenever a broken instance was replaced: what was kept inside the old one is gone. */
  generation = 0;

  /** @param glue what wasm-bindgen wrote for the module */
  constructor(glue) {
    this.#glue = glue;
  }

  /** Runs a verb. Nothing but a DothiError comes out of it, and the next call finds a sound instance. */
  call(verb) {
    if (!this.#ready) {
      throw fault('call.not_ready', '', 'mô-đun chưa được nạp; hãy chờ `await init()` trước', 'the module is not loaded yet; wait for `await init()` first');
    }
    try {
      return verb();
    } catch (error) {
      if (error instanceof DothiError) throw error;
      if (typeof error === 'string') throw new DothiError(JSON.parse(error));
      throw this.#broken(error);
    }
  }

  /** Keeps a criteria set inside the module. */
  set(bytes) {
    return new this.#glue.Set(bytes);
  }

  /** The module is there at once: where files can be read. */
  start(module) {
    this.#glue.initSync({ module });
    this.#ready = true;
  }

  /** Fetches the module, as often as it is called, once. */
  load(source) {
    this.loading ??= this.#glue.default({ module_or_path: source }).then(
      () => {
        this.#ready = true;
      },
      (error) => {
        this.loading = undefined;
        throw fault('call.not_loaded', '', 'không nạp được mô-đun WebAssembly', 'the WebAssembly module could not be loaded', error);
      },
    );
    return this.loading;
  }

  #broken(cause) {
    this.generation += 1;
    try {
      this.#glue.__wbg_reset_state();
    } catch {
      this.#ready = false;
    }
    return fault(
      'call.internal',
      '',
      'lỗi bên trong hoặc hết bộ nhớ; kết quả bị bỏ, có thể gọi tiếp. Xin báo lỗi kèm dữ liệu gây ra',
      'an internal fault, or no memory left; there is no result, further calls work. Please report it with the data that led here',
      cause,
    );
  }
}
