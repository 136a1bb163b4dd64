// Money: rows by category, each a project in a year from a source of funds; and totals as the report states them.

import { h } from '../../lib/dom.js';
import { UNITS } from '../../lib/money.js';
import { t, text } from '../../words.js';
import { button, field, select } from '../parts.js';
import { amountField, set, textField, yearField } from './fields.js';
import { leaves, theOutline } from './model.js';
import { heading, nothing } from './part.js';

export function fundingPart(form, part) {
  return [h('p', { class: 'hint' }, t('fundingHelp')), leaves(part).map((item) => category(form, item)), totals(form, part)];
}

function category(form, item) {
  const { doc } = form.report;
  const rows = doc.funding.map((line, at) => ({ line, at })).filter(({ line }) => line.category === item.id);
  const add = () => {
    doc.funding.push({ category: item.id, unit: rows.at(-1)?.line.unit ?? 'trieu_dong' });
    form.redraw(`r-funding-${doc.funding.length - 1}-project`);
  };
  return h(
    'div',
    { class: 'item', id: `r-item-${item.id}`, role: 'group', 'aria-label': `${item.id} ${text(item.title)}` },
    heading('h4', item),
    rows.map(({ line, at }) => row(form, line, at)),
    h('div', { class: 'actions' }, button(`r-add-${item.id}`, t('addFunding'), add, 'plain')),
    nothing(form, item, rows.length > 0),
  );
}

const sources = () => theOutline().fund_sources.map(({ id, title }) => [id, text(title)]);

function row(form, line, at) {
  const id = (key) => `r-funding-${at}-${key}`;
  const drop = () => {
    const [gone] = form.report.doc.funding.splice(at, 1);
    form.moved('funding', at);
    form.redraw(`r-add-${gone.category}`);
  };
  return h(
    'div',
    { class: 'row', id: `r-funding-${at}`, role: 'group', 'aria-label': t('fundingRow', { number: at + 1 }) },
    textField(form, id('project'), t('project'), line, 'project'),
    ...amounts(form, id, line, yearField(form, id('year'), t('year'), line), sourceField(form, id('source'), line, t('chooseSource'))),
    h('details', { open: line.code !== undefined || line.note !== undefined }, h('summary', {}, t('moreFields')), h('div', { class: 'fields' }, textField(form, id('code'), t('projectCode'), line, 'code'), textField(form, id('note'), t('remark'), line, 'note'))),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'link', 'aria-label': `${t('removeRow')}: ${line.project ?? t('fundingRow', { number: at + 1 })}`, onclick: drop }, t('removeRow'))),
  );
}

const choose = (form, of, key) => (picked) => {
  set(of, key, picked);
  form.changed();
};

const sourceField = (form, id, of, none) => field(id, t('fundSource'), select([['', none], ...sources()], of.source ?? '', choose(form, of, 'source')));

/** Year, source and unit, and below them both amounts: one unit for the row, so that a change of it says the amounts anew. */
function amounts(form, id, of, year, source) {
  const [planned, disbursed] = ['planned', 'disbursed'].map((key) => amountField(form, id(key), t(key), of, key));
  const pick = (unit) => {
    of.unit = unit;
    planned.again(of.planned);
    disbursed.again(of.disbursed);
    form.changed();
  };
  of.unit ??= 'trieu_dong';
  const unit = field(id('unit'), t('moneyUnit'), select(UNITS.map((one) => [one, t(one)]), of.unit, pick));
  return [h('div', { class: 'fields' }, year, source, unit), h('div', { class: 'fields two' }, planned.element, disbursed.element)];
}

function totals(form, part) {
  const { doc } = form.report;
  const rows = doc.totals ?? [];
  const add = () => {
    (doc.totals ??= []).push({ unit: 'trieu_dong' });
    form.redraw(`r-totals-${doc.totals.length - 1}-category`);
  };
  return h(
    'details',
    { class: 'item', id: 'r-totals', open: rows.length > 0 },
    h('summary', {}, t('totals')),
    h('p', { class: 'hint' }, t('totalsHelp')),
    rows.map((total, at) => totalRow(form, part, total, at)),
    h('div', { class: 'actions' }, button('r-add-total', t('addTotal'), add, 'plain')),
  );
}

function totalRow(form, part, total, at) {
  const id = (key) => `r-totals-${at}-${key}`;
  const drop = () => {
    form.report.doc.totals.splice(at, 1);
    form.moved('totals', at);
    form.redraw('r-add-total');
  };
  const categories = leaves(part).map((item) => [item.id, `${item.id} ${text(item.title)}`]);
  return h(
    'div',
    { class: 'row', id: `r-totals-${at}`, role: 'group', 'aria-label': t('totalRow', { number: at + 1 }) },
    field(id('category'), t('fundCategory'), select([['', t('everyCategory')], ...categories], total.category ?? '', choose(form, total, 'category'))),
    ...amounts(form, id, total, yearField(form, id('year'), t('yearIfOne'), total), sourceField(form, id('source'), total, t('everySource'))),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'link', 'aria-label': `${t('removeRow')}: ${t('totalRow', { number: at + 1 })}`, onclick: drop }, t('removeRow'))),
  );
}
