// The local report: six parts as a form made from the outline, with everything the library finds in it.

import { h, put } from '../../lib/dom.js';
import { showNumber } from '../../lib/number.js';
import { announce } from '../../frame.js';
import { change, state, touch } from '../../state.js';
import { t, text } from '../../words.js';
import { dropZone } from '../drop.js';
import { counted, findings } from '../findings.js';
import { button, marks, title } from '../parts.js';
import { fundingPart } from './funding.js';
import { head } from './head.js';
import { leadTo } from './link.js';
import { blank, checked, theOutline } from './model.js';
import { choose, openReports, replace } from './open.js';
import { otherOutline, outlineInUse } from './outline.js';
import { heading, textPart } from './part.js';
import { level, recordsCard } from './records.js';
import { saveCard, saveTemplate } from './save.js';
import { tryReports } from './example.js';

export function reportView() {
  const { report } = state;
  return [title(t('go_report')), h('p', {}, t('reportIntro')), openCard(report), refusals(), offers(), report && reportForm(report)];
}

function openCard(report) {
  const start = () => {
    state.reportRefused = [];
    replace(blank());
  };
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'r-open-title' },
    h('h3', { id: 'r-open-title' }, t('openReport')),
    dropZone('r-files', t('reportFormats'), '.json,.csv,.txt', async (files) => said(await openReports(files))),
    outlineInUse(),
    h('div', { class: 'actions' }, button('r-new', t(report ? 'startAnew' : 'startReport'), start, report ? 'plain' : 'first'), button('r-template', t('reportTemplate'), saveTemplate, 'plain'), button('r-example', t('tryExample'), tryReports, 'plain')),
  );
}

function said({ opened, refused }) {
  announce(t('reportsOpened', { count: opened, refused }));
  document.getElementById(refused > 0 ? 'r-refused' : opened > 1 ? 'r-offers' : '')?.focus();
}

function refusals() {
  const refused = state.reportRefused;
  if (refused.length === 0) return null;
  return h('section', { class: 'card problems', id: 'r-refused', tabindex: '-1', 'aria-labelledby': 'r-refused-title' }, h('h3', { id: 'r-refused-title' }, t('refusedTitle')), h('p', {}, t('refusedHelp')), refused.map(({ file, findings: found }) => h('section', {}, h('h4', {}, file, ' – ', counted(found)), findings(found))));
}

function offers() {
  if (state.offered.length === 0) return null;
  const one = ({ file, doc }, at) => h('li', {}, button(`r-offer-${at}`, `${doc.unit.name} (${doc.unit.code})`, () => choose(file, doc), 'plain'), h('span', { class: 'dim' }, ` ${file}`));
  return h('section', { class: 'card', id: 'r-offers', tabindex: '-1', 'aria-labelledby': 'r-offers-title' }, h('h3', { id: 'r-offers-title' }, t('chooseReport', { count: state.offered.length })), h('ul', { class: 'offers' }, state.offered.map(one)));
}

function reportForm(report) {
  const outline = theOutline();
  const [standing, problems] = [h('div', { class: 'standing', role: 'status', 'aria-live': 'polite', id: 'r-standing' }), h('div', { id: 'r-problems', tabindex: '-1' })];
  const form = { report, standing, problems };
  form.changed = () => {
    report.edited = true;
    touch(true);
    show(form);
  };
  form.redraw = (focus) => {
    report.edited = true;
    change({});
    const field = document.getElementById(focus);
    field?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: true });
  };
  form.moved = (list, at) => (report.unread = shifted(report.unread, list, at));
  const parts = outline.parts.map((part) =>
    h('section', { class: 'card part', id: `r-part-${part.id}`, 'aria-labelledby': `r-part-title-${part.id}` }, named(heading('h3', part), part), part.role === 'funding' ? fundingPart(form, part) : textPart(form, part)),
  );
  const view = h(
    'form',
    { class: 'form report', autocomplete: 'off', novalidate: true, onsubmit: (event) => event.preventDefault() },
    h('h2', {}, t('reportOf', { name: report.doc.unit.name || t('newReport') })),
    h('p', {}, t('reportHelp')),
    otherOutline(report, form.redraw),
    h('details', {}, h('summary', {}, t('outlineSource')), h('p', {}, text(outline.title)), h('ul', {}, outline.sources.map(({ title: words, number, issued }) => h('li', {}, [number, text(words), issued].filter(Boolean).join(' · ')))), (outline.notes ?? []).map((note) => h('p', { class: 'dim' }, text(note)))),
    report.doc.fictional && marks([{ text: { vi: 'DỮ LIỆU HƯ CẤU', en: 'FICTIONAL DATA (DỮ LIỆU HƯ CẤU)' } }]),
    head(form),
    parts,
    recordsCard(form),
    problems,
    saveCard(form),
    h('div', { class: 'dock' }, standing, button('r-to-problems', t('seeProblems'), () => toProblems(problems), 'plain')),
  );
  setTimeout(() => show(form));
  return view;
}

function named(heading, part) {
  heading.id = `r-part-title-${part.id}`;
  return heading;
}

/** Fields behind a row that is gone move up by one. */
function shifted(unread, list, gone) {
  const moved = Object.entries(unread).map(([id, typed]) => {
    const [, at, key] = new RegExp(`^r-${list}-(\\d+)-(\\w+)$`).exec(id) ?? [];
    if (at === undefined || Number(at) < gone) return [id, typed];
    return Number(at) === gone ? null : [`r-${list}-${Number(at) - 1}-${key}`, typed];
  });
  return Object.fromEntries(moved.filter(Boolean));
}

function toProblems(problems) {
  problems.scrollIntoView({ block: 'start' });
  problems.focus({ preventScroll: true });
}

const money = ({ dong, given, missing }) => `${given > 0 ? `${showNumber(dong, state.lang)} ${t('dong')}` : t('notEntered')}${missing > 0 ? ` (${t('unknownAmounts', { count: missing })})` : ''}`;

function show(form) {
  const { report, standing, problems } = form;
  const { findings: found, one } = checked(report);
  const seen = found.filter(({ severity }) => severity !== 'note');
  const unread = Object.keys(report.unread).length;
  const complete = one?.complete && seen.every(({ severity }) => severity !== 'error');
  standing.textContent = [
    t(complete ? 'reportWhole' : 'reportNotWhole'),
    one?.punctuality && t(`punctuality_${one.punctuality}`),
    one && `${t('planned')}: ${money(one.planned)}`,
    one && `${t('disbursed')}: ${money(one.disbursed)}`,
    unread > 0 && t('unread', { count: unread }),
    seen.length > 0 && counted(seen),
  ].filter(Boolean).join(' · ');
  put(form.levels, (one?.levels ?? []).map(level));
  const link = ({ id }) => id && h('button', { type: 'button', class: 'link', onclick: () => leadTo(id) }, t('toField'));
  put(problems, h('section', { class: `card${found.length > 0 ? ' problems' : ''}`, 'aria-labelledby': 'r-problems-title' }, h('h3', { id: 'r-problems-title' }, t(found.length > 0 ? 'problems' : 'noProblems')), found.length > 0 && findings(found.map(inWords), { link })));
}

/** A pointer says nothing to people; the way to the field stands beside the sentence. */
const inWords = (finding) => ({ ...finding, place: '', cell: undefined, place_words: undefined });
