// The record of an assessment: saved, opened, verified.

import { h } from '../lib/dom.js';
import { record } from '../engine.js';
import { save } from '../lib/save.js';
import { openFiles } from '../open.js';
import { openData } from '../records.js';
import { attempt, currentPlace, currentSet, options, resultOf, state } from '../state.js';
import { announce } from '../frame.js';
import { t, text } from '../words.js';
import { findings } from './findings.js';
import { button } from './parts.js';

export function recordCard(name) {
  const place = currentPlace();
  const ready = place !== null && resultOf(place.city).assessment;
  const input = h('input', { type: 'file', id: 'record-file', class: 'unseen', accept: '.json', onchange: async ({ target }) => (await openFiles([...target.files]), said()) });
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'record-title' },
    h('h3', { id: 'record-title' }, t('record')),
    h('p', {}, t('recordHelp')),
    h('div', { class: 'actions' }, ready && button('save-record', t('saveRecord'), () => write(place, name)), input, h('label', { for: 'record-file', class: 'button' }, t('openRecord'))),
    state.records.map(answer),
  );
}

function write({ city }, name) {
  const { findings: found, made } = attempt(() => ({ made: record(currentSet(), city, options()) }));
  if (made) save(name, 'application/json', JSON.stringify(made));
  else announce(found.map(({ message }) => text(message)).join(' '));
}

function said() {
  const last = state.records.at(-1);
  if (last) announce(t(last.ok ? 'recordHolds' : 'recordFails', { name: last.name }));
}

function answer(one) {
  const { name, ok, findings: found, summary } = one;
  return h(
    'div',
    { class: `answer ${ok ? 'good' : 'bad'}` },
    h('h4', {}, h('span', { class: 'sign', 'aria-hidden': 'true' }, ok ? '✓' : '✗'), ' ', t(ok ? 'recordHolds' : 'recordFails', { name })),
    h('p', {}, t(ok ? 'recordHoldsHelp' : 'recordFailsHelp')),
    summary && h('p', { class: 'dim' }, `${summary.unit} · ${summary.set} · ${summary.producer.name} ${summary.producer.version} · `, h('code', {}, `SHA-256 ${summary.data_sha256}`)),
    found.length > 0 && findings(found),
    ok && button(`record-data-${state.records.indexOf(one)}`, t('openRecordData'), () => openData(one), 'plain'),
  );
}
