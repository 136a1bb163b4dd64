// Levels with their conditions, groups with what they met.

import { h } from '../../lib/dom.js';
import { showNumber } from '../../lib/number.js';
import { state } from '../../state.js';
import { t, text } from '../../words.js';

export function levels({ levels: list, level }, set) {
  if (!list?.length) return null;
  return h('section', { class: 'card', 'aria-labelledby': 'levels-title' }, h('h3', { id: 'levels-title' }, t(level?.verdict ? 'conditions' : 'levels')), h('div', { class: 'rungs' }, list.map((one) => rung(one, level?.verdict, set))));
}

function rung({ level, title, reached, undecided, condition }, verdict, set) {
  const word = undecided ? 'levelUndecided' : reached ? 'levelReached' : 'levelNot';
  const sign = undecided ? '?' : reached ? '✓' : '✗';
  return h(
    'div',
    { class: `rung ${word}` },
    h('h4', {}, !verdict && `${t('level', { level })} – `, text(title), ' ', h('span', { class: 'word' }, `${sign} ${t(word)}`)),
    h('ul', { class: 'conditions' }, flat(condition).map((one) => conditionOf(one, level, set))),
  );
}

const flat = (condition) => (condition.condition === 'all' && condition.of ? condition.of : [condition]);

function conditionOf(condition, level, set) {
  const { holds, undecided, of } = condition;
  const sign = undecided ? '?' : holds ? '✓' : '✗';
  const word = t(undecided ? 'levelUndecided' : holds ? 'holds' : 'fails');
  return h('li', {}, h('span', { class: 'sign', 'aria-hidden': 'true' }, sign), h('span', {}, sentence(condition), ' – ', word, parameter(condition, level, set), of?.length > 0 && h('ul', { class: 'conditions' }, of.map((one) => conditionOf(one, level, set)))));
}

/** The parameter that a limit comes from, by its title: two conditions may count the same criteria in different ways. */
function parameter({ parameter: id }, level, set) {
  const known = (set.file.parameters ?? []).filter((one) => one.id === id);
  const found = known.find((one) => one.level === level) ?? known[0];
  return found && h('span', { class: 'dim parameter' }, text(found.title));
}

/** A share of 1 in percent, by moving the point: nothing is rounded. */
function percent(share) {
  const [whole, rest = ''] = String(share).split('.');
  const moved = `${whole}${rest.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const left = rest.slice(2);
  return `${showNumber(left ? `${moved}.${left}` : moved, state.lang)} %`;
}

function sentence(c) {
  const tier = t(`tier_${c.tier ?? 'all'}`);
  const group = c.group ?? '';
  const show = (amount) => (amount === undefined ? t('unknown') : showNumber(amount, state.lang, 4));
  if (c.vacuous) return t('cond_vacuous', { tier });
  if (c.condition === 'share_met') return t('cond_share_met', { tier, met: c.met, asked: c.asked, min: percent(c.min) });
  if (c.condition === 'count_met') return t('cond_count_met', { tier, met: c.met, min: show(c.min) });
  if (c.condition === 'node_value') return t(c.group ? 'cond_group_value' : 'cond_node_value', { group, value: show(c.value), min: show(c.min) });
  if (c.condition === 'mandatory') return t('cond_mandatory', { met: c.met ?? 0, asked: c.asked ?? 0 });
  if (c.title) return text(c.title);
  return t(`cond_${c.condition}`);
}

/** A table of groups: what each met, at the lowest level that is not reached; or its points. */
export function groups({ tree, levels: list }, set) {
  const inner = tree.children.filter(({ group }) => group);
  if (inner.length === 0) return null;
  const at = list?.find(({ reached }) => !reached)?.level ?? list?.at(-1)?.level ?? 1;
  const counts = inner.some(({ met }) => met?.length > 0);
  const column = (key) => h('th', { scope: 'col' }, t(key));
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'groups-title' },
    h('h3', { id: 'groups-title' }, t('groups')),
    counts && list?.length > 1 && h('p', { class: 'dim' }, t('groupsAt', { level: at })),
    h('table', { class: 'groups' }, h('thead', {}, h('tr', {}, column('group'), column(counts ? 'metOfAsked' : 'points'))), h('tbody', {}, inner.map((node) => row(node, at, set)))),
  );
}

function row(node, at, set) {
  const group = set.file.groups.find(({ id }) => id === node.group);
  const { words, share } = standing(node, node.met?.find(({ level }) => level === at));
  return h('tr', {}, h('th', { scope: 'row' }, `${group.label} ${text(group.title)}`), h('td', {}, h('span', { class: 'amount' }, words), share !== null && h('span', { class: 'bar', share, 'aria-hidden': 'true' })));
}

function standing({ value, share, undecided, max_points: most }, count) {
  if (count?.asked === 0) return { words: t('noneAsked'), share: null };
  if (count) return { words: t('metCount', count), share: count.met / count.asked };
  if (value === undefined) return { words: t(undecided ? 'levelUndecided' : 'noValue'), share: null };
  const shown = showNumber(value, state.lang, 2);
  return { words: most === undefined ? shown : t('outOf', { value: shown, most: showNumber(most, state.lang) }), share: share === undefined ? null : Number(share) };
}
