// The way from a result to the field where it is entered.

import { go } from '../../frame.js';
import { h } from '../../lib/dom.js';
import { t } from '../../words.js';

export function editLink(criterion) {
  return h('button', { type: 'button', class: 'link edit', onclick: () => (go('form'), toCriterion(criterion)) }, t('editThis'));
}

/** Opens the group of a criterion in the form and goes to its first field. */
export function toCriterion(criterion) {
  const box = document.getElementById(`c-${criterion}`);
  box?.closest('details')?.setAttribute('open', '');
  box?.scrollIntoView({ block: 'center' });
  box?.querySelector('input, select, textarea')?.focus({ preventScroll: true });
}
