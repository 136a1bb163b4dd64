// What a place should do next: priorities with their reasons, the result by objectives, dated targets, milestones, the residents' voice.

import { h } from '../../lib/dom.js';
import { programme } from '../../engine.js';
import { announce } from '../../frame.js';
import { inFileName, save } from '../../lib/save.js';
import { attempt, change, currentPlace, currentSet, options, state } from '../../state.js';
import { t, text } from '../../words.js';
import { dropZone } from '../drop.js';
import { findings } from '../findings.js';
import { openFirst } from '../open-first.js';
import { button, date, field, marks, placeName, select, title } from '../parts.js';
import { schemeFor } from '../../pick.js';
import { prioritiesOf, survey, takeBeside } from './model.js';
import { milestonesCard, objectivesTable, targetsTable, voiceTable } from './tables.js';

export function nextView() {
  const place = currentPlace();
  if (place === null) return [...openFirst('go_next'), milestonesCard(programme.milestones(milestoneOptions()))];
  const [set, { city }] = [currentSet(), place];
  const made = prioritiesOf(set, city, { ...options(), ...(state.target && { target: state.target }) });
  return [title(t('nextOf', { name: placeName(city.unit) })), h('p', {}, t('nextIntro')), made.list && marks(made.list.marks), priorityCard(made, set, city), besideCard(made), voiceCard(), objectivesCard(set, city), targetsCard(set, city), milestonesCard(programme.milestones(milestoneOptions()))];
}

const milestoneOptions = () => ({ asOf: state.asOf, progress: sound('progress') });

/** The bytes of a file beside the place, when the library can read them; what it finds is said where the file is listed. */
function sound(kind) {
  const data = state.beside[kind]?.data;
  return data && attempt(() => ({ ok: programme.milestones({ asOf: state.asOf, progress: data }) })).ok ? data : undefined;
}

const card = (id, ...content) => h('section', { class: 'card', 'aria-labelledby': `x-${id}-title` }, h('h3', { id: `x-${id}-title` }, t(id)), content);

/** A table for a spreadsheet, with the marks in every row. */
const csv = (id, name, make) => button(id, t('saveReportCsv'), () => (save(name, 'text/csv', `\ufeff${make()}`), announce(t('written'))), 'plain');

function priorityCard({ list, findings: found }, set, city) {
  if (!list) return h('section', { class: 'card problems' }, h('h3', {}, t('noResult', { name: placeName(city.unit) })), findings(found, { city }));
  const levels = schemeFor(set, state.scheme, city.unit.kind).levels ?? [];
  const pick = (level) => change({ target: level === '' ? null : Number(level) });
  const choices = [['', t('nextLevel')], ...levels.map((_, at) => [String(at + 1), t('referenceTarget', { level: at + 1 })])];
  const items = list.items ?? [];
  const given = { ...options(), lang: state.lang, format: 'csv', ...(state.target && { target: state.target }), survey: survey(), local: state.beside.local?.data };
  return card(
    'priorities',
    levels.length > 0 && field('x-target', t('targetLevel'), select(choices, state.target ? String(state.target) : '', pick)),
    h('p', { class: 'dim' }, `${t('self')} · ${set.id} · ${date(state.asOf)}`),
    h('p', { class: 'hint' }, text(list.rule)),
    items.length === 0 ? h('p', {}, t('nothingToDo')) : h('ol', { class: 'priorities' }, items.map((item) => priority(item, set))),
    items.length > 0 && !found && h('div', { class: 'actions' }, csv('x-save-priorities', `uu-tien-${state.asOf}.csv`, () => programme.priorities(set, city, given))),
  );
}

function priority({ criterion, title: words, reasons, in_plan: inPlan }, set) {
  const { label } = set.file.criteria.find(({ id }) => id === criterion) ?? { label: criterion };
  return h('li', {}, h('p', {}, h('strong', {}, `${label} ${text(words)}`), inPlan && h('span', { class: 'tier' }, t('inPlan'))), h('p', { class: 'dim' }, reasons[state.lang].join(' · ')));
}

function besideCard({ findings: found }) {
  const { beside } = state;
  const take = async (files) => {
    await takeBeside(files);
    change({});
    announce(t('filesTaken', { count: files.length }));
  };
  const drop = (kind) => {
    const { [kind]: _, ...rest } = state.beside;
    change({ beside: rest });
  };
  const progress = beside.progress && attempt(() => ({ ok: programme.milestones({ asOf: state.asOf, progress: beside.progress.data }) })).findings;
  const wrong = [...(found ?? []).filter(({ file }) => file), ...(progress ?? [])];
  const one = (kind) => beside[kind] && h('li', {}, `${t(`beside_${kind}`)}: ${beside[kind].name} `, h('button', { type: 'button', class: 'link', 'aria-label': `${t('remove')}: ${beside[kind].name}`, onclick: () => drop(kind) }, t('remove')));
  return card(
    'besideFiles',
    h('p', {}, t('besideHelp')),
    dropZone('x-files', t('besideFormats'), '.json,.csv,.txt', take),
    h('ul', {}, ['survey', 'answers', 'local', 'progress'].map(one)),
    beside.survey && !beside.answers && h('p', { class: 'notice' }, t('answersMissing')),
    beside.answers && !beside.survey && h('p', { class: 'notice' }, t('surveyMissing')),
    wrong.length > 0 && h('div', { class: 'problems inner' }, findings(wrong.map((finding) => ({ ...finding, file: beside[finding.file]?.name ?? finding.file })))),
  );
}

function voiceCard() {
  const given = survey();
  const { voice } = given ? attempt(() => ({ voice: programme.voice(given) })) : {};
  if (!voice) return null;
  const city = () => save(`khao-sat-${inFileName(voice.unit.code)}.json`, 'application/json', JSON.stringify(programme.voiceCity(given), null, 2));
  return card('residentsVoice', marks(voice.marks), voiceTable(voice), h('div', { class: 'actions' }, button('x-save-voice', t('saveVoice'), city, 'plain'), csv('x-save-voice-csv', `khao-sat-${state.asOf}.csv`, () => programme.voice(given, { lang: state.lang, format: 'csv' }))));
}

function objectivesCard(set, city) {
  const { view } = attempt(() => ({ view: programme.objectives(set, city, { ...options(), level: state.target ?? 1 }) }));
  return view && card('objectives', objectivesTable(view, set));
}

function targetsCard(set, city) {
  const { all } = attempt(() => ({ all: programme.targets(set, city, options()) }));
  const place = all?.places[0];
  return place?.targets?.length > 0 && card('datedTargets', targetsTable(place, set), h('div', { class: 'actions' }, csv('x-save-targets', `muc-tieu-${state.asOf}.csv`, () => programme.targets(set, city, { ...options(), lang: state.lang, format: 'csv' }))));
}
