// What to fix first, as the library plans it.

import { h } from '../../lib/dom.js';
import { gaps } from '../../engine.js';
import { attempt, currentSet, options, state } from '../../state.js';
import { t, text } from '../../words.js';
import { fixes, ops } from '../../words/outcomes.js';
import { editLink } from '../form/link.js';
import { outcome, value } from '../parts.js';

export function firstSteps(city, set) {
  const { plan } = attempt(() => ({ plan: gaps(currentSet(), city, options()) }));
  if (!plan || plan.outcome === 'no_levels') return null;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'fixes-title' },
    h('h3', { id: 'fixes-title' }, t('fixFirst')),
    plan.target && h('p', {}, t('fixTarget', { statement: text(plan.target.statement) })),
    h('p', {}, t(`plan_${plan.outcome}`)),
    plan.fixes?.length > 0 && h('ol', { class: 'fixes' }, plan.fixes.map((fix) => one(fix, set))),
  );
}

function one(fix, set) {
  const criterion = set.file.criteria.find(({ id }) => id === fix.criterion);
  const now = fix.value === undefined ? null : `${t('now')} ${value(fix.value, fix.unit, set)}`;
  const sign = fix.reach === 'yes' ? '' : `${ops[fix.op] ?? ''} `;
  const aim = fix.kind === 'improve_result' && fix.reach ? `${t('aim')} ${sign}${value(fix.reach, fix.unit, set)}` : null;
  const beside = [now, aim].filter(Boolean).map((words) => h('span', { class: 'dim' }, ` · ${words}`));
  return h('li', {}, h('strong', {}, `${criterion.label} ${text(criterion.title)}`), ': ', fixes[fix.kind][state.lang], ' ', outcome(fix.outcome), beside, ' ', editLink(criterion.id));
}
