// The whole card: head, marks, result, first look, then the sections of a report in its order.

import { blocks, figure } from './blocks.js';
import { el } from './dom.js';
import { head, marks, plain, results } from './head.js';
import { Plan } from './plan.js';
import { criteria } from './table.js';
import { observationOf } from './suppose.js';

/** Sections that stand open; the others open by a press, and on paper. */
const OPEN = new Set(['levels', 'groups', 'plan', 'criteria']);

export function view(card, ctx) {
  const { words } = ctx;
  const given = new Map(card.sections.map((section) => [section.id, section]));
  const plan = ctx.full && new Plan(card, ctx);
  const made = ctx.full ? [
    section('levels'),
    section('groups'),
    (card.plan || !card.plain.none) && has('plan', card.plan?.title ?? words.tryHead, [plan.node]),
    has('criteria', card.criteria.title, criteria(card, { ...ctx, base: card.criteria.words.base })),
    ...['unsure', 'published', 'failing', 'documents', 'surveys', 'parameters', 'method'].map((id) => section(id)),
    findings(),
    section('software'),
  ].filter(Boolean) : [];
  const strip = given.get('result')?.blocks.find(({ is }) => is === 'chart');
  const main = el(
    'div.page',
    {},
    head(card, ctx),
    marks(card),
    results(card),
    strip && figure(strip, words),
    plain(card, ctx),
    made.length > 0 && el('nav.parts', { 'aria-label': words.pagePart }, el('ul', {}, made.map(({ id, title }) => el('li', {}, el('button.link', { type: 'button', onclick: () => ctx.go(id) }, title))))),
    made.map(({ node }) => node),
  );
  return {
    node: [
      el('div.paper-head', { 'aria-hidden': 'true' }, el('div', {}, `${card.head.over}: ${card.head.name} · ${card.head.set}`)),
      el('div.paper', {}, main),
      el('div.paper-foot', {}, el('p', {}, card.marks.line)),
    ],
    plan,
  };

  function section(id, own = given.get(id)) {
    return own && has(id, own.title, blocks(own.blocks, ctx));
  }

  function has(id, title, children) {
    const open = OPEN.has(id);
    const body = el('div.body', { id: `b-${id}`, class: open ? '' : 'shut' }, children);
    const toggle = () => button.setAttribute('aria-expanded', String(!body.classList.toggle('shut')));
    const button = !open && el('button.toggle', { type: 'button', 'aria-expanded': 'false', 'aria-controls': `b-${id}`, onclick: toggle }, title);
    const heading = el('h3', { id, tabindex: '-1' }, open ? title : button);
    return { id, title, node: el('section', { class: `part part-${id}`, 'aria-labelledby': id }, heading, body) };
  }

  /** Warnings and notes, led to the criterion whose figure they are about. */
  function findings() {
    const own = given.get('findings');
    if (own === undefined) return null;
    const shown = card.findings.filter(({ message }) => !card.marks.lines.some((line) => line.startsWith(message.replace(/\.$/, ''))));
    if (shown.length === 0) return has('findings', own.title, blocks(own.blocks, ctx));
    const one = ({ severity, message, place, code }) => {
      const at = observationOf(place);
      const criterion = at === undefined ? undefined : ctx.place.observations[at]?.criterion;
      return el('li', { class: severity }, criterion ? el('button.link', { type: 'button', onclick: () => ctx.go(`c-${criterion}`) }, message) : el('span', {}, message), ' ', el('span.dim', {}, code));
    };
    return has('findings', own.title, [el('ul.findings', {}, shown.map(one))]);
  }
}

/** What stands in place of a card when there is none. */
export function faults(findings, { words, lang, set }) {
  const one = ({ message, place, cell, code }) => {
    const where = cell ? [cell.table, cell.row > 0 ? cell.row : '', cell.column].filter(Boolean).join(' · ') : place;
    return el('li', {}, el('p', {}, message[lang]), el('p.dim', {}, [where && `${words.where}: ${where}`, code].filter(Boolean).join(' · ')));
  };
  return el('div.page.faults', { role: 'alert' }, set && el('p.over', {}, set), el('h2', {}, words.faults(findings.length)), el('ul', {}, findings.map(one)));
}
