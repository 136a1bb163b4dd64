// Pilots: who may be one, how ready, in which order; and what a pilot brought.

import { h } from '../../lib/dom.js';
import { inFileName, save } from '../../lib/save.js';
import { known } from '../../engine.js';
import { announce } from '../../frame.js';
import { change, state } from '../../state.js';
import { t, text } from '../../words.js';
import { dropZone } from '../drop.js';
import { refusals } from '../findings.js';
import { button, date, field, marks, select, title } from '../parts.js';
import { effectCard } from './effect.js';
import { tryPilots } from './example.js';
import { empty, selection, selectionCsv, takeFiles, theSet } from './model.js';
import { rankingCard } from './ranking.js';
import { eligibilityCard, rulesCard } from './rules.js';
import { sheetsCard } from './sheet.js';

export function pilotsView() {
  state.pilots ??= empty();
  return [title(t('go_pilots')), h('p', {}, t('pilotsIntro')), filesCard(), state.pilots.files.length > 0 && [result(), effectCard()]];
}

function filesCard() {
  const own = state.pilots;
  const take = async (files) => {
    const taken = await takeFiles(files);
    change({});
    announce(t('filesTaken', { count: taken }));
    document.getElementById('p-result')?.focus();
  };
  const pick = (set) => {
    own.set = set;
    change({});
  };
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'p-files-title' },
    h('h3', { id: 'p-files-title' }, t('pilotFiles')),
    h('p', {}, t('pilotFilesHelp')),
    dropZone('p-files', t('pilotFormats'), '.json,.csv,.xlsx,.txt,.tsv', take),
    refusals(own.refused),
    list(own),
    h('p', { class: 'notice' }, own.rules ? t('ownRules', { name: own.rules.name }) : t('publishedRules')),
    field('p-set', t('set'), select(known().map(({ id, summary }) => [id, `${text(summary.title)} (${id})`]), theSet().id, pick), h('p', { class: 'hint' }, `${t('asOf')}: ${date(state.asOf)}`)),
    h('div', { class: 'actions' }, button('p-example', t('tryExample'), tryPilots, 'plain'), (own.files.length > 0 || own.rules || own.statements) && button('p-clear', t('clearPilots'), clear, 'plain')),
  );
}

function clear() {
  change({ pilots: empty() });
  document.querySelector('main h2')?.focus();
}

/** Every file with a way to leave it out. */
function list(own) {
  const drop = (name, less) => {
    Object.assign(own, less);
    change({});
    announce(t('fileLeftOut', { name }));
  };
  const one = (kind, name, less, at) => h('li', {}, `${t(kind)}: ${name} `, h('button', { type: 'button', class: 'link', id: `p-drop-${at}`, 'aria-label': `${t('remove')}: ${name}`, onclick: () => drop(name, less) }, t('remove')));
  const all = [
    own.rules && ['kindRules', own.rules.name, { rules: null }],
    own.statements && ['kindStatements', own.statements.name, { statements: null }],
    ...own.files.map((file) => ['kindCandidates', file.name, { files: own.files.filter((other) => other !== file) }]),
  ].filter(Boolean);
  return all.length > 0 && h('ul', {}, all.map(([kind, name, less], at) => one(kind, name, less, at)));
}

/** Findings by the file they are about, under the name the reader knows. */
function byFile(found) {
  const { rules, statements } = state.pilots;
  const called = { rules: rules?.name ?? t('publishedRulesShort'), statements: statements?.name };
  const groups = new Map();
  for (const finding of found) groups.set(finding.file, [...(groups.get(finding.file) ?? []), finding]);
  return [...groups].map(([file, all]) => ({ file: called[file] ?? file ?? t('pilotFiles'), findings: all.map((finding) => ({ ...finding, file: undefined })) }));
}

function result() {
  const { all, findings: found, doubtful } = selection();
  if (!all) return h('section', { class: 'card', id: 'p-result', tabindex: '-1' }, h('h3', {}, t('cannotSelect')), refusals(byFile(found)));
  return h(
    'div',
    { id: 'p-result', tabindex: '-1' },
    h('h2', {}, text(all.rules.title)),
    h('p', { class: 'dim' }, `${t('self')} · ${all.set ?? theSet().id}${all.scheme ? ` · ${all.scheme}` : ''} · ${date(state.asOf)}`),
    marks(all.marks),
    eligibilityCard(all),
    rankingCard(all, doubtful),
    saveCard(all),
    sheetsCard(all),
    rulesCard(all),
  );
}

function saveCard(all) {
  const named = (end) => `thi-diem-${inFileName(all.rules.id)}-${state.asOf}${end}`;
  const write = (end, type, content) => {
    save(named(end), type, content);
    announce(t('written'));
  };
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'p-save-title' },
    h('h3', { id: 'p-save-title' }, t('savePilots')),
    h('p', {}, t('savePilotsHelp')),
    h(
      'div',
      { class: 'actions' },
      button('p-save-csv', t('saveReportCsv'), () => write('.csv', 'text/csv', `\ufeff${selectionCsv()}`)),
      button('p-save-json', t('saveReportJson'), () => write('.json', 'application/json', JSON.stringify(all))),
    ),
  );
}
