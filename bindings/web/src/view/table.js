// Tables that become lists on a narrow screen: each cell says its column.

import { h } from '../lib/dom.js';

/** `columns` = words; `rows` = cells, the first of each heading its row; `numbers` = columns that stand to the right; `even` = as wide as in the tables beside it. */
export function table(caption, columns, rows, { numbers = [], even = false } = {}) {
  const kind = (at) => (numbers.includes(at) ? 'number' : null);
  const cell = (content, at) => (at === 0 ? h('th', { scope: 'row', 'data-label': columns[0] }, content) : h('td', { class: kind(at), 'data-label': columns[at] }, content));
  const head = h('tr', {}, columns.map((words, at) => h('th', { scope: 'col', class: kind(at) }, words)));
  return h('table', { class: even ? 'stack even' : 'stack' }, caption && h('caption', {}, caption), h('thead', {}, head), h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map(cell)))));
}
