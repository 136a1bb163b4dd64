// The pieces of a report: text, lists, tables, charts.

import { chart, el } from './dom.js';

/** The pieces of a section. `go` leads to a place in the card. */
export function blocks(all, { words, go }) {
  const made = all.map((block) => one(block, words, go));
  // Lists under headings of their own, one for each state, stand side by side.
  const lists = made.flatMap((node, i) => (all[i].is === 'items' && all[i - 1]?.is === 'heading' ? [[made[i - 1], node]] : []));
  if (lists.length < 2) return made;
  const sides = el('div.sides', {}, lists.map((pair) => el('div', {}, pair)));
  return [...made.filter((node) => !lists.flat().includes(node)), sides];
}

function one(block, words, go) {
  switch (block.is) {
    case 'heading':
      return el('h4', {}, block.text);
    case 'text':
      return el('p', { class: block.tone }, block.text);
    case 'items':
      return el('ul.items', {}, block.items.map(item));
    case 'table':
      return table(block, go);
    case 'chart':
      return figure(block, words);
    default:
      return null;
  }
}

const item = ({ sign, text, below }) =>
  el('li', {}, el('span.sign', { 'aria-hidden': 'true' }, sign), el('div', {}, el('p', { class: below.length > 0 ? 'strong' : '' }, text), below.map((line) => el('p.below', {}, line))));

/** A chart in two widths, and the same figures as a table. */
export function figure({ id, title, wide, narrow, table: rows }, words) {
  const [heads, ...cells] = rows;
  const headed = heads.some(Boolean);
  const data = el(
    'table.data',
    {},
    el('caption.aloud', {}, title),
    headed && el('thead', {}, el('tr', {}, heads.map((head) => (head ? el('th', { scope: 'col' }, head) : el('td'))))),
    el('tbody', {}, cells.map(([name, ...rest]) => el('tr', {}, el('th', { scope: 'row' }, name), rest.map((cell) => el('td', {}, cell))))),
  );
  return el(
    'figure',
    { class: `chart-${id.replace(/^p1-/, '')}` },
    el('div.wide', {}, chart(wide)),
    el('div.narrow', {}, chart(narrow)),
    el('details', {}, el('summary', {}, words.chartTable), data),
  );
}

/** A table; on narrow screens each row becomes a small card. */
export function table({ caption, caption_shown, columns, rows }, go) {
  const headed = columns.some(([head]) => head);
  const body = rows.map(({ is, cells }) => {
    if (is === 'wide') return el('tr', {}, el('td.all', { colspan: columns.length }, lines(cells[0], go)));
    const name = columns.findIndex(([, kind]) => kind === 'name');
    return el('tr', { class: is === 'head' ? 'group' : '' }, cells.map((cell, i) => {
      const [head, kind] = columns[i];
      const isName = i === name;
      const attributes = { class: kind + (cell.length > 0 ? '' : ' none'), scope: isName ? 'row' : null, 'data-label': isName || !head ? null : head };
      return el(isName ? 'th' : 'td', attributes, lines(cell, go));
    }));
  });
  return el(
    'table.stack',
    {},
    el('caption', { class: caption_shown ? '' : 'aloud' }, caption),
    headed && el('thead', {}, el('tr', {}, columns.map(([head, kind]) => (head ? el('th', { scope: 'col', class: kind }, head) : el('td', { class: kind }))))),
    el('tbody', {}, body),
  );
}

/** The lines of a cell. */
export const lines = (all, go) => all.map((line) => el('div', { class: line.outcome ? `o o-${line.outcome}` : line.tone, id: line.id, tabindex: line.id ? '-1' : null }, line.link ? link(line, go) : line.text));

function link({ text, link: to }, go) {
  if (to.startsWith('#')) return el('button.link', { type: 'button', onclick: () => go(to.slice(1)) }, text);
  return /^https?:\/\//.test(to) ? el('a', { href: to, target: '_blank', rel: 'noopener noreferrer' }, text) : text;
}

/** An outcome: sign and word beside its colour. */
export const outcome = ({ outcome: word, sign, text }, more) => el(`span.chip.o-${word}`, {}, el('span.shape', { 'aria-hidden': 'true' }, sign), el('span', {}, text), more);

/** The way to where a figure is entered, in pages that have such a place. */
export const editing = (criterion, title, { edit, words }) => edit && el('button.link.edit', { type: 'button', 'aria-label': words.editOf(title), onclick: () => edit(criterion) }, words.edit);
