// A new place, entered from nothing.

import { h } from '../../lib/dom.js';
import { workbookForm } from '../../engine.js';
import { save, XLSX } from '../../lib/save.js';
import { go } from '../../frame.js';
import { addPlace, change, currentSet, state } from '../../state.js';
import { t, text } from '../../words.js';
import { kinds } from '../../words/outcomes.js';
import { button, field, select } from '../parts.js';

export function startForm() {
  const judged = currentSet().file.unit_kinds.map(({ kind, title }) => [kind, title ? text(title) : kinds[kind][state.lang]]);
  const choice = select(judged, judged[0][0], () => {});
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'start-title' },
    h('h3', { id: 'start-title' }, t('startForm')),
    h('p', {}, t('startFormHelp')),
    h('div', { class: 'line' }, field('kind', t('kindOfPlace'), choice), button('start', t('start'), () => begin(choice.value), 'first'), button('blank', t('blankWorkbook'), () => blank(choice.value), 'plain')),
  );
}

/** The same form as a workbook, to be filled elsewhere and opened here. */
function blank(kind) {
  save(`${state.set.replace('@', '-')}-${kind}.xlsx`, XLSX, workbookForm(currentSet(), { kind, lang: state.lang }));
}

function begin(kind) {
  const { key } = addPlace(t('newForm'), { unit: { code: '', name: { vi: '' }, kind }, observations: [] });
  change({ chosen: key });
  go('form');
  document.getElementById('unit-name')?.focus();
}
