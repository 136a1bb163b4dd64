// The entry for pages and bundlers.

import { report } from './report-api.js';

export * from './report-api.js';

export function init(source) {
  return report.load(source ?? new URL('./report.wasm', import.meta.url));
}
