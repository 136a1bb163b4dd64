// The entry for Node.

import { readFileSync } from 'node:fs';
import { report } from './report-api.js';

export * from './report-api.js';

report.start(readFileSync(new URL('./report.wasm', import.meta.url)));

export async function init() {}
