// Small pieces that several parts of the page use.

import { h } from '../lib/dom.js';
import { showNumber } from '../lib/number.js';
import { showDate } from '../lib/date.js';
import { state } from '../state.js';
import { t, text } from '../words.js';
import { outcomes } from '../words/outcomes.js';

/** The head of a part: it takes the focus when one comes here. */
export const title = (words) => h('h2', { tabindex: '-1' }, words);

/** The sentences that stand wherever a result or a set stands. */
export function marks(list) {
  if (!list?.length) return null;
  return h('ul', { class: 'marks', 'aria-label': t('marks') }, list.map(({ text: both }) => h('li', {}, text(both))));
}

export const outcome = (code) => h('span', { class: `outcome ${code}` }, h('span', { class: 'sign', 'aria-hidden': 'true' }, outcomes[code].sign), outcomes[code][state.lang]);

/** A label, its field, and what belongs below it. */
export function field(id, label, control, ...below) {
  control.id = id;
  return h('div', { class: 'field' }, h('label', { for: id }, label), control, below);
}

/** A list to choose from: [value, words]. */
export function select(items, chosen, onchange) {
  const box = h('select', { onchange: (event) => onchange(event.target.value) });
  for (const [value, words] of items) box.append(h('option', { value, selected: value === chosen }, words));
  return box;
}

/** A value with its unit, as people write it; yes/no in words. */
export function value(amount, unit, set) {
  if (amount === true || amount === 'yes') return t('yes');
  if (amount === false || amount === 'no') return t('no');
  const symbol = symbolOf(unit, set);
  return `${showNumber(amount, state.lang, 4)}${symbol ? ` ${symbol}` : ''}`;
}

export function symbolOf(unit, set) {
  if (!unit || unit === 'yes_no' || unit === 'step') return '';
  const known = set.file.units.find(({ id }) => id === unit);
  return known ? text(known.symbol) : unit;
}

export const date = (iso) => (iso ? showDate(iso, state.lang) : '');

/** The name of a place; the other language when only that one is there. */
export const placeName = (unit) => (state.lang === 'en' ? (unit.name.en ?? unit.name.vi) : unit.name.vi);

/** A button that does something. */
export const button = (id, words, onclick, kind = '') => h('button', { type: 'button', id, class: kind, onclick }, words);
