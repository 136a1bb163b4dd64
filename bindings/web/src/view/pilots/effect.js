// A pilot before and after, beside comparable places: what stands before a pilot is replicated.

import { h } from '../../lib/dom.js';
import { readDate } from '../../lib/date.js';
import { inFileName, save } from '../../lib/save.js';
import { announce } from '../../frame.js';
import { showNumber } from '../../lib/number.js';
import { change, state } from '../../state.js';
import { t, text } from '../../words.js';
import { findings } from '../findings.js';
import { button, date, field, marks, placeName, select, symbolOf } from '../parts.js';
import { table } from '../table.js';
import { cities, compared, effect, effectCsv, theSet } from './model.js';
import { card } from './rules.js';

const choose = (more) => {
  state.pilots.effect = { ...state.pilots.effect, ...more };
  change({});
};

export function effectCard() {
  if (cities().length === 0) return null;
  const asked = compared();
  return card('beforeAfter', h('p', {}, t('beforeAfterHelp')), fields(asked), h('div', { id: 'p-effect' }, asked.before && asked.after ? shown() : h('p', { class: 'notice' }, t('periodsMissing'))));
}

function fields({ pilot, others, against, before, after, minimum }) {
  const places = cities().map(({ unit }) => [unit.code, `${placeName(unit)} (${unit.code})`]);
  const period = (key) => ({ target }) => choose({ [key]: readDate(target.value) ?? target.value.trim() });
  const input = (key, now) => h('input', { autocomplete: 'off', value: date(now), onchange: period(key) });
  const codes = against.map(({ unit }) => unit.code);
  const toggle = (code) => ({ target }) => choose({ without: others.map(({ unit }) => unit.code).filter((own) => (own === code ? !target.checked : !codes.includes(own))) });
  const one = ({ unit }, at) => h('label', { class: 'check', for: `p-against-${at}` }, h('input', { type: 'checkbox', id: `p-against-${at}`, checked: codes.includes(unit.code), onchange: toggle(unit.code) }), h('span', {}, `${placeName(unit)} (${unit.code})`));
  return [
    h(
      'div',
      { class: 'doubts' },
      field('p-pilot', t('pilot'), select(places, pilot.unit.code, (code) => choose({ pilot: code, before: undefined, after: undefined, without: undefined }))),
      field('p-before', t('periodBefore'), input('before', before)),
      field('p-after', t('periodAfter'), input('after', after)),
      field('p-minimum', t('leastPlaces'), h('input', { inputmode: 'numeric', autocomplete: 'off', value: minimum, onchange: ({ target }) => choose({ minimum: target.value.trim() }) })),
    ),
    h('fieldset', { class: 'against' }, h('legend', {}, t('comparablePlaces')), others.length > 0 ? others.map(one) : h('p', { class: 'notice' }, t('noComparable'))),
  ];
}

function shown() {
  const { effect: all, findings: found } = effect();
  if (!all) return h('div', { class: 'problems inner' }, findings(found));
  const criteria = theSet().file.criteria;
  const named = new Map(cities().map(({ unit }) => [unit.code, placeName(unit)]));
  const known = ({ criterion }) => criteria.find(({ id }) => id === criterion);
  const symbol = (own) => symbolOf(known(own)?.data_points[0]?.unit, theSet());
  const amount = (own, number) => (number === undefined ? '–' : `${showNumber(number, state.lang, 2)}${symbol(own) && `\u00a0${symbol(own)}`}`);
  const moved = (number) => (number === undefined ? '–' : `${/^[1-9]|^0\.\d*[1-9]/.test(number) ? '+' : ''}${showNumber(number, state.lang, 2)}`);
  const other = (own) => ({ code, before, after }) => h('li', {}, `${named.get(code) ?? code} (${code}): ${amount(own, before)} → ${amount(own, after)}`);
  const others = (own) => {
    const { comparators = [], without = [] } = own;
    return h('details', {}, h('summary', {}, t('bothFigures', { count: comparators.length })), h('ul', {}, comparators.map(other(own))), without.length > 0 && h('p', { class: 'dim' }, t('withoutFigures', { places: without.map((code) => `${named.get(code) ?? code} (${code})`).join(', ') })));
  };
  const row = (own) => [`${known(own)?.label ?? own.criterion} ${text(own.title)}`, amount(own, own.before), amount(own, own.after), moved(own.change), moved(own.mean_change), moved(own.difference), [h('span', { class: `state verdict ${own.verdict}` }, t(`verdict_${own.verdict}`)), others(own)]];
  const name = `thi-diem-${inFileName(all.pilot.code)}-${all.before}-${all.after}`;
  const write = (end, type, content) => {
    save(`${name}${end}`, type, content);
    announce(t('written'));
  };
  return [
    marks(all.marks),
    (all.findings ?? []).length > 0 && findings(all.findings.map((finding) => ({ ...finding, place: '' }))),
    (all.criteria ?? []).length === 0
      ? h('p', { class: 'notice' }, t('noFigures'))
      : table(t('effectOf', { name: placeName(all.pilot), before: date(all.before), after: date(all.after) }), [t('criterion'), t('before'), t('after'), t('changeColumn'), t('meanChange'), t('difference'), t('findingColumn')], all.criteria.map(row), { numbers: [1, 2, 3, 4, 5] }),
    h('p', { class: 'hint' }, t('effectNote', { minimum: all.minimum })),
    h('div', { class: 'actions' }, button('p-effect-csv', t('saveReportCsv'), () => write('.csv', 'text/csv', `\ufeff${effectCsv()}`)), button('p-effect-json', t('saveReportJson'), () => write('.json', 'application/json', JSON.stringify(all)))),
  ];
}
