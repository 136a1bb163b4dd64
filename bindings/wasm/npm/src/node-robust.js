// The entry for Node.

import './node.js';

export * from './robust-api.js';

export async function init() {}
