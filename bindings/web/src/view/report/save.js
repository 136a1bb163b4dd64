// The report leaves the page: as files of the reader's.

import { h } from '../../lib/dom.js';
import { DOCX, inFileName, save } from '../../lib/save.js';
import { need, programme } from '../../engine.js';
import { announce, go } from '../../frame.js';
import { addPlace, attempt, change, state } from '../../state.js';
import { t } from '../../words.js';
import { button } from '../parts.js';
import { byOutline, prepared, roundOf } from './model.js';

/** A name for a file from the code of the unit. */
const named = ({ doc }, end) => `bao-cao-${inFileName(doc.unit.code || 'moi')}${end}`;

/** Writes in one form; why it cannot be written stands among the findings. */
async function write(report, end, type, part, make) {
  if (part) await need(part);
  const { out, lacking } = prepared(report);
  const { findings, made } = attempt(() => ({ made: make(out) }));
  if (findings) return announce(t('cannotWrite', { count: findings.length }));
  save(named(report, end), type, made);
  report.edited = false;
  announce(t(lacking.length > 0 ? 'writtenWithout' : 'written', { count: lacking.length }));
}

export function saveCard({ report }) {
  const { lang } = state;
  const json = (doc) => `${JSON.stringify(programme.reportFile(doc, byOutline()).file, null, 2)}\n`;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'r-save-title' },
    h('h3', { id: 'r-save-title' }, t('saveReport')),
    h('p', {}, t('saveReportHelp')),
    h(
      'div',
      { class: 'actions' },
      button('r-save-json', t('saveReportJson'), () => write(report, '.json', 'application/json', null, json)),
      button('r-save-csv', t('saveReportCsv'), () => write(report, '.csv', 'text/csv', 'pages', (doc) => programme.reportTable(doc, { lang, ...byOutline() }))),
      button('r-save-html', t('saveReportHtml'), () => write(report, '.html', 'text/html', 'pages', (doc) => programme.reportPage(doc, { lang, ...byOutline() }))),
      button('r-save-docx', t('saveReportDocx'), () => write(report, '.docx', DOCX, 'word', (doc) => programme.reportDocx(doc, { lang, ...byOutline() }))),
    ),
    h('p', { class: 'hint' }, t('draftElsewhere')),
    h('p', { class: 'hint' }, t('toCityHelp')),
    h('div', { class: 'actions' }, button('r-to-city', t('toCityData'), () => toCityData(report), 'plain')),
  );
}

/** The criteria that the report answers become a place among the open ones, to be joined with others. */
function toCityData(report) {
  const asked = roundOf(report.doc.round);
  const [name] = state.set.split('@');
  const file = report.file || named(report, '.json');
  const { city } = asked ? attempt(() => ({ city: programme.answers(prepared(report).out, { round: asked.round, set: name, file, ...byOutline() }) })) : {};
  if (!city) return announce(t('noCityData'));
  const { key } = addPlace(file, city.cities[0]);
  change({ chosen: key });
  go('data');
}

/** An empty report for a spreadsheet program. */
export async function saveTemplate() {
  await need('pages');
  save('bao-cao-mau.csv', 'text/csv', programme.template({ format: 'csv', lang: state.lang, round: state.report?.doc.round, ...byOutline() }));
}
