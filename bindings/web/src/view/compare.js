// Two results side by side, under one set: two places, or two years of one.

import { h } from '../lib/dom.js';
import { change, currentSet, resultOf, state } from '../state.js';
import { go } from '../frame.js';
import { t, text } from '../words.js';
import { choices, cityOf } from './compare-choices.js';
import { findings } from './findings.js';
import { button, date, field, marks, outcome, placeName, select, title, value } from './parts.js';
import { twoEditions } from './two-editions.js';
import { results } from './result/tree.js';

export function compareView() {
  const all = choices();
  if (all.length < 2) return [title(t('go_compare')), twoEditions(), h('section', { class: 'card' }, h('p', {}, t('compareNeedsTwo')), button('to-data', t('go_data'), () => go('data'), 'first'))];
  const keys = state.compare.map((key, at) => (all.some((one) => one.key === key) ? key : all[at].key));
  const pick = (at) => field(`side-${at}`, t(at === 0 ? 'first' : 'second'), select(all.map(({ key, words }) => [key, words]), keys[at], (key) => change({ compare: keys.map((old, side) => (side === at ? key : old)) })));
  return [title(t('go_compare')), h('section', { class: 'card pair' }, pick(0), pick(1)), beside(keys.map((key) => resultOf(cityOf(all.find((one) => one.key === key))))), twoEditions()];
}

function beside(sides) {
  const refused = sides.filter(({ assessment }) => !assessment);
  if (refused.length > 0) return h('section', { class: 'card problems' }, h('h3', {}, t('cannotCompare')), refused.map(({ findings: found }) => findings(found)));
  const views = sides.map(({ assessment }) => assessment);
  return [h('div', { class: 'pair' }, views.map(side)), table(views)];
}

function side(assessment) {
  const { level, statement, score } = assessment.self_assessed;
  return h(
    'section',
    { class: 'card' },
    h('h3', {}, placeName(assessment.unit)),
    h('p', { class: 'dim' }, `${t('self')} · ${t('dataDate')}: ${assessment.data_date ? date(assessment.data_date) : t('unknown')} · ${assessment.set.id}@${assessment.set.edition}-u${assessment.set.revision}`),
    h('p', { class: 'statement' }, text(level?.statement ?? statement)),
    score && h('p', {}, t('score'), ': ', value(score.value, null, currentSet())),
    marks(assessment.marks),
  );
}

function table(views) {
  const set = currentSet();
  const [left, right] = views.map(({ self_assessed: { tree } }) => results(tree));
  const rows = left.map(({ criterion, result }) => ({ criterion, pair: [result, right.find((other) => other.criterion === criterion)?.result] }));
  const differ = rows.filter(({ pair: [a, b] }) => a.outcome !== b?.outcome || a.met_level !== b?.met_level || a.points !== b?.points);
  const same = rows.filter((row) => !differ.includes(row));
  return h('section', { class: 'card', 'aria-labelledby': 'differ-title' }, h('h3', { id: 'differ-title' }, t('differences', { count: differ.length, all: rows.length })), differ.length > 0 && rowsOf(differ, views, set), same.length > 0 && h('details', {}, h('summary', {}, t('sameOutcome', { count: same.length })), rowsOf(same, views, set)));
}

function rowsOf(rows, views, set) {
  const cell = (result) => h('td', {}, result ? [outcome(result.outcome), amount(result, set)] : '–');
  const head = views.map((view) => h('th', { scope: 'col' }, `${placeName(view.unit)} (${view.data_date ? date(view.data_date) : t('noPeriod')})`));
  const criterion = (id) => set.file.criteria.find((one) => one.id === id);
  const row = ({ criterion: id, pair }) => h('tr', {}, h('th', { scope: 'row' }, `${criterion(id).label} ${text(criterion(id).title)}`), pair.map(cell));
  return h('table', { class: 'compare' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('criterion')), head)), h('tbody', {}, rows.map(row)));
}

function amount({ value: number, answer, unit, met_level: level }, set) {
  const shown = number ?? answer;
  return h('div', { class: 'dim' }, [shown === undefined ? null : value(shown, unit, set), level ? t('metUpTo', { level }) : null].filter(Boolean).join(' · '));
}
