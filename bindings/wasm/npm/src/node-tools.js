// The entry for Node.

import './node.js';

export * from './tools-api.js';

export async function init() {}
