// What the edition chosen changes against the one before it: along its crosswalk, with the thresholds that ask something else.

import { h } from '../lib/dom.js';
import { diff, known } from '../engine.js';
import { currentSet } from '../state.js';
import { t, text } from '../words.js';
import { ops } from '../words/outcomes.js';
import { marks, value } from './parts.js';

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
  const { criteria = [], marks: said } = diff(before, now);
  const list = (kind) => crosswalk.rows.filter((row) => row.kind === kind);
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'editions-title' },
    h('h3', { id: 'editions-title' }, t('editionChange', { before: before.summary.edition, now: now.summary.edition })),
    marks(said),
    KINDS.filter((kind) => list(kind).length > 0).map((kind) => h('details', {}, h('summary', {}, t(`crosswalk_${kind}`), ` (${list(kind).length})`), h('ul', {}, list(kind).map((row) => h('li', {}, words(row), asks(criteria.find(({ now: one }) => one && one.id === row.now), before, now)))))),
  );
}

/** What each level asked before, and asks now, where that differs. */
function asks(found, before, now) {
  const differ = (found?.thresholds ?? []).filter(({ asks_differ: other }) => other);
  return differ.length > 0 && h('ul', {}, differ.map(({ level, before: old, now: fresh }) => h('li', {}, `${t('level', { level })}: ${limit(old, found.before?.id, before)} → ${limit(fresh, found.now.id, now)}`)));
}

function limit(threshold, id, set) {
  if (!threshold) return t('notAsked');
  const { data_points: points } = set.file.criteria.find((one) => one.id === id);
  return threshold.value === 'yes' ? t('yes') : `${ops[threshold.op]} ${value(threshold.value, points[0].unit, set)}`;
}
