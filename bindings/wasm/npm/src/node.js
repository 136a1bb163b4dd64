// The entry for Node: the module is there as soon as it is imported.

import { readFileSync } from 'node:fs';
import { initSync } from './core.js';
import { started } from './instance.js';

export * from './api.js';

initSync({ module: readFileSync(new URL('./core.wasm', import.meta.url)) });
started();

/** There for pages, which have to wait; here nothing is left to do. */
export async function init() {}
