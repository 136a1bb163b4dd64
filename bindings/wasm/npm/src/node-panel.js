// The entry for Node.

import './node.js';

export * from './panel-api.js';

export async function init() {}
