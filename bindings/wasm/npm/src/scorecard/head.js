// The first screen: what was assessed, by whom, when, how sure; the result; three things done, three not; where data are missing.

import { el } from './dom.js';
import { outcome } from './blocks.js';

const NAMES = { vi: 'Tiếng Việt', en: 'English' };

export function head(card, { words, lang, choose, print }) {
  const pick = (code) => el('button', { type: 'button', lang: code, 'aria-pressed': String(code === lang), onclick: () => choose(code) }, NAMES[code]);
  return el(
    'header.top',
    {},
    el(
      'div.bar',
      {},
      el('p.over', {}, card.head.over),
      el('div.tools', {}, el('div.switch', { role: 'group', 'aria-label': words.language }, pick('vi'), pick('en')), el('button.print', { type: 'button', onclick: print }, words.print)),
    ),
    el('h2', { id: 'place', tabindex: '-1', lang: card.head.name_lang === lang ? null : card.head.name_lang }, card.head.name),
    el('p.set', {}, card.head.set),
    el('dl.facts', {}, card.head.facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    card.head.notes.map((note) => el('p.note', {}, note)),
  );
}

/** What must be read before the result. It is no slot, no part, and asks no attribute. */
export const marks = ({ marks: { head, lines } }) => el('aside.marks', { 'aria-label': head }, el('p.marks-head', {}, head), el('ul', {}, lines.map((line) => el('li', {}, line))));

export function results({ results: all }) {
  const one = ({ state, verified, statement, reached, at_most, of, counts, also }) =>
    el(
      'div.result',
      { class: verified ? 'verified' : '' },
      el('p.state', {}, state),
      stated(statement),
      steps(reached, at_most, of),
      el('ul.counts', {}, counts.map(({ outcome: word, sign, label, count }) => el('li', {}, outcome({ outcome: word, sign, text: label }, el('b', {}, count))))),
      also.length > 0 && el('p.dim', {}, also.join(' · ')),
    );
  return el('div.results', {}, all.map(one));
}

/** A statement; what stands in brackets behind it is smaller, and always there. */
export function stated(statement) {
  const at = statement.indexOf(' (', 1);
  return el('p.statement', {}, at < 0 ? statement : [statement.slice(0, at), el('span.never-bare', {}, statement.slice(at))]);
}

/** A step for each level: full, perhaps, empty. Only a picture of what the statement above says in words. */
export function steps(reached, most, of) {
  if (!of || of > 12) return null;
  const kind = (n) => (n <= (reached ?? 0) ? 'full' : n <= (most ?? 0) ? 'open' : 'empty');
  return el('div.steps', { 'aria-hidden': 'true' }, Array.from({ length: of }, (_, i) => el(`span.${reached === null ? 'empty' : kind(i + 1)}`, {}, el('i', {}, String(i + 1)))));
}

export function plain({ plain: said, results: [{ statement }] }, { go }) {
  const thing = ({ criterion, title, detail, outcome: came }) =>
    el('li', {}, el('button.link.title', { type: 'button', onclick: () => go(`c-${criterion}`) }, title), el('div.came', {}, outcome(came), detail && el('span.detail', {}, detail)));
  const list = (kind, name, things) => things.length > 0 && el(`section.${kind}`, {}, el('h3', {}, name), el('ul', {}, things.map(thing)));
  const columns = [
    list('done', said.done_head, said.done),
    list('not', said.not_head, said.not),
    el(
      'section.missing',
      {},
      el('h3', {}, said.missing_head),
      el('p', {}, said.missing_text),
      el('ul', {}, said.missing.map(({ group, count }) => el('li', {}, el('span', {}, group), el('b', {}, count)))),
    ),
  ];
  return el('div.plain', { 'aria-label': statement, role: 'group' }, said.none && el('p.none', {}, said.none), el('div.columns', {}, columns), said.done.length + said.not.length > 0 && el('p.dim.rule', {}, said.rule));
}
