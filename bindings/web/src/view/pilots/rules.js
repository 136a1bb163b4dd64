// Rules and what they rest on, and how each candidate stands by the conditions.

import { h } from '../../lib/dom.js';
import { showNumber } from '../../lib/number.js';
import { state } from '../../state.js';
import { t, text } from '../../words.js';
import { date, placeName } from '../parts.js';
import { table } from '../table.js';

/** A card of this part, headed by words of their own. */
export const card = (id, ...content) => h('section', { class: 'card', 'aria-labelledby': `p-${id}-title` }, h('h3', { id: `p-${id}-title` }, t(id)), content);

const SIGNS = { yes: '✓', no: '✗', unknown: '?' };

/** An answer in a sign and a word, never by colour alone. */
export const answer = (holds, words = `holds_${holds}`) => h('span', { class: `state holds-${holds}` }, h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[holds]), t(words));

/** Name and code of a place. */
export const called = (unit) => [placeName(unit), ' ', h('span', { class: 'dim' }, unit.code)];

/** What a rule rests on: the sources it cites with the clause, or that it is an assumption, with the reason. */
export function ground({ basis, confidence, cites = [], note }, sources) {
  const one = ({ source, clause }) => {
    const own = sources.find(({ id }) => id === source);
    return h('div', {}, [own?.number, text(own?.title) || source, clause].filter(Boolean).join(' · '));
  };
  return [basis === 'assumption' ? h('div', { class: 'state holds-unknown' }, t('basisAssumption')) : cites.map(one), confidence && h('div', { class: 'dim' }, t(`confidence_${confidence}`)), note && h('div', { class: 'dim' }, note)];
}

/** Everything by which candidates are held, with its ground; the rules of the selection are the same for every candidate. */
export function rulesCard({ rules, candidates = [] }) {
  const [{ conditions = [], readiness = [] } = {}] = candidates;
  const { sources = [], notes = [] } = rules;
  const source = (own) => h('li', {}, [own.number, text(own.title), text(own.issuer), date(own.issued), t(`confidence_${own.confidence}`), own.note].filter(Boolean).join(' · '), own.url && [' ', h('code', {}, own.url)]);
  return card(
    'pilotRules',
    h('p', { class: 'hint' }, t('pilotRulesHelp')),
    conditions.length > 0 && table(t('conditions'), [t('condition'), t('groundColumn')], conditions.map((own) => [text(own.title), ground(own, sources)]), { even: true }),
    readiness.length > 0 && table(t('readinessItems'), [t('readinessItem'), t('weight'), t('groundColumn')], readiness.map((own) => [`${text(own.title)} (${t('atLevel', { level: own.level })})`, showNumber(own.weight, state.lang), ground(own, sources)]), { numbers: [1], even: true }),
    sources.length > 0 && [h('h4', {}, t('sourcesCited')), h('ul', {}, sources.map(source))],
    notes.map((note) => h('p', { class: 'dim' }, text(note))),
  );
}

/** Who may be a pilot, and what stands in the way of the others. */
export function eligibilityCard({ candidates = [] }) {
  const reason = ({ title, holds, statement }) => h('li', {}, answer(holds), ' – ', text(title), statement && h('span', { class: 'dim' }, ` (${t('statedBy', { source: statement.source })})`));
  const row = ({ unit, eligible, conditions = [] }) => {
    const open = conditions.filter(({ holds }) => holds !== 'yes');
    return [called(unit), answer(eligible, `eligible_${eligible}`), `${conditions.length - open.length} / ${conditions.length}`, open.length > 0 ? h('ul', { class: 'reasons' }, open.map(reason)) : '–'];
  };
  const of = (word) => candidates.filter(({ eligible }) => eligible === word).length;
  const tile = (word, kind) => h('li', { class: kind }, h('strong', {}, showNumber(String(of(word)), state.lang)), ' ', t(`eligible_${word}`));
  return card(
    'eligibility',
    h('ul', { class: 'tiles' }, tile('yes', 'good'), tile('unknown', of('unknown') > 0 ? 'warn' : ''), tile('no', of('no') > 0 ? 'bad' : '')),
    h('p', { class: 'hint' }, t('eligibilityHelp')),
    table(null, [t('candidate'), t('eligibleColumn'), t('conditionsMet'), t('inTheWay')], candidates.map(row), { numbers: [2] }),
  );
}
