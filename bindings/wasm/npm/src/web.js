// The entry for pages and bundlers: the module is fetched by `init`, its parts by `loadPart`.

import { partOf } from './part.js';
import { places } from './released.js';
import { core } from './set.js';

export * from './api.js';

// Each in full, so that bundlers see them.
const parts = {
  check: () => new URL('./check.wasm', import.meta.url),
  explain: () => new URL('./explain.wasm', import.meta.url),
  gaps: () => new URL('./gaps.wasm', import.meta.url),
  methods: places.methods,
  merge: () => new URL('./merge.wasm', import.meta.url),
  tables: () => new URL('./tables.wasm', import.meta.url),
};

/** Fetches the module, from beside this file or from where the caller says. */
export function init(source) {
  return core.load(source, () => new URL('./core.wasm', import.meta.url));
}

/** Fetches what only some verbs need. */
export const loadPart = (part, source) => partOf(parts, part, source);
