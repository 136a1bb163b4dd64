// The entry for Node.

import { readFileSync } from 'node:fs';
import { xlsx } from './xlsx-api.js';

export * from './xlsx-api.js';

xlsx.start(readFileSync(new URL('./xlsx.wasm', import.meta.url)));

export async function init() {}
