// The entry for Node.

import './node.js';

export * from './programme-api.js';

export async function init() {}

export async function loadPart() {}
