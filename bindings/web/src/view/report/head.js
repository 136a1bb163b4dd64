// Who reports, for which round, about which time, and when.

import { h } from '../../lib/dom.js';
import { t, text } from '../../words.js';
import { kinds } from '../../words/outcomes.js';
import { state } from '../../state.js';
import { date, field, select } from '../parts.js';
import { dateField, set, textField } from './fields.js';
import { roundOf, rounds } from './model.js';

const KINDS = ['province', 'urban_area', 'commune', 'new_urban_area'];

export function head(form) {
  const { doc } = form.report;
  const { unit } = doc;
  doc.period ??= {};
  doc.replaces ??= {};
  const kind = (picked) => {
    unit.kind = picked;
    form.redraw('r-unit-kind');
  };
  return h(
    'fieldset',
    { class: 'card unit' },
    h('legend', {}, t('reportHead')),
    roundField(form),
    textField(form, 'r-unit-name', t('reportingUnit'), unit, 'name'),
    textField(form, 'r-unit-code', t('placeCode'), unit, 'code', { hint: t('placeCodeHint') }),
    field('r-unit-kind', t('unitKind'), select(KINDS.map((one) => [one, kinds[one][state.lang]]), unit.kind, kind)),
    unit.kind !== 'province' && textField(form, 'r-unit-parent', t('parentCode'), unit, 'parent'),
    dateField(form, 'r-period-from', t('periodFrom'), doc.period, 'from'),
    dateField(form, 'r-period-to', t('periodTo'), doc.period, 'to'),
    textField(form, 'r-number', t('documentNumber'), doc, 'number'),
    dateField(form, 'r-date', t('reportDate'), doc, 'date', { whole: true }),
    dateField(form, 'r-received', t('receivedDate'), doc, 'received', { whole: true }),
    textField(form, 'r-prepared_by', t('preparedBy'), doc, 'prepared_by'),
    textField(form, 'r-replaces-number', t('replacesNumber'), doc.replaces, 'number', { hint: t('replacesHelp') }),
    dateField(form, 'r-replaces-date', t('replacesDate'), doc.replaces, 'date', { whole: true }),
    fictional(form),
  );
}

function roundField(form) {
  const { doc } = form.report;
  const pick = (id) => {
    set(doc, 'round', id);
    form.redraw('r-round');
  };
  const listed = rounds().map(({ round }) => [round.round, text(round.title)]);
  const other = doc.round !== undefined && roundOf(doc.round) === null ? [[doc.round, t('unknownRound', { id: doc.round })]] : [];
  const asked = roundOf(doc.round);
  return field('r-round', t('round'), select([['', t('noRound')], ...listed, ...other], doc.round ?? '', pick), h('p', { class: 'hint' }, asked?.last_day ? deadline(asked.last_day, asked.round.deadline.wording) : t('roundHelp')));
}

/** The last day on time, and the deadline in the words of the instrument, which are Vietnamese. */
export const deadline = (last, wording) => [t('lastDay', { date: date(last) }), ' (', h('span', { lang: 'vi' }, wording), ')'];

function fictional(form) {
  const { doc } = form.report;
  const enter = ({ target }) => {
    if (target.checked) doc.fictional = true;
    else delete doc.fictional;
    form.changed();
  };
  return h('label', { class: 'check', for: 'r-fictional' }, h('input', { type: 'checkbox', id: 'r-fictional', checked: doc.fictional === true, onchange: enter }), h('span', {}, t('reportFictional')));
}
