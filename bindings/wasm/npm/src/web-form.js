// The entry for pages and bundlers.

import { form } from './form-api.js';

export * from './form-api.js';

export function init(source) {
  return form.load(source ?? new URL('./form.wasm', import.meta.url));
}
