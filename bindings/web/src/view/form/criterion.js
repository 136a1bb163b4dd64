// One criterion in the form: its question, its figures, its documents, the claim that it cannot exist here.

import { h } from '../../lib/dom.js';
import { t, text } from '../../words.js';
import { field } from '../parts.js';
import { documentsOf } from './documents.js';
import { inputOf } from './input.js';
import { claim, setClaim } from './model.js';

export function criterionBox(criterion, form) {
  const several = criterion.data_points.length > 1;
  return h(
    'fieldset',
    { class: 'criterion', id: `c-${criterion.id}` },
    h('legend', {}, h('span', { class: 'label' }, criterion.label), ' ', text(criterion.title), criterion.tier && h('span', { class: 'tier' }, t(`tierOne_${criterion.tier}`))),
    asksMore(criterion) && h('p', { class: 'question' }, text(criterion.question)),
    criterion.data_points.map((point) => [several && point.title && h('h4', {}, text(point.title)), point.inputs.map((input) => inputOf(criterion, point, input, form))]),
    criterion.evidence && documentsOf(criterion, form),
    notHere(criterion, form),
  );
}

/** The question of a yes/no is the label of its field already. */
const asksMore = ({ question, data_points: points }) => question && !points.some(({ inputs }) => inputs.some(({ title }) => title.vi === question.vi));

function notHere(criterion, form) {
  const { city } = form.place;
  const reason = claim(city, criterion)?.reason ?? '';
  const box = h('input', { type: 'text', value: reason, onchange: ({ target }) => (setClaim(city, criterion, target.value), form.changed()) });
  return h('details', { class: 'claim', open: reason !== '' }, h('summary', {}, t('notApplicable')), field(`na-${criterion.id}`, t('notApplicableReason'), box));
}
