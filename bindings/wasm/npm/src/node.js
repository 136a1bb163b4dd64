// The entry for Node: the module is there as soon as it is imported, and its parts as soon as they are needed.

import { readFileSync } from 'node:fs';
import { core } from './set.js';

export * from './api.js';

core.start(readFileSync(new URL('./core.wasm', import.meta.url)));
core.read = (part) => readFileSync(new URL(part === 'card' ? './scorecard/card.wasm' : `./${part}.wasm`, import.meta.url));

/** There for pages, which have to wait; here nothing is left to do. */
export async function init() {}

/** The same. */
export async function loadPart() {}
