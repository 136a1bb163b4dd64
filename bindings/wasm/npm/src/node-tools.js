// The entry for Node.

import { readFileSync } from 'node:fs';
import { tools } from './tools-api.js';

export * from './tools-api.js';

tools.start(readFileSync(new URL('./tools.wasm', import.meta.url)));

export async function init() {}
