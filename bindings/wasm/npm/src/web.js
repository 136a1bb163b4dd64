// The entry for pages and bundlers: the module is fetched by `init`.

import load from './core.js';
import { fault } from './error.js';
import { started } from './instance.js';

export * from './api.js';

let loading;

/** Fetches the module, from beside this file or from where the caller says; as often as it is called, once. */
export function init(source) {
  loading ??= load({ module_or_path: source ?? new URL('./core.wasm', import.meta.url) }).then(started, (error) => {
    loading = undefined;
    throw fault('call.not_loaded', '', 'không nạp được mô-đun core.wasm', 'the module core.wasm could not be loaded', error);
  });
  return loading;
}
