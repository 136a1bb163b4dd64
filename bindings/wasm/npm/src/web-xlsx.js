// The entry for pages and bundlers.

import { xlsx } from './xlsx-api.js';

export * from './xlsx-api.js';

export function init(source) {
  return xlsx.load(source ?? new URL('./xlsx.wasm', import.meta.url));
}
