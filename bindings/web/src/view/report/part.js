// A part of the outline whose items are texts: work, information, difficulties, proposals.

import { h } from '../../lib/dom.js';
import { t, text } from '../../words.js';
import { button } from '../parts.js';
import { dateField, textField } from './fields.js';
import { leaves } from './model.js';

/** The heading of a part or item, with what is to be known of where it comes from. */
export function heading(tag, item) {
  const hint = item.origin === 'press' ? 'onlyPress' : item.origin === 'ours' ? 'notInOutline' : item.required === 'if_any' ? 'ifAny' : null;
  return h(tag, {}, h('span', { class: 'label' }, item.id), ' ', text(item.title), hint && h('span', { class: 'tier' }, t(hint)));
}

export function textPart(form, part) {
  return leaves(part).map((item) => itemBox(form, part, item));
}

function itemBox(form, part, item) {
  const rows = form.report.doc.entries.map((entry, at) => ({ entry, at })).filter(({ entry }) => entry.item === item.id);
  const add = () => {
    form.report.doc.entries.push({ item: item.id, text: '' });
    form.redraw(`r-entries-${form.report.doc.entries.length - 1}-text`);
  };
  return h(
    'div',
    { class: 'item', id: `r-item-${item.id}`, role: 'group', 'aria-label': `${item.id} ${text(item.title)}` },
    item !== part && heading('h4', item),
    rows.map(({ entry, at }) => entryBox(form, part, entry, at)),
    h('div', { class: 'actions' }, button(`r-add-${item.id}`, t(rows.length > 0 ? 'addMore' : 'addText'), add, 'plain')),
    nothing(form, item, rows.length > 0),
  );
}

function entryBox(form, part, entry, at) {
  const id = (key) => `r-entries-${at}-${key}`;
  const drop = () => {
    const [gone] = form.report.doc.entries.splice(at, 1);
    form.moved('entries', at);
    form.redraw(`r-add-${gone.item}`);
  };
  return h(
    'div',
    { class: 'row', id: `r-entries-${at}` },
    textField(form, id('text'), t('entryText'), entry, 'text', { long: true }),
    part.role === 'proposals' && textField(form, id('to'), t('proposalTo'), entry, 'to'),
    h('details', { open: entry.document !== undefined || entry.date !== undefined }, h('summary', {}, t('entryDocument')), h('div', { class: 'fields' }, textField(form, id('document'), t('documentNumber'), entry, 'document'), dateField(form, id('date'), t('documentDate'), entry, 'date'))),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'link', 'aria-label': `${t('removeEntry')}: ${entry.item}, ${entry.text.slice(0, 60)}`, onclick: drop }, t('removeEntry'))),
  );
}

/** The statement that there is nothing to say under an item, with the reason: not the same as saying nothing. */
export function nothing(form, item, isFilled) {
  const { doc } = form.report;
  const at = (doc.nothing ?? []).findIndex((one) => one.item === item.id);
  const own = doc.nothing?.[at];
  if (isFilled && !own) return null;
  const declare = ({ target }) => {
    if (target.checked) (doc.nothing ??= []).push({ item: item.id });
    else doc.nothing.splice(at, 1);
    form.moved('nothing', at);
    form.redraw(`r-none-${item.id}`);
  };
  return h(
    'div',
    { class: 'none', id: own && `r-nothing-${at}` },
    h('label', { class: 'check', for: `r-none-${item.id}` }, h('input', { type: 'checkbox', id: `r-none-${item.id}`, checked: own !== undefined, onchange: declare }), h('span', {}, t('nothingHere'))),
    own && reason(form, own, at),
  );
}

function reason(form, own, at) {
  const id = `r-nothing-${at}-reason`;
  return textField(form, id, t('nothingReason'), own, 'reason');
}
