// Objectives, dated targets, milestones and the figures of a survey as tables.

import { h } from '../../lib/dom.js';
import { showNumber } from '../../lib/number.js';
import { state } from '../../state.js';
import { t, text } from '../../words.js';
import { ops } from '../../words/outcomes.js';
import { date, marks, value } from '../parts.js';
import { table } from '../table.js';

const called = (set, id) => set.file.criteria.find((one) => one.id === id)?.label ?? id;

export function objectivesTable({ items, level, marks: list }, set) {
  const row = ({ title, asked, met, open = [] }, at) => [`${at + 1}. ${text(title)}`, `${met} / ${asked}`, open.map((id) => called(set, id)).join(', ') || '–'];
  return [
    h('p', { class: 'dim' }, t('objectivesHelp', { level })),
    marks(list.filter(({ code }) => code === 'own_mapping')),
    table(null, [t('objective'), t('metOfAsked'), t('notMet')], items.filter(({ task }) => !task).map(row), { numbers: [1] }),
  ];
}

const stateOf = (word) => h('span', { class: `state ${word}` }, t(`state_${word}`));

export function targetsTable({ targets, undated }, set) {
  const unit = (criterion) => set.file.criteria.find(({ id }) => id === criterion)?.data_points[0]?.unit;
  const asked = ({ criterion, asked: { op, value: own, to } }) => {
    if (op === 'parts') return t('askedParts');
    if (op === 'range') return `${value(own, null, set)} – ${value(to, unit(criterion), set)}`;
    return own === 'yes' ? t('yes') : `${ops[op]} ${value(own, unit(criterion), set)}`;
  };
  const row = (one) => [
    `${called(set, one.criterion)} ${text(one.title)}`,
    date(one.horizon),
    [asked(one), h('div', { class: 'dim whole' }, t('atLevels', { levels: one.levels.join(', ') }))],
    one.now ? `${value(one.now.value, unit(one.criterion), set)} (${date(one.now.period)})` : '–',
    stateOf(one.state),
  ];
  const columns = [t('criterion'), t('horizon'), t('askedColumn'), t('nowColumn'), t('stateColumn')];
  const [here, others] = [true, false].map((is) => together(targets).filter((one) => (one.state !== 'not_applicable') === is));
  return [
    h('p', { class: 'hint' }, t('targetsRule')),
    here.length > 0 && table(null, columns, here.map(row)),
    others.length > 0 && h('details', {}, h('summary', {}, t('notHere', { count: others.length })), table(null, columns, others.map(row))),
    undated > 0 && h('p', { class: 'dim' }, t('undated', { count: undated })),
  ];
}

/** What several levels ask alike stands once, with the levels. */
function together(targets) {
  const rows = new Map();
  for (const one of targets) {
    const key = JSON.stringify([one.criterion, one.horizon, one.asked, one.state]);
    if (rows.has(key)) rows.get(key).levels.push(one.level);
    else rows.set(key, { ...one, levels: [one.level] });
  }
  return [...rows.values()];
}

/** The milestones of Decision 950, by horizon. */
export function milestonesCard({ items, marks: list, milestones, notes = [] }) {
  const horizons = [...new Set(items.map(({ horizon }) => horizon))];
  const ground = ({ statement }) => statement && h('p', { class: 'dim' }, [statement.value && showNumber(statement.value, state.lang), date(statement.date), statement.source].filter(Boolean).join(' · '));
  const one = (item) => h('li', {}, stateOf(item.state), ' ', text(item.title), ground(item));
  const group = (horizon) => h('li', {}, h('h4', {}, horizon ? date(horizon) : t('noHorizon')), h('ul', {}, items.filter((item) => item.horizon === horizon).map(one)));
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'x-milestones-title' },
    h('h3', { id: 'x-milestones-title' }, text(milestones.title)),
    h('p', {}, t('milestonesHelp')),
    marks(list),
    h('ol', { class: 'timeline' }, horizons.map(group)),
    notes.map((note) => h('p', { class: 'dim' }, text(note))),
  );
}

/** A share of 1 as a percentage, to a tenth, for people; the file has every digit. */
export function percent(share) {
  const [, whole, rest = ''] = /^(\d+)(?:\.(\d+))?$/.exec(share) ?? [];
  const digits = BigInt(`${whole}${rest.padEnd(4, '0').slice(0, 4)}`) + 5n;
  const tenths = String(digits / 10n).padStart(2, '0');
  return `${showNumber(`${tenths.slice(0, -1)}.${tenths.slice(-1)}`, state.lang)} %`;
}

export function voiceTable({ questions, respondents, minimum_cell: minimum }) {
  const cells = (own) => (own.state === 'shown' ? [showNumber(String(own.answers), state.lang), percent(own.share), own.interval ? `${percent(own.interval.low)} – ${percent(own.interval.high)}` : '–'] : ['–', '–', t(`cell_${own.state}`, { minimum })]);
  const row = ({ title, kind, whole }) => [`${text(title)} (${t(`kind_${kind}`)})`, ...cells(whole)];
  return [
    respondents !== undefined && h('p', {}, t('respondents', { count: showNumber(String(respondents), state.lang), minimum })),
    table(null, [t('question'), t('answersColumn'), t('shareColumn'), t('intervalColumn')], questions.map(row), { numbers: [1, 2, 3] }),
    h('p', { class: 'hint' }, t('voiceHelp')),
  ];
}
