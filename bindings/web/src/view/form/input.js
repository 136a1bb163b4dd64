// One figure: a number as people write it, yes or no, or a step. What was understood is said back.

import { h, put } from '../../lib/dom.js';
import { readNumber, showNumber } from '../../lib/number.js';
import { state } from '../../state.js';
import { t, text } from '../../words.js';
import { field, select, symbolOf, value as shown } from '../parts.js';
import { enter, observation, parts } from './model.js';

export function inputOf(criterion, point, input, form) {
  const id = `f-${criterion.id}-${point.id}-${input.role}`;
  const unit = symbolOf(input.unit, form.set);
  const label = `${text(input.title)}${unit ? ` (${unit})` : ''}`;
  const several = parts(form.place.city, criterion, point, input);
  if (several.length > 0) return h('p', { class: 'hint' }, `${label}: `, t('inParts', { count: several.length }));
  if (point.type === 'number') return number(id, label, criterion, point, input, form);
  return choice(id, label, criterion, point, input, form);
}

function choice(id, label, criterion, point, input, form) {
  const { city } = form.place;
  const now = observation(city, criterion, point, input)?.value;
  const steps = point.type === 'ordinal' ? point.steps.map(({ step, label: words }) => [String(step), `${step} – ${text(words)}`]) : [['yes', t('yes')], ['no', t('no')]];
  const chosen = now === true ? 'yes' : now === false ? 'no' : String(now ?? '');
  const take = (picked) => {
    enter(city, criterion, point, input, picked === '' ? undefined : picked);
    form.changed();
  };
  return field(id, label, select([['', t('notEntered')], ...steps], chosen, take));
}

function number(id, label, criterion, point, input, form) {
  const { city, unread } = form.place;
  const echo = h('p', { class: 'echo', id: `${id}-echo`, 'aria-live': 'polite' });
  const found = observation(city, criterion, point, input);
  const now = unread[id] ?? (found?.value === undefined ? '' : showNumber(found.value, state.lang).replace('−', '-').replaceAll(state.lang === 'vi' ? '.' : ',', ''));
  const box = h('input', { type: 'text', inputmode: 'decimal', value: now, 'aria-describedby': echo.id });
  const settle = (decimal) => {
    delete unread[id];
    box.setAttribute('aria-invalid', 'false');
    enter(city, criterion, point, input, decimal);
    put(echo, decimal === undefined ? '' : t('understood', { value: shown(decimal, input.unit, form.set) }));
    form.changed();
  };
  const hold = (words) => {
    unread[id] = box.value;
    box.setAttribute('aria-invalid', 'true');
    enter(city, criterion, point, input, undefined);
    put(echo, words);
    form.changed();
  };
  box.addEventListener('change', () => take(readNumber(box.value), settle, hold, id));
  if (unread[id] !== undefined) {
    box.setAttribute('aria-invalid', 'true');
    put(echo, t('stillUnread'));
  }
  return field(id, label, box, echo);
}

/** Takes what is clear, asks where it reads two ways, says why where it is no number. */
export function take(read, settle, hold, id) {
  if (read.empty) settle(undefined);
  else if (read.value !== undefined) settle(read.value);
  else if (read.fault) hold(t(read.fault));
  else hold([t('twoWays'), ' ', read.either.map((decimal, at) => h('button', { type: 'button', class: 'plain', id: `${id}-${at}`, onclick: () => settle(decimal) }, showNumber(decimal, state.lang), at === 0 ? ` (${t('thousands')})` : ` (${t('decimals')})`))]);
}
