// The entry for pages and bundlers.

import { core } from './set.js';

export * from './xlsx-api.js';

/** Tables of other kinds are read too and files joined, so what does that comes along, from beside this file. */
export async function init(source) {
  await Promise.all([
    core.loadPart('xlsx', source, () => new URL('./xlsx.wasm', import.meta.url)),
    core.loadPart('tables', undefined, () => new URL('./tables.wasm', import.meta.url)),
    core.loadPart('merge', undefined, () => new URL('./merge.wasm', import.meta.url)),
  ]);
}
