// The entry for pages and bundlers. The part is over `tables`, which comes along from beside this file.

import { core } from './set.js';

export * from './form-api.js';

export async function init(source) {
  await Promise.all([
    core.loadPart('form', source, () => new URL('./form.wasm', import.meta.url)),
    core.loadPart('tables', undefined, () => new URL('./tables.wasm', import.meta.url)),
  ]);
}
