// Findings for people: every one, with where it is and what it is about.

import { h } from '../lib/dom.js';
import { originOf } from '../origin.js';
import { t, text } from '../words.js';

const ORDER = ['error', 'warning', 'note'];

/** Findings as a list, errors first. With the place they are about, figures are named by where they stood in its file; `link` may give an element that leads to where a finding can be settled. */
export function findings(list, { city, link = () => null } = {}) {
  const sorted = [...list].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return h('ul', { class: 'findings' }, sorted.map((finding) => one(finding, city, link(finding))));
}

/** Files that were not taken in, each with why. */
export const refusals = (refused = []) => refused.length > 0 && h('div', { class: 'problems inner' }, refused.map(({ file, findings: found }) => h('section', {}, h('h4', {}, file), findings(found))));

function one(finding, city, link) {
  const { severity, message, code } = finding;
  const where = place(finding, city);
  return h(
    'li',
    { class: severity },
    h('span', { class: 'severity' }, t(severity)),
    h('span', { class: 'what' }, where && h('strong', {}, where, ': '), text(message), ' ', h('code', {}, code), link && [' ', link]),
  );
}

/** Sheet, row and column where there are any; else the pointer, in words where it leads to a known thing. */
function place({ cell, file, place: pointer, place_words: words, unit }, city) {
  const origin = city && originOf(city, pointer);
  if (origin) return text(origin);
  if (cell) {
    const parts = [cell.table && t('sheet', { name: cell.table }), cell.row > 0 && t('row', { row: cell.row }), cell.column && t('column', { name: cell.column })];
    return [file, ...parts].filter(Boolean).join(', ');
  }
  return words ? text(words) : `${unit ? `${unit}, ` : ''}${pointed(pointer ?? '')}`;
}

/** A pointer into city data, in words where it leads to one fact of a list. */
export function pointed(pointer) {
  const [, list, number, rest] = /^\/cities\/\d+\/(observations|evidence)\/(\d+)(.*)/.exec(pointer) ?? [];
  return list === undefined ? pointer : `${t(list, { number: Number(number) + 1 })}${rest ? ` (${rest.slice(1)})` : ''}`;
}

/** How many of each kind, in words. */
export function counted(list) {
  const words = ORDER.map((severity) => [severity, list.filter((finding) => finding.severity === severity).length]).filter(([, count]) => count > 0);
  return words.map(([severity, count]) => t(`${severity}s`, { count })).join(', ');
}
