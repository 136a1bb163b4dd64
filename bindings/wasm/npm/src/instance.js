// One instance of a module: whether it is there, which parts have joined it, and what happens when it breaks.

import { DothiError, fault } from './error.js';

/** Parts with an entry of their own in the package, which has its `init`. */
const ENTRIES = ['tools', 'xlsx', 'form', 'report', 'panel', 'robust', 'programme'];

/** Parts that use what another one brings, which has to join first. */
const OVER = { xlsx: 'tables', form: 'tables', robust: 'panel' };

export class Instance {
  #glue;
  #ready = false;
  /** Parts as they were compiled, by name. */
  #parts = new Map();
  #loading = new Map();
  /** Parts that have joined the present instance. */
  #joined = new Set();

  /** Grows whenever a broken instance was replaced: what was kept inside the old one is gone. */
  generation = 0;

  /** Reads the file of a part, where that can be done at once. */
  read;

  /** @param glue what wasm-bindgen wrote for the module */
  constructor(glue) {
    this.#glue = glue;
  }

  /** Runs a verb that needs parts. Nothing but a DothiError comes out of it, and the next call finds a sound instance. */
  call(verb, ...parts) {
    if (!this.#ready) {
      throw fault('call.not_ready', '', 'mô-đun chưa được nạp; hãy chờ `await init()` trước', 'the module is not loaded yet; wait for `await init()` first');
    }
    for (const part of parts) this.#join(part);
    try {
      return verb();
    } catch (error) {
      if (error instanceof DothiError) throw error;
      if (typeof error === 'string') throw new DothiError(JSON.parse(error));
      throw this.#broken(error);
    }
  }

  /** The module is there at once: where files can be read. */
  start(module) {
    this.#glue.initSync({ module });
    this.#ready = true;
  }

  /** Fetches the module, as often as it is called, once, from where the caller says or else from its place. */
  load(source, place) {
    return this.#once('', async () => {
      await this.#glue.default({ module_or_path: source ?? place() });
      this.#ready = true;
    });
  }

  /** Fetches a part, as often as it is called, once, from where the caller says or else from its place. It joins when a verb needs it. */
  loadPart(part, source, place) {
    return this.#once(part, async () => {
      this.#parts.set(part, await compiled(source ?? place()));
    });
  }

  #once(what, load) {
    if (!this.#loading.has(what)) {
      const done = load().catch((error) => {
        this.#loading.delete(what);
        throw fault('call.not_loaded', '', 'không nạp được mô-đun WebAssembly', 'the WebAssembly module could not be loaded', error);
      });
      this.#loading.set(what, done);
    }
    return this.#loading.get(what);
  }

  /**
   * A part has the memory and the functions of the module it joins, most of them by their place in its table, and adds its own to what
   * the glue calls.
   */
  #join(part) {
    if (this.#joined.has(part)) return;
    if (part in OVER) this.#join(OVER[part]);
    if (!this.#parts.has(part)) {
      if (this.read === undefined) {
        const wait = ENTRIES.includes(part) ? `\`init()\` (\`dothi/${part}\`)` : `\`loadPart('${part}')\``;
        throw fault('call.not_ready', '', `phần \`${part}\` chưa được nạp; hãy chờ ${wait} trước`, `the part \`${part}\` is not loaded yet; wait for ${wait} first`);
      }
      this.#parts.set(part, new WebAssembly.Module(this.read(part)));
    }
    const core = new Proxy(this.#glue.wasm, { get: (wasm, name) => wasm[name] ?? wasm.__table.get(Number(name)) });
    Object.assign(this.#glue.wasm, new WebAssembly.Instance(this.#parts.get(part), { core }).exports);
    this.#joined.add(part);
  }

  #broken(cause) {
    this.generation += 1;
    this.#joined.clear();
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

/** A part, from wherever it comes. */
async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const answer = source instanceof Response ? source : await fetch(source);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}: ${answer.url}`);
  return WebAssembly.compile(await answer.arrayBuffer());
}
