// The entry for Node.

import './node.js';

export * from './report-api.js';

export async function init() {}
