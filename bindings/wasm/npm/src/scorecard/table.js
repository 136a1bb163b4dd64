// The table of criteria: outcome, value against what is asked, evidence, legal source; filtered by outcome and by words.

import { el } from './dom.js';
import { editing, lines, outcome } from './blocks.js';

const folded = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();

export function criteria(card, ctx) {
  const { title, legend, words: heads, scored, asks, groups } = card.criteria;
  const verified = card.results.some((result) => result.verified);
  const papers = groups.some(({ rows }) => rows.some((row) => row.papers.length > 0 || row.needs_papers));
  const columns = [
    ['word', ''],
    ['name', heads.criterion],
    ['number', heads.value],
    ...(heads.base ? [['number', heads.base], ['number', heads.difference]] : []),
    ...(asks ? [['asked', heads.asked]] : []),
    ...(scored ? [['number', heads.points]] : []),
    ...(verified ? card.results.map(({ state }) => ['outcome', state]) : [['outcome', heads.outcome]]),
    ...(papers ? [['papers', heads.papers]] : []),
    ['source', heads.source],
  ];
  const shown = [];
  const bodies = groups.filter(({ rows, not_asked, title: name, depth }) => rows.length > 0 || not_asked || (name && depth > 0)).map((group) => {
    const rows = group.rows.map((row) => {
      const cited = gathered(row.sources);
      const node = line({ ...row, cited }, columns, { ...ctx, asks, scored, verified, papers });
      const onPaper = el('tr.cited', {}, el('td', { colspan: columns.length }, cited.map(([what, where]) => el('div', {}, el('b', {}, what), ` – ${where}`))));
      shown.push({ node, words: folded(`${row.label} ${row.title} ${row.id}`), outcome: row.outcome.outcome, group });
      return [node, onPaper];
    });
    const tallies = group.tallies.map(([level, tally]) => el('span.tally', {}, level && el('span.dim', {}, level), ` ${tally}`));
    const head = el('tr.group', {}, el('th', { colspan: columns.length, scope: 'rowgroup' }, el('div', {}, el('span.name', {}, `${group.label} ${group.title}`.trim()), el('span.sums', {}, tallies, group.worth && group.worth !== '–' && el('span', {}, group.worth), group.band && el('span', {}, group.band)))));
    group.node = el('tbody', { class: `depth-${Math.min(group.depth, 3)}` }, head, rows, group.not_asked && el('tr.aside', {}, el('td.all', { colspan: columns.length }, group.not_asked)));
    return group.node;
  });
  const table = el(
    'table.criteria.stack',
    {},
    el('caption.aloud', {}, title),
    el('thead', {}, el('tr', {}, columns.map(([kind, head]) => (head ? el('th', { scope: 'col', class: kind }, head) : el('td', { class: kind }))))),
    bodies,
  );
  return [filter(card, shown, groups, ctx), el('p.dim', {}, legend), table];
}

function line(row, columns, ctx) {
  const { asks, scored, verified, papers, words, go } = ctx;
  const cells = [
    [row.label],
    [
      el('div.title', { id: `c-${row.id}`, tabindex: '-1' }, row.title),
      el('div.dim', {}, [row.id, row.tier].filter(Boolean).join(' · ')),
      row.aside && el('div.set-aside', {}, row.aside),
      row.remarks.map((remark) => el('div.remark', {}, remark)),
      editing(row.id, row.title, ctx),
    ],
    lines(row.value, go),
    ...(row.change.length > 0 ? row.change.map((cell) => lines(cell, go)) : columns.some(([, head]) => head === ctx.base) ? [[], []] : []),
    ...(asks ? [row.asked.map((ask) => asking(ask))] : []),
    ...(scored ? [[row.points && el('div', {}, row.points), bar(row)]] : []),
    [outcome(row.outcome)],
    ...(verified ? [row.verified ? [outcome(row.verified)] : []] : []),
    ...(papers ? [[row.papers.map(([n, summary]) => el('button.link', { type: 'button', title: summary, 'aria-label': `[${n}] ${summary}`, onclick: () => go(`p1-d${n}`) }, `[${n}]`)), row.papers.length === 0 && row.needs_papers && el('span.dim', {}, '–')]] : []),
    [source(row, words)],
  ];
  return el('tr', {}, cells.map((cell, i) => {
    const [kind, head] = columns[i];
    const name = kind === 'name';
    return el(name ? 'th' : 'td', { class: kind + (cell.flat(3).some(Boolean) ? '' : ' none'), scope: name ? 'row' : null, 'data-label': name ? null : head || null }, cell);
  }));
}

const asking = ({ level, text, outcome: word, sign, word: said }) =>
  el('div.ask', { class: word ? `o-${word}` : '' }, level && el('span.level', {}, level), el('span.what', {}, text), word && el('span.shape', { role: 'img', 'aria-label': said, title: said }, sign));

function bar({ share, outcome: { outcome: word } }) {
  if (share === null) return null;
  const full = el(`i.o-${word}`);
  full.style.inlineSize = `${Math.min(100, Math.max(0, Number(share) * 100))}%`;
  return el('div.bar', { 'aria-hidden': 'true' }, full);
}

/** Sources that are read in the same place are told once. */
function gathered(sources) {
  const out = new Map();
  for (const [what, where] of sources) out.set(where, [...(out.get(where) ?? []), what]);
  return [...out].map(([where, what]) => [what.join('; '), where]);
}

/** The legal source: shown on hover, on focus and by tap, put away by Escape; on paper in full. */
function source({ id, label, title, cited, question, papers_asked }, words) {
  if (cited.length === 0) return null;
  const said = [...cited, ...(question && question !== title ? [[words.question, question]] : []), ...(papers_asked ? [[words.needsPapers, papers_asked]] : [])];
  const tip = el('div.tip', { id: `s-${id}`, role: 'tooltip' }, el('dl', {}, said.map(([what, where]) => el('div', {}, el('dt', {}, what), el('dd', {}, where)))));
  const button = el('button.link', { type: 'button', 'aria-describedby': `s-${id}`, 'aria-label': words.sourceOf(label || title) }, words.source);
  const box = el('div.src', {}, button, tip);
  button.addEventListener('click', () => box.classList.remove('shut'));
  box.addEventListener('keydown', (event) => event.key === 'Escape' && box.classList.add('shut'));
  for (const back of ['mouseleave', 'focusout']) box.addEventListener(back, () => box.classList.remove('shut'));
  return box;
}

function filter(card, shown, groups, { words, announce }) {
  const state = { outcome: '', text: '' };
  const update = () => {
    let count = 0;
    for (const { node, words: own, outcome: word } of shown) {
      node.hidden = (state.outcome !== '' && state.outcome !== word) || !own.includes(state.text);
      count += node.hidden ? 0 : 1;
    }
    const all = state.outcome === '' && state.text === '';
    for (const { node, rows } of groups) {
      if (!node) continue;
      const own = shown.filter(({ group }) => group.node === node);
      node.hidden = !all && (rows.length === 0 || own.every((row) => row.node.hidden));
      node.classList.toggle('filtered', !all);
    }
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.outcome === state.outcome));
    announce(words.found(count, shown.length));
  };
  const chip = (word, label, count) => el(`button.chip${word ? `.o-${word}` : ''}`, { type: 'button', 'data-outcome': word, 'aria-pressed': String(word === ''), onclick: () => ((state.outcome = word), update()) }, label, el('b', {}, count));
  const counts = new Map();
  for (const row of card.criteria.groups.flatMap(({ rows }) => rows)) counts.set(row.outcome.outcome, (counts.get(row.outcome.outcome) ?? 0) + 1);
  const names = new Map(card.results.flatMap(({ counts: all }) => all.map(({ outcome: word, sign, label }) => [word, [el('span.shape', { 'aria-hidden': 'true' }, sign), el('span', {}, label)]])));
  const buttons = [chip('', words.all, shown.length), ...[...counts].filter(([word]) => names.has(word)).map(([word, n]) => chip(word, names.get(word).map((node) => node.cloneNode(true)), n))];
  const find = el('input', { type: 'search', 'aria-label': words.find, placeholder: words.find, oninput: () => ((state.text = folded(find.value.trim())), update()) });
  return el('div.filter', { role: 'group', 'aria-label': words.filter }, buttons, find);
}
