// The entry for pages and bundlers.

import { core } from './set.js';

export * from './tools-api.js';

export function init(source) {
  return core.loadPart('tools', source, () => new URL('./tools.wasm', import.meta.url));
}
