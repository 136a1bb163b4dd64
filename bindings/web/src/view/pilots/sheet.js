// A decision sheet for each candidate, for screen and A4.

import { h } from '../../lib/dom.js';
import { showNumber } from '../../lib/number.js';
import { change, state } from '../../state.js';
import { t, text } from '../../words.js';
import { button, date, field, marks, placeName, select } from '../parts.js';
import { table } from '../table.js';
import { percent } from '../next/tables.js';
import { theSet } from './model.js';
import { answer, card, ground } from './rules.js';

/** One sheet is seen at a time; all can be printed. */
export function sheetsCard(all) {
  const { candidates = [] } = all;
  const chosen = candidates.find(({ unit }) => unit.code === state.pilots.sheet) ?? candidates[0];
  if (!chosen) return null;
  const pick = (code) => {
    state.pilots.sheet = code;
    change({});
  };
  return card(
    'sheets',
    field('p-sheet', t('sheetOf'), select(candidates.map(({ unit }) => [unit.code, `${placeName(unit)} (${unit.code})`]), chosen.unit.code, pick)),
    h('div', { class: 'actions' }, button('p-print', t('printSheet'), () => printed('one')), button('p-print-all', t('printSheets', { count: candidates.length }), () => printed('all'), 'plain')),
    h('div', { class: 'sheets' }, candidates.map((own) => sheet(own, all, own === chosen))),
  );
}

/** Prints sheets alone: the one chosen, or all of them, each beginning a page. */
function printed(which) {
  const page = document.documentElement;
  page.dataset.sheets = which;
  addEventListener('afterprint', () => delete page.dataset.sheets, { once: true });
  print();
}

function sheet(own, { marks: list, ranked, robustness, rules }, chosen) {
  const { unit, rank, ranks, score, level, eligible, conditions = [], readiness = [], fixes = [] } = own;
  const { sources = [] } = rules;
  const criteria = theSet().file.criteria;
  const criterion = (id) => criteria.find((one) => one.id === id);
  const said = ({ holds, statement }) => [answer(holds), statement && h('div', { class: 'dim' }, t('statedBy', { source: statement.source }))];
  const share = ({ share: part, no_data: none }) => [part === undefined ? t('notPart') : percent(part), none > 0 && h('div', { class: 'dim' }, t('withoutData', { count: none }))];
  const line = (label) => h('p', { class: 'blank' }, t(label), ': ');
  return h(
    'article',
    { class: chosen ? 'sheet chosen' : 'sheet', 'aria-label': t('sheetTitle', { name: placeName(unit) }) },
    h('h4', {}, t('sheetTitle', { name: `${placeName(unit)} (${unit.code})` })),
    h('p', { class: 'dim' }, `${text(rules.title)} · ${t('self')} · ${theSet().id} · ${date(state.asOf)}`),
    h('div', { class: 'head-of-pages' }, marks(list)),
    h('p', {}, h('strong', {}, t('eligibleColumn'), ': '), answer(eligible, `eligible_${eligible}`)),
    level && h('p', {}, text(level)),
    rank !== undefined && h('p', {}, t('sheetRank', { rank: String(rank), of: String(ranked), score: showNumber(score, state.lang, 4) }), ranks && ` ${t('sheetRanks', { low: String(ranks.low), high: String(ranks.high), median: String(ranks.median), doubt: robustness.doubt, seed: String(robustness.seed) })}`),
    conditions.length > 0 && table(t('conditions'), [t('condition'), t('answerColumn'), t('groundColumn')], conditions.map((one) => [text(one.title), said(one), ground(one, sources)])),
    readiness.length > 0 && table(t('readinessItems'), [t('readinessItem'), t('shareOfItem'), t('weight'), t('groundColumn')], readiness.map((one) => [text(one.title), share(one), showNumber(one.weight, state.lang), ground(one, sources)])),
    fixes.length > 0 && [h('h5', {}, t('fixesFirst')), h('ul', {}, fixes.map(({ criterion: id, kind }) => h('li', {}, `${criterion(id)?.label ?? id} ${text(criterion(id)?.title)} (${t(`fix_${kind}`)})`)))],
    ['boardOpinion', 'boardDecision', 'boardDate'].map(line),
  );
}
