// The entry for pages and bundlers.

import { partOf } from './part.js';
import { core } from './set.js';

export * from './programme-api.js';

export function init(source) {
  return core.loadPart('programme', source, () => new URL('./programme.wasm', import.meta.url));
}

// Each in full, so that bundlers see them.
const parts = {
  synthesis: () => new URL('./synthesis.wasm', import.meta.url),
  planning: () => new URL('./planning.wasm', import.meta.url),
  pilots: () => new URL('./pilots.wasm', import.meta.url),
  pages: () => new URL('./pages.wasm', import.meta.url),
  word: () => new URL('./word.wasm', import.meta.url),
};

/** Fetches what only some verbs need. */
export const loadPart = (part, source) => partOf(parts, part, source);
