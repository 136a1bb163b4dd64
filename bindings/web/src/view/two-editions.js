// The same data under two editions, along the crosswalk: what comes out otherwise, why, and what has to be asked anew.

import { h } from '../lib/dom.js';
import { carry, known } from '../engine.js';
import { attempt, currentPlace, findingsFor, options, state } from '../state.js';
import { t, text } from '../words.js';
import { findings } from './findings.js';
import { marks, outcome, placeName } from './parts.js';

export function twoEditions() {
  const place = currentPlace();
  const pair = place && editionsFor(place.city);
  if (!pair) return null;
  const { findings: found, carried } = attempt(() => ({ carried: carry(pair.before, pair.now, place.city, { asOf: options().asOf }) }));
  const heading = h('h3', { id: 'carry-title' }, t('twoEditions', { name: placeName(place.city.unit), before: pair.before.summary.edition, now: pair.now.summary.edition }));
  if (!carried) return h('section', { class: 'card problems' }, heading, findings(found));
  const [before, now] = [pair.before, pair.now].map((set) => (id) => titleIn(set, id));
  const changes = (carried.changes ?? []).filter(({ state: kind, step }) => kind === 'self_assessed' && step === 'edition');
  const anew = (carried.criteria ?? []).filter(({ needs_new_data: needed, now: id }) => needed && id);
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'carry-title' },
    heading,
    h('div', { class: 'pair' }, [carried.before, carried.now].map(side)),
    h('h4', {}, t('changed', { count: changes.length })),
    h('ul', { class: 'changes' }, changes.map((one) => change(one, now, before))),
    anew.length > 0 && h('details', {}, h('summary', {}, t('askAnew', { count: anew.length })), h('ul', {}, anew.map(({ now: id, reasons = [] }) => h('li', {}, now(id), reasons.length > 0 && h('span', { class: 'dim' }, ` – ${reasons.map((reason) => t(`reason_${reason}`)).join(', ')}`))))),
    carried.crosswalk_findings?.length > 0 && h('details', {}, h('summary', {}, t('crosswalkFindings')), findings(carried.crosswalk_findings)),
  );
}

/** The edition the data were made for, and the newest other one of the set. */
function editionsFor(city) {
  const editions = known().filter(({ summary }) => summary.set === state.set.split('@')[0]);
  if (editions.length < 2) return null;
  const faults = (set) => findingsFor(set, city).filter(({ severity }) => severity === 'error').length;
  const before = editions.reduce((a, b) => (faults(b) < faults(a) ? b : a));
  return faults(before) > 0 ? null : { before, now: editions.find((set) => set !== before) };
}

function side({ set, marks: list, self_assessed: own }) {
  return h('div', {}, h('p', { class: 'dim' }, `${set.id}@${set.edition}-u${set.revision} · ${t('self')}`), h('p', { class: 'statement' }, text(own.level?.statement ?? own.statement)), marks(list));
}

function titleIn(set, id) {
  const criterion = set.file.criteria.find((one) => one.id === id);
  return `${criterion.label} ${text(criterion.title)}`;
}

function change({ before: old, now: id, from, to, causes }, now, before) {
  const because = causes.map(({ cause, reasons = [], dropped }) => [t(dropped ? 'cause_dropped' : `cause_${cause}`), reasons.map((reason) => t(`reason_${reason}`)).join(', ')].filter(Boolean).join(': '));
  return h('li', {}, h('strong', {}, id ? now(id) : before(old)), ': ', from ? outcome(from.outcome) : t('notAsked'), ' → ', to ? outcome(to.outcome) : t('notAsked'), because.length > 0 && h('span', { class: 'dim' }, ` · ${because.join('; ')}`));
}
