// The entry for pages and bundlers.

import { core } from './set.js';

export * from './panel-api.js';

export function init(source) {
  return core.loadPart('panel', source, () => new URL('./panel.wasm', import.meta.url));
}
