// The element of the package, one for as long as the page is open: it is given anew only what changed, so that a what-if outlives a look elsewhere.

import { go } from '../../frame.js';
import { change, currentSet, options, state } from '../../state.js';
import { toCriterion } from '../form/link.js';

let card;
let given = {};

export function scorecard({ city }) {
  card ??= make();
  const now = { set: currentSet(), city: JSON.stringify({ format: 1, cities: [city] }), assessment: JSON.stringify(options()) };
  if (now.set !== given.set) card.set = now.set;
  if (now.city !== given.city) card.city = now.city;
  if (now.assessment !== given.assessment) card.assessment = JSON.parse(now.assessment);
  given = now;
  card.lang = state.lang;
  const { theme } = document.documentElement.dataset;
  card.toggleAttribute('theme', theme !== undefined);
  if (theme) card.setAttribute('theme', theme);
  return card;
}

function make() {
  const element = document.createElement('dothi-scorecard');
  element.id = 'scorecard';
  element.toggleAttribute('editable', true);
  element.addEventListener('dothi-change', ({ detail }) => detail.reason === 'lang' && detail.lang !== state.lang && change({ lang: detail.lang }));
  element.addEventListener('dothi-edit', ({ detail }) => (go('form'), toCriterion(detail.criterion)));
  return element;
}
