// The entry for pages and bundlers.

import { core } from './set.js';

export * from './report-api.js';

export function init(source) {
  return core.loadPart('report', source, () => new URL('./report.wasm', import.meta.url));
}
