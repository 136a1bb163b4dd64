// What the edition chosen changes against the one before it, from its crosswalk.

import { h } from '../lib/dom.js';
import { known } from '../engine.js';
import { currentSet } from '../state.js';
import { t, text } from '../words.js';

const KINDS = ['threshold_changed', 'added', 'dropped', 'renamed', 'merged', 'same'];

export function editionChange() {
  const now = currentSet();
  const { crosswalk } = now.file;
  const before = crosswalk && known().find(({ id }) => id === crosswalk.from);
  if (!before) return null;
  const titled = (set, id) => {
    const criterion = set.file.criteria.find((one) => one.id === id);
    return criterion ? `${criterion.label} ${text(criterion.title)}` : id;
  };
  const words = ({ before: old, now: id }) => [old && titled(before, old), id && titled(now, id)].filter((one, at, all) => one && all.indexOf(one) === at).join(' → ');
  const list = (kind) => crosswalk.rows.filter((row) => row.kind === kind);
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'editions-title' },
    h('h3', { id: 'editions-title' }, t('editionChange', { before: before.summary.edition, now: now.summary.edition })),
    KINDS.filter((kind) => list(kind).length > 0).map((kind) => h('details', {}, h('summary', {}, t(`crosswalk_${kind}`), ` (${list(kind).length})`), h('ul', {}, list(kind).map((row) => h('li', {}, words(row)))))),
  );
}
