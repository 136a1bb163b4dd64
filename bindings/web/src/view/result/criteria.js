// The table of criteria: outcome, value against threshold, source; the library's own explanation on demand.

import { h, put } from '../../lib/dom.js';
import { explain } from '../../engine.js';
import { attempt, currentSet, options, state } from '../../state.js';
import { t, text } from '../../words.js';
import { ops, outcomes } from '../../words/outcomes.js';
import { editLink } from '../form/link.js';
import { outcome, value } from '../parts.js';
import { citesOf } from './cites.js';
import { results } from './tree.js';

const COLUMNS = ['criterion', 'outcome', 'value', 'thresholds', 'legalSource'];

export function criteriaTable({ tree }, set, city) {
  const rows = results(tree);
  const body = h('tbody', {});
  const show = (kind) => put(body, rows.filter(({ result }) => fits(kind, result.outcome)).map((row) => rowOf(row, set, city)));
  const count = (code) => rows.filter(({ result }) => result.outcome === code).length;
  const present = Object.keys(outcomes).filter((code) => count(code) > 0);
  const choice = h('select', { id: 'only', onchange: ({ target }) => show(target.value) }, h('option', { value: 'asked' }, t('askedCriteria', { count: rows.length - count('not_applicable') })), h('option', { value: 'all' }, t('allCriteria', { count: rows.length })), present.map((code) => h('option', { value: code }, `${outcomes[code][state.lang]} (${count(code)})`)));
  show('asked');
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'criteria-title' },
    h('h3', { id: 'criteria-title' }, t('criteria')),
    h('p', { class: 'tally' }, present.map((code) => h('span', {}, outcome(code), ` ${count(code)}`))),
    h('div', { class: 'field only' }, h('label', { for: 'only' }, t('show')), choice),
    h('table', { class: 'criteria' }, h('thead', {}, h('tr', {}, COLUMNS.map((key) => h('th', { scope: 'col' }, t(key))))), body),
  );
}

/** What is not asked of this kind of place is counted above, and shown when it is asked for. */
const fits = (kind, outcome) => kind === 'all' || (kind === 'asked' ? outcome !== 'not_applicable' : outcome === kind);

function rowOf({ result, criterion: id }, set, city) {
  const criterion = set.file.criteria.find((one) => one.id === id);
  const cell = (key, ...content) => h('td', {}, h('span', { class: 'cell-label', 'aria-hidden': 'true' }, t(key)), h('div', {}, content));
  const asked = (result.levels ?? []).filter(({ outcome: at }) => at !== 'not_applicable');
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, `${criterion.label} ${text(criterion.title)}`, criterion.tier && h('span', { class: 'tier' }, t(`tierOne_${criterion.tier}`)), h('span', { class: 'row-tools' }, why(id, city), editLink(id))),
    cell('outcome', outcome(result.outcome), result.reason && h('span', { class: 'dim' }, ` ${result.reason}`)),
    cell('value', amounts(result, set)),
    cell('thresholds', asked.length > 0 ? asked.map((level) => threshold(level, result.unit, set)) : '–'),
    cell('legalSource', citesOf(result, set).map((line) => h('div', { class: 'cite' }, line))),
  );
}

function amounts(result, set) {
  if (result.parts) return result.parts.map((part) => h('div', {}, text(part.title), ' ', amount(part, set)));
  const points = result.points !== undefined && result.max_points !== undefined;
  return [amount(result, set), points && h('div', { class: 'dim' }, t('pointsOf', { points: value(result.points, null, set), most: value(result.max_points, null, set) }))];
}

function amount({ value: number, answer, unit }, set) {
  if (number !== undefined) return value(number, unit, set);
  return answer === undefined ? '–' : value(answer, unit, set);
}

function threshold(level, unit, set) {
  const assumed = level.basis === 'assumption' ? ` (${t('assumption')})` : '';
  return h('div', { class: 'threshold' }, h('span', { class: 'sign', 'aria-hidden': 'true' }, outcomes[level.outcome].sign), ` ${t('atLevel', { level: level.level })}${limit(level, unit, set)}${assumed}`, h('span', { class: 'unseen' }, ` – ${outcomes[level.outcome][state.lang]}`));
}

function limit(level, unit, set) {
  if (level.threshold === 'yes') return `: ${t('yes')}`;
  if (level.threshold !== undefined) return `: ${ops[level.op]} ${value(level.threshold, unit, set)}`;
  return level.from === undefined ? '' : `: ${value(level.from, null, set)} – ${value(level.to, unit, set)}`;
}

/** The explanation is made when it is asked for. */
function why(id, city) {
  const words = h('pre', { class: 'explained' });
  const ask = ({ target }) => {
    if (!target.open || words.textContent !== '') return;
    const { said, findings } = attempt(() => ({ said: explain(currentSet(), city, { ...options(), lang: state.lang, criterion: id }) }));
    words.textContent = said ?? findings.map(({ message }) => text(message)).join('\n');
  };
  return h('details', { class: 'why', ontoggle: ask }, h('summary', {}, t('why')), words);
}
