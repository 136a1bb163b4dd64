// Where a place stands: the level in words that never stand bare, why, and what to do first.

import { h } from '../../lib/dom.js';
import { everyPage } from '../../lib/paper.js';
import { showNumber } from '../../lib/number.js';
import { currentPlace, currentSet, resultOf, state } from '../../state.js';
import { go } from '../../frame.js';
import { t, text } from '../../words.js';
import { kinds } from '../../words/outcomes.js';
import { findings } from '../findings.js';
import { openFirst } from '../open-first.js';
import { button, date, marks, placeName, title } from '../parts.js';
import { chartCards } from './charts.js';
import { criteriaTable } from './criteria.js';
import { firstSteps } from './fixes.js';
import { groups, levels } from './levels.js';

export function resultView() {
  const place = currentPlace();
  if (place === null) return openFirst('go_result');
  const { assessment, findings: found } = resultOf(place.city);
  if (!assessment) return refusal(place, found);
  const { self_assessed: own, verified } = assessment;
  const set = currentSet();
  paper(assessment);
  return h(
    'article',
    { class: 'result' },
    h('div', { class: 'toolbar' }, button('print', t('print'), () => print(), 'plain'), button('to-keep', t('saveExport'), () => go('keep'), 'plain'), button('to-form', t('edit'), () => go('form'), 'plain')),
    summary(assessment, place.city),
    h('div', { class: verified ? 'pair' : '' }, view('self', own), verified && view('verified', verified)),
    levels(own, set),
    groups(own, set),
    firstSteps(place.city, set),
    chartCards(place.city),
    criteriaTable(own, set, place.city),
    sources(set),
    assessment.findings?.length > 0 && h('section', { class: 'card' }, h('h3', {}, t('remarks')), findings(assessment.findings, { city: place.city })),
  );
}

/** Each printed page says whose result it is, under which set, in which words and with which marks. */
function paper({ set, unit, as_of: asOf, marks: list = [], self_assessed: own, verified }) {
  const said = ({ level, statement }) => text(level?.statement ?? statement);
  const states = [['self', own], ['verified', verified]].filter(([, one]) => one && said(one)).map(([kind, one]) => `${t(kind)}: ${said(one)}`);
  everyPage([...states, ...list.map((mark) => text(mark.text))].join(' · '), `${placeName(unit)} · ${set.id}@${set.edition}-u${set.revision} · ${t('asOf')}: ${date(asOf)}`);
}

function summary({ set, unit, as_of: asOf, data_date: dataDate, marks: list, notes }, city) {
  return h(
    'header',
    { class: 'card summary' },
    title(placeName(unit)),
    h('p', { class: 'dim' }, `${kinds[unit.kind][state.lang]} · ${unit.code}`),
    h(
      'dl',
      { class: 'facts' },
      fact('set', `${text(set.title)} (${set.id}@${set.edition}-u${set.revision})`),
      fact('asOf', date(asOf)),
      fact('dataDate', dataDate ? date(dataDate) : t('unknown')),
      fact('preparedBy', city.prepared_by ?? t('unknown')),
    ),
    marks(list),
    notes?.map((note) => h('p', { class: 'dim' }, text(note))),
  );
}

const fact = (key, words) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, words));

function view(kind, { level, statement, score, score_range: scores, range }) {
  const words = level ? text(level.statement) : statement ? text(statement) : t('noLevel');
  const show = (amount) => showNumber(amount, state.lang);
  return h(
    'section',
    { class: `card level ${kind}`, 'aria-labelledby': `level-${kind}` },
    h('h3', { id: `level-${kind}` }, t(kind)),
    level?.reached !== undefined && !level.verdict && ladder(level),
    h('p', { class: 'statement', id: `statement-${kind}` }, capital(words)),
    score && h('p', {}, t('score'), ': ', h('strong', {}, show(score.value))),
    scores && h('p', {}, t('scoreRange', { low: show(scores.low), high: show(scores.high) })),
    range && range.low !== range.high && h('p', { class: 'dim' }, t('range', range)),
    h('p', { class: 'dim' }, t(`${kind}Help`)),
  );
}

const capital = (words) => words.charAt(0).toLocaleUpperCase(state.lang) + words.slice(1);

/** The steps of the level as squares; the words below say the same. */
function ladder({ reached, of }) {
  return h('p', { class: 'ladder', 'aria-hidden': 'true' }, Array.from({ length: of }, (_, at) => h('span', { class: at < reached ? 'reached' : '' }, at + 1)));
}

function refusal(place, found) {
  return [
    title(t('noResult', { name: placeName(place.city.unit) })),
    h('section', { class: 'card problems' }, h('p', {}, t('noResultHelp')), findings(found, { city: place.city }), button('to-form', t('edit'), () => go('form'), 'first')),
  ];
}

function sources(set) {
  const line = ({ number, title: name, issuer, issued }) => [number, text(name), text(issuer), date(issued)].filter(Boolean).join(' · ');
  const one = (source) => h('li', {}, line(source), ' ', h('span', { class: 'dim' }, `(${t(`read_${source.confidence}`)})`));
  return h('section', { class: 'card sources', 'aria-labelledby': 'sources-title' }, h('h3', { id: 'sources-title' }, t('sources')), h('ul', {}, set.file.sources.map(one)));
}
