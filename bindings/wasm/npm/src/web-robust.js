// The entry for pages and bundlers.

import { core } from './set.js';

export * from './robust-api.js';

/** What is analysed is a batch of `dothi/panel`, so that part comes along, from beside this file. */
export async function init(source) {
  await Promise.all([
    core.loadPart('robust', source, () => new URL('./robust.wasm', import.meta.url)),
    core.loadPart('panel', undefined, () => new URL('./panel.wasm', import.meta.url)),
  ]);
}
