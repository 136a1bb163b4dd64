// The entry for Node.

import './node.js';

export * from './form-api.js';

export async function init() {}
