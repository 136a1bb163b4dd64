// The documents that support a criterion.

import { h, put } from '../../lib/dom.js';
import { readDate } from '../../lib/date.js';
import { announce } from '../../frame.js';
import { t, text } from '../../words.js';
import { button, date, field, select } from '../parts.js';
import { addDocument, documents, removeDocument } from './model.js';

const KINDS = ['result', 'plan', 'recognition'];

export function documentsOf(criterion, form) {
  const list = h('div', {});
  const draw = () => put(list, shown(criterion, form, draw));
  draw();
  return h('details', { class: 'documents', open: documents(form.place.city, criterion).length > 0 }, h('summary', {}, t('documents')), criterion.evidence.asked && h('p', { class: 'hint' }, t('asked'), ': ', text(criterion.evidence.asked)), list, entry(criterion, form, draw));
}

function shown(criterion, form, draw) {
  const list = documents(form.place.city, criterion);
  if (list.length === 0) return h('p', { class: 'dim' }, t('noDocuments'));
  const remove = (document) => {
    removeDocument(form.place.city, criterion, document);
    draw();
    form.changed();
  };
  return h('ul', {}, list.map((one) => h('li', {}, [one.number, date(one.date), one.issuer, one.summary].filter(Boolean).join(' · '), ` (${t(`document_${one.kind ?? 'result'}`)}${one.review ? `, ${t(`review_${one.review.result}`)}` : ''}) `, h('button', { type: 'button', class: 'link', 'aria-label': `${t('remove')}: ${one.summary}`, onclick: () => remove(one) }, t('remove')))));
}

function entry(criterion, form, draw) {
  const id = (name) => `d-${criterion.id}-${name}`;
  const write = (name) => field(id(name), t(`document${name}`), h('input', { type: 'text' }));
  const kind = field(id('Kind'), t('documentKind'), select(KINDS.map((one) => [one, t(`document_${one}`)]), 'result', () => {}));
  const problem = h('p', { class: 'echo', role: 'alert' });
  const box = h('div', { class: 'entry' }, ['Number', 'Date', 'Issuer', 'Summary'].map(write), kind, problem, button(id('add'), t('addDocument'), () => add(), 'plain'));
  const add = () => {
    const read = (name) => box.querySelector(`#${CSS.escape(id(name))}`).value.trim();
    const day = read('Date') === '' ? '' : readDate(read('Date'));
    problem.textContent = read('Summary') === '' ? t('summaryNeeded') : day === null ? t('badDate') : '';
    if (problem.textContent !== '') return;
    const given = Object.entries({ number: read('Number'), date: day, issuer: read('Issuer'), summary: read('Summary') }).filter(([, words]) => words !== '');
    addDocument(form.place.city, criterion, { ...Object.fromEntries(given), kind: read('Kind') });
    for (const input of box.querySelectorAll('input')) input.value = '';
    draw();
    form.changed();
    announce(t('documentAdded'));
  };
  return box;
}
