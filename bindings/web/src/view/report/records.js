// Records of assessments that go with the report: attached from files, named by their digest.

import { h } from '../../lib/dom.js';
import { programme } from '../../engine.js';
import { announce } from '../../frame.js';
import { t, text } from '../../words.js';
import { date, marks } from '../parts.js';

/** What a file is attached as; false when it is no record. */
export function attach(report, name, content) {
  report.doc.records = (report.doc.records ?? []).filter(({ file }) => file !== name);
  report.doc.records.push(programme.recordLink({ name, data: content }));
  report.records[name] = content;
  report.edited = true;
}

/** The levels in the records that hold are put in later, when the report was checked. */
export function recordsCard(form) {
  const { doc, records } = form.report;
  const links = doc.records ?? [];
  const take = async ({ target }) => {
    for (const file of target.files) attach(form.report, file.name, await file.text());
    announce(t('recordsAttached', { count: target.files.length }));
    form.redraw('r-record-file');
  };
  const drop = (at) => {
    const [gone] = links.splice(at, 1);
    delete records[gone.file];
    if (links.length === 0) delete doc.records;
    form.moved('records', at);
    form.redraw('r-record-file');
  };
  form.levels = h('div', {});
  return h(
    'section',
    { class: 'card', id: 'r-records', 'aria-labelledby': 'r-records-title' },
    h('h3', { id: 'r-records-title' }, t('attachedRecords')),
    h('p', { class: 'hint' }, t('attachedHelp')),
    h('ul', {}, links.map(({ file, sha256 }, at) => h('li', {}, file, sha256 && [' ', h('code', {}, `SHA-256 ${sha256.slice(0, 12)}…`)], !records[file] && h('span', { class: 'dim' }, ` – ${t('recordNotOpen')}`), ' ', h('button', { type: 'button', class: 'link', 'aria-label': `${t('remove')}: ${file}`, onclick: () => drop(at) }, t('remove'))))),
    form.levels,
    h('div', { class: 'actions' }, h('input', { type: 'file', id: 'r-record-file', class: 'unseen', multiple: true, accept: '.json', onchange: take }), h('label', { for: 'r-record-file', class: 'button' }, t('attachRecord'))),
  );
}

/** A level never stands without its marks. */
export const level = ({ file, statement, as_of: day, set, verified, marks: list }) => h('div', { class: 'level' }, h('p', {}, h('strong', {}, text(statement)), h('span', { class: 'dim' }, ` · ${t(verified ? 'verified' : 'self')} · ${set} · ${date(day)} · ${file}`)), marks(list));
