// Who is judged: name, code, period, and the attributes that some sets ask for.

import { h } from '../../lib/dom.js';
import { readDate } from '../../lib/date.js';
import { t } from '../../words.js';
import { date, field, select } from '../parts.js';
import { periodOf, setPeriod, setText } from './model.js';

const CLASSES = ['special', '1', '2', '3', '4', '5', 'none'];
const FACTS = ['centrally_run', 'heritage', 'special_factors', 'declared_urban'];

export function unitFields(form) {
  const { city } = form.place;
  const { unit } = city;
  const write = (id, label, now, set, hint) => field(id, label, h('input', { type: 'text', value: now ?? '', 'aria-describedby': hint && `${id}-hint`, onchange: ({ target }) => (set(target.value), form.changed()) }), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint));
  return h(
    'fieldset',
    { class: 'card unit' },
    h('legend', {}, t('place')),
    write('unit-name', t('placeName'), unit.name.vi, (words) => (unit.name.vi = words.trim())),
    write('unit-code', t('placeCode'), unit.code, (words) => (unit.code = words.trim()), t('placeCodeHint')),
    period(form),
    write('prepared-by', t('preparedBy'), city.prepared_by, (words) => setText(city, 'prepared_by', words)),
    attributes(form),
  );
}

function period(form) {
  const { city } = form.place;
  const echo = h('p', { class: 'echo', id: 'period-echo', 'aria-live': 'polite' });
  const enter = ({ target }) => {
    const iso = target.value.trim() === '' ? '' : readDate(target.value);
    target.setAttribute('aria-invalid', String(iso === null));
    echo.textContent = iso === null ? t('badDate') : iso === '' ? '' : t('understood', { value: date(iso) });
    if (iso !== null) {
      setPeriod(city, iso);
      form.changed();
    }
  };
  return field('period', t('period'), h('input', { type: 'text', value: date(periodOf(city)), 'aria-describedby': 'period-echo', onchange: enter }), echo);
}

/** Only those that the set looks at. */
function attributes(form) {
  const asked = JSON.stringify(form.set.file);
  const { unit } = form.place.city;
  const choose = (key, items, now, read) => field(`unit-${key}`, t(key), select(items, now, (chosen) => ((chosen === '' ? delete unit[key] : (unit[key] = read(chosen))), form.changed())));
  const yesNo = [['', t('unknown')], ['yes', t('yes')], ['no', t('no')]];
  const state = (key) => (unit[key] === undefined ? '' : unit[key] ? 'yes' : 'no');
  const looked = (key) => asked.includes(`"attribute":"${key}"`);
  return [
    looked('urban_class') && choose('urban_class', [['', t('unknown')], ...CLASSES.map((one) => [one, t(`class_${one}`)])], unit.urban_class ?? '', (one) => one),
    FACTS.filter(looked).map((key) => choose(key, yesNo, state(key), (chosen) => chosen === 'yes')),
  ];
}
