// Files that contradict each other: every cell with what each file says.

import { h } from '../lib/dom.js';
import { join, shared } from '../joined.js';
import { change, currentSet, state } from '../state.js';
import { announce } from '../frame.js';
import { t, text } from '../words.js';
import { roles } from '../words/outcomes.js';
import { findings, pointed } from './findings.js';
import { button } from './parts.js';

/** The offer to join files of one place, and what stood in the way. */
export function joining() {
  return [shared().map(offer), state.conflicts && conflicts(state.conflicts)];
}

function offer(code) {
  const files = state.places.filter(({ city }) => city.unit.code === code).map(({ file }) => file);
  const go = () => {
    const found = join(code);
    if (found) change({ conflicts: found });
    announce(t(found ? 'conflictsSaid' : 'joinedSaid', { count: found?.conflicts.length ?? 0 }));
  };
  return h('div', { class: 'notice' }, h('p', {}, t('twice', { code, files: files.join(', ') })), button(`join-${code}`, t('join'), go));
}

function conflicts({ conflicts: list, findings: found }) {
  return h(
    'section',
    { class: 'problems inner', id: 'conflicts' },
    h('h4', {}, t('conflictsTitle', { count: list.length })),
    h('p', {}, t('conflictsHelp')),
    h('ul', {}, list.map(conflict)),
    found.length > 0 && findings(found),
  );
}

function conflict({ subject, field, sides }) {
  const criterion = currentSet().file.criteria.find(({ id, label }) => id === subject.item || label === subject.item);
  const what = [criterion ? `${criterion.label} ${text(criterion.title)}` : subject.item, roles[subject.role]?.[state.lang] ?? subject.role, subject.period, subject.part, field === 'value' ? null : field];
  return h('li', {}, h('strong', {}, what.filter(Boolean).join(' · ')), h('ul', {}, sides.map(({ file, place, value }) => h('li', {}, `${file}${place ? ` (${pointed(place)})` : ''}: `, h('strong', {}, value)))));
}
