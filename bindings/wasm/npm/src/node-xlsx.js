// The entry for Node.

import './node.js';

export * from './xlsx-api.js';

export async function init() {}
