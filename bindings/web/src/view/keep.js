// The result and the work leave the page: as files of the reader's, and on this machine only when the reader agrees.

import { h } from '../lib/dom.js';
import { draft, forgetDraft, keep, kept, lacksFiles, storageThere, tooManyFiles, wipe } from '../draft.js';
import { KEPT, SAVED } from '../draft-files.js';
import { workbook } from '../engine.js';
import { showNumber } from '../lib/number.js';
import { inFileName, save, XLSX } from '../lib/save.js';
import { announce, go } from '../frame.js';
import { resultCsv } from '../export-csv.js';
import { currentPlace, currentSet, onChange, resultOf, state } from '../state.js';
import { t } from '../words.js';
import { ask } from './ask.js';
import { button, title } from './parts.js';
import { recordCard } from './record.js';
import { chartsOf } from './result/charts.js';

let timer;
onChange(() => {
  if (!kept()) return;
  clearTimeout(timer);
  timer = setTimeout(() => kept() && again(), 300);
});

/** Keeps what changed; that the files of a synthesis no longer fit is said once. */
function again() {
  const lacked = lacksFiles();
  keep();
  if (lacksFiles() && !lacked) announce(t('filesLacking'));
}

/** The sentence that the files of a synthesis are too many for a draft; nothing when they are in it. */
export function notKept(most) {
  const megabytes = tooManyFiles(most);
  return megabytes > 0 && h('p', { class: 'lacking' }, t('filesTooMany', { size: showNumber(megabytes.toFixed(1), state.lang), most: most / 1024 / 1024 }));
}

export function keepView() {
  return [title(t('go_keep')), exports(), recordCard(named('.record.json')), drafts(), machine()];
}

const card = (id, ...content) => h('section', { class: 'card', 'aria-labelledby': `${id}-title` }, h('h3', { id: `${id}-title` }, t(id)), content);

/** A name for a file from the code of the place, in letters every system takes. */
const named = (end) => `${inFileName(currentPlace()?.city.unit.code || 'dothi')}-${currentSet().id.replace('@', '-')}-${state.asOf}${end}`;

function exports() {
  const place = currentPlace();
  const { assessment } = place === null ? {} : resultOf(place.city);
  if (!assessment) return card('exportResult', h('p', {}, t(place === null ? 'openFirst' : 'exportNeedsResult')));
  const city = () => JSON.stringify({ format: 1, cities: [place.city] }, null, 2);
  return card(
    'exportResult',
    h('p', {}, t('exportHelp')),
    h(
      'div',
      { class: 'actions' },
      button('save-json', t('saveJson'), () => save(named('.json'), 'application/json', JSON.stringify(assessment))),
      button('save-csv', t('saveCsv'), () => save(named('.csv'), 'text/csv', resultCsv(assessment, currentSet(), state.lang))),
      button('save-xlsx', t('saveXlsx'), () => save(named('-data.xlsx'), XLSX, workbook(currentSet(), place.city, { lang: state.lang }))),
      button('save-city', t('saveCity'), () => save(named('-data.json'), 'application/json', city())),
      chartsOf(place.city).map(({ kind, title: words, svg }, at) => button(`save-svg-${at}`, t('saveSvg', { title: words }), () => save(named(`-${kind}.svg`), 'image/svg+xml', svg))),
      button('save-pdf', t('print'), () => (go('result'), setTimeout(() => print()))),
    ),
  );
}

function drafts() {
  return card('draftFile', h('p', {}, t('draftHelp')), notKept(SAVED), h('div', { class: 'actions' }, button('save-draft', t('saveDraft'), () => save(`dothi-${state.asOf}.draft.json`, 'application/json', draft()))));
}

function machine() {
  const said = (done) => announce(t(done ? (lacksFiles() ? 'filesLacking' : 'keptSaid') : 'notKept'));
  const box = h('input', { type: 'checkbox', id: 'consent', checked: kept(), disabled: !storageThere(), onchange: ({ target }) => (target.checked ? said(keep()) : forget()) });
  return card('onMachine', h('p', {}, t('onMachineHelp')), notKept(KEPT), h('label', { class: 'check', for: 'consent' }, box, h('span', {}, t('consent'))), h('div', { class: 'actions' }, button('wipe', t('wipe'), askToWipe, 'danger')));
}

function forget() {
  forgetDraft();
  announce(t('forgottenSaid'));
}

function askToWipe() {
  ask('wipe', { question: 'wipeQuestion', help: 'wipeHelp', no: 'keepIt', yes: 'wipe' }, () => {
    wipe();
    announce(t('wipedSaid'));
  });
}
