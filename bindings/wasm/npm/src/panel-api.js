// Many places at once: the verbs of the part `panel`.

import { PanelPlan } from './panel.js';

export { OPEN, REFUSED } from './panel.js';

/** Makes a scheme ready for many places of a kind. */
export function plan(set, options) {
  return new PanelPlan(set, options);
}
