// What a synthesis says, table by table: who reported, the money and its proof, what is late or contradictory, levels.

import { h } from '../../lib/dom.js';
import { showNumber } from '../../lib/number.js';
import { state } from '../../state.js';
import { t, text } from '../../words.js';
import { findings } from '../findings.js';
import { date, marks } from '../parts.js';
import { deadline as lastDay } from '../report/head.js';
import { level } from '../report/records.js';
import { leaves, theOutline } from '../report/model.js';
import { table } from '../table.js';

const card = (id, ...content) => h('section', { class: 'card', 'aria-labelledby': `n-${id}-title` }, h('h3', { id: `n-${id}-title` }, t(id)), content);

/** A sum in đồng; what is not known is said beside it, and is not zero. */
function sum({ dong, given, missing }) {
  return [given > 0 ? showNumber(dong, state.lang) : h('span', { class: 'dim' }, t('notEntered')), missing > 0 && h('div', { class: 'dim' }, t('unknownAmounts', { count: missing }))];
}

const counted = (list, is) => list.filter(is).length;

export function came({ provinces, reports, deadline, last_day: last }) {
  const outcomes = ['reported', 'contradictory', 'refused', 'missing'];
  const of = (outcome) => counted(provinces, (one) => one.outcome === outcome);
  const late = counted(provinces, ({ punctuality, outcome }) => punctuality === 'late' && outcome !== 'missing');
  const tile = (key, count, kind = '') => h('li', { class: kind }, h('strong', {}, showNumber(String(count), state.lang)), ' ', t(key));
  const days = new Map(reports.map(({ unit, day, file }) => [unit, { day, file }]));
  const row = ({ code, name, outcome, punctuality, complete, inside = [] }) => [
    h('span', {}, name, ' ', h('span', { class: 'dim' }, code)),
    h('span', { class: `state ${outcome}` }, t(`outcome_${outcome}`)),
    outcome === 'missing' ? '–' : [t(`punctuality_${punctuality}`), days.get(code)?.day && h('div', { class: 'dim' }, date(days.get(code).day))],
    outcome === 'missing' ? '–' : t(complete ? 'wholeYes' : 'wholeNo'),
    inside.length > 0 ? inside.map(({ name: own }) => own).join(', ') : '–',
  ];
  return card(
    'whoReported',
    h('ul', { class: 'tiles' }, tile('tileAsked', provinces.length), tile('outcome_reported', of('reported'), 'good'), tile('tileLate', late, late > 0 ? 'warn' : ''), outcomes.slice(1).map((one) => tile(`outcome_${one}`, of(one), of(one) > 0 ? 'bad' : ''))),
    last && h('p', { class: 'dim' }, lastDay(last, deadline)),
    table(null, [t('unitColumn'), t('outcomeColumn'), t('onTimeColumn'), t('wholeColumn'), t('insideColumn')], provinces.map(row)),
  );
}

/** Titles of the keys of a table of money. */
function titled(kind, key, { provinces }) {
  if (kind === 'by_category') return `${key} ${text(theOutline().parts.flatMap(leaves).find(({ id }) => id === key)?.title)}`;
  if (kind === 'by_source') return text(theOutline().fund_sources.find(({ id }) => id === key)?.title) || key;
  return provinces.find(({ code }) => code === key)?.name ?? key;
}

export function money(all) {
  const columns = (first) => [first, t('planned'), t('disbursed')];
  const rows = (kind) => all.funding[kind].map(({ key, planned, disbursed }) => [kind === 'by_year' ? key : titled(kind, key, all), sum(planned), sum(disbursed)]);
  const { total } = all.funding;
  const kinds = ['by_category', 'by_year', 'by_source', 'by_province'];
  return card(
    'roundMoney',
    h('p', {}, t('moneyHelp')),
    kinds.map((kind) => table(t(kind), columns(t(`${kind}_column`)), [...rows(kind), [h('strong', {}, t('total')), sum(total.planned), sum(total.disbursed)]], { numbers: [1, 2], even: true })),
  );
}

export function proof({ reconciliation: { read, rows, tables, agrees } }) {
  const line = (words, sums, reports) => [words, reports === undefined ? '' : String(reports), sum(sums.planned), sum(sums.disbursed)];
  return card(
    'reconciliation',
    h('p', { class: `answer ${agrees ? 'good' : 'bad'}` }, h('span', { class: 'sign', 'aria-hidden': 'true' }, agrees ? '✓' : '✗'), ' ', t(agrees ? 'agrees' : 'disagrees')),
    h('p', { class: 'hint' }, t('reconciliationHelp')),
    table(null, [t('standingColumn'), t('reportsColumn'), t('planned'), t('disbursed')], [...rows.map((row) => line(t(`standing_${row.standing}`), row, row.reports)), line(h('strong', {}, t('readAll')), read)], { numbers: [1, 2, 3] }),
    h('ul', {}, tables.map((one) => h('li', {}, h('span', { class: 'sign', 'aria-hidden': 'true' }, one.agrees ? '✓' : '✗'), ' ', t(one.agrees ? 'tableAgrees' : 'tableDisagrees', { table: t(one.table) })))),
  );
}

/** Every finding, with the unit and the file it is of. */
export function anomalies({ anomalies: list, unreadable, provinces }) {
  const name = (code) => provinces.find((one) => one.code === code)?.name ?? code;
  const told = list.map(({ unit, file, finding }) => ({ ...finding, place: '', place_words: said([unit && name(unit), file]) }));
  return card(
    'anomalies',
    h('p', {}, t('anomaliesHelp', { count: list.length })),
    told.length > 0 && findings(told),
    unreadable.map(({ file, findings: found }) => h('section', {}, h('h4', {}, t('unreadableFile', { name: file })), findings(found))),
  );
}

function said(parts) {
  const words = parts.filter(Boolean).join(', ');
  return { vi: words, en: words };
}

export function levels({ levels: groups }) {
  if (groups.length === 0) return null;
  const one = ({ set, scheme, verified, counts, results, marks: list }) =>
    h(
      'section',
      {},
      h('h4', {}, `${set} · ${scheme} · ${t(verified ? 'verified' : 'self')}`),
      marks(list),
      h('ul', {}, counts.map(({ level: reached, places }) => h('li', {}, reached === null ? t('levelNotGiven', { count: places }) : t('referenceLevel', { level: reached, count: places })))),
      h('details', {}, h('summary', {}, t('resultsEach', { count: results.length })), results.map(level)),
    );
  return card('levelsOfRecords', groups.map(one));
}
