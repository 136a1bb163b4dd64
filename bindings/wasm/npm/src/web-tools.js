// The entry for pages and bundlers.

import { tools } from './tools-api.js';

export * from './tools-api.js';

export function init(source) {
  return tools.load(source ?? new URL('./tools.wasm', import.meta.url));
}
