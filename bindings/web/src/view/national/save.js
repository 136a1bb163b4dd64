// The national report leaves the page: as files of the reader's.

import { h } from '../../lib/dom.js';
import { DOCX, inFileName, save } from '../../lib/save.js';
import { need, programme } from '../../engine.js';
import { announce } from '../../frame.js';
import { attempt, state } from '../../state.js';
import { t, text } from '../../words.js';
import { button } from '../parts.js';
import { asked } from './model.js';

async function write(name, type, part, make) {
  if (part) await need(part);
  const { files } = state.national;
  const { findings, made } = attempt(() => ({ made: make(files, { ...asked(), lang: state.lang }) }));
  if (made === undefined) return announce(findings.map(({ message }) => text(message)).join(' '));
  save(name, type, made);
  announce(t('written'));
}

export function saveCard({ round }) {
  const named = (end) => `tong-hop-${inFileName(round)}${end}`;
  const json = (files, { lang, ...given }) => JSON.stringify(programme.synthesis(files, given));
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'n-save-title' },
    h('h3', { id: 'n-save-title' }, t('saveNational')),
    h('p', {}, t('saveNationalHelp')),
    h(
      'div',
      { class: 'actions' },
      button('n-save-html', t('saveReportHtml'), () => write(named('.html'), 'text/html', 'pages', programme.synthesisPage)),
      button('n-save-docx', t('saveReportDocx'), () => write(named('.docx'), DOCX, 'word', programme.synthesisDocx)),
      button('n-save-csv', t('saveReportCsv'), () => write(named('.csv'), 'text/csv', null, (files, given) => programme.synthesis(files, { ...given, format: 'csv' }))),
      button('n-save-json', t('saveReportJson'), () => write(named('.json'), 'application/json', null, json)),
    ),
  );
}
