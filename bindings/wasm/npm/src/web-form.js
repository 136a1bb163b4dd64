// The entry for pages and bundlers.

import { core } from './set.js';

export * from './form-api.js';

export function init(source) {
  return core.loadPart('form', source, () => new URL('./form.wasm', import.meta.url));
}
