// The entry `dothi/scorecard`: importing it makes <dothi-scorecard> known to the page.

import { DothiScorecard } from './element.js';

export { DothiError } from '../error.js';
export { init } from './engine.js';
export { readNumber, showNumber } from './number.js';
export { DothiScorecard };

// On a server there are no elements; there the import does nothing.
if (globalThis.customElements && !customElements.get('dothi-scorecard')) customElements.define('dothi-scorecard', DothiScorecard);
