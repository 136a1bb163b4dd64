// Fields of a report: text, dates, years, amounts. What was understood is said back; what was not is kept as typed.

import { h, put } from '../../lib/dom.js';
import { readDate } from '../../lib/date.js';
import { inDong } from '../../lib/money.js';
import { readNumber, showNumber } from '../../lib/number.js';
import { state } from '../../state.js';
import { t } from '../../words.js';
import { take } from '../form/input.js';
import { date, field } from '../parts.js';

/** Sets a member, or takes it away. */
export function set(of, key, value) {
  if (value === undefined || value === '') delete of[key];
  else of[key] = value;
}

export function textField(form, id, label, of, key, { long = false, hint } = {}) {
  const enter = ({ target }) => {
    set(of, key, target.value.trim());
    form.changed();
  };
  const props = { value: of[key] ?? '', onchange: enter, 'aria-describedby': hint && `${id}-hint` };
  return field(id, label, long ? h('textarea', { rows: 3, ...props }) : h('input', { type: 'text', ...props }), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint));
}

/** A field whose text has to be understood: `read` gives what it means, `{ fault }` or `{ either }`; `say` words what was understood. */
function understood(form, id, label, { now, read, enter, say, mode }) {
  const echo = h('p', { class: 'echo', id: `${id}-echo`, 'aria-live': 'polite' });
  const box = h('input', { type: 'text', inputmode: mode, value: form.report.unread[id] ?? now, 'aria-describedby': echo.id });
  const settle = (value) => {
    delete form.report.unread[id];
    box.setAttribute('aria-invalid', 'false');
    enter(value);
    put(echo, say(value));
    form.changed();
  };
  const wait = (words) => {
    form.report.unread[id] = box.value;
    box.setAttribute('aria-invalid', 'true');
    enter(undefined);
    put(echo, words);
    form.changed();
  };
  box.addEventListener('change', () => take(read(box.value), settle, wait, id));
  if (form.report.unread[id] !== undefined) {
    box.setAttribute('aria-invalid', 'true');
    put(echo, t('stillUnreadReport'));
  }
  return { element: field(id, label, box, echo), again: (value) => put(echo, say(value)) };
}

/** A date; `whole` = the day has to be there. */
export function dateField(form, id, label, of, key, { whole = false } = {}) {
  const read = (text) => {
    const iso = text.trim() === '' ? '' : readDate(text);
    if (iso === '') return { empty: true };
    return iso === null || (whole && iso.length < 10) ? { fault: whole ? 'wholeDate' : 'badDate' } : { value: iso };
  };
  const say = (iso) => (iso === undefined ? '' : t('understood', { value: date(iso) }));
  return understood(form, id, label, { now: date(of[key]), read, say, enter: (iso) => set(of, key, iso), mode: 'text' }).element;
}

export function yearField(form, id, label, of) {
  const read = (text) => {
    if (text.trim() === '') return { empty: true };
    return /^(19|2\d)\d\d$/.test(text.trim()) ? { value: text.trim() } : { fault: 'badYear' };
  };
  return understood(form, id, label, { now: of.year ?? '', read, say: () => '', enter: (year) => set(of, 'year', year === undefined ? undefined : Number(year)), mode: 'numeric' }).element;
}

/** An amount in the unit of its row. Nothing entered is not zero, and is said. */
export function amountField(form, id, label, of, key) {
  const words = { dong: t('dong'), trieu_dong: t('trieu_dong'), ty_dong: t('ty_dong') };
  const say = (decimal) => {
    if (decimal === undefined) return t('noFigure');
    const whole = inDong(decimal, of.unit);
    const shown = `${showNumber(decimal, state.lang)} ${words[of.unit] ?? ''}`.trim();
    return t('understood', { value: whole === null || of.unit === 'dong' ? shown : `${shown} = ${showNumber(whole, state.lang)} ${words.dong}` });
  };
  const typed = of[key] === undefined ? '' : showNumber(of[key], state.lang).replace('−', '-').replaceAll(state.lang === 'vi' ? '.' : ',', '');
  const made = understood(form, id, label, { now: typed, read: readNumber, say, enter: (decimal) => set(of, key, decimal), mode: 'decimal' });
  if (form.report.unread[id] === undefined) made.again(of[key]);
  return made;
}
