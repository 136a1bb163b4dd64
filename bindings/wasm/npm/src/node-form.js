// The entry for Node.

import { readFileSync } from 'node:fs';
import { form } from './form-api.js';

export * from './form-api.js';

form.start(readFileSync(new URL('./form.wasm', import.meta.url)));

export async function init() {}
