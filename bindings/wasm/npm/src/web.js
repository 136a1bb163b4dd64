// The entry for pages and bundlers: the module is fetched by `init`.

import { core } from './set.js';

export * from './api.js';

/** Fetches the module, from beside this file or from where the caller says. */
export function init(source) {
  return core.load(source ?? new URL('./core.wasm', import.meta.url));
}
