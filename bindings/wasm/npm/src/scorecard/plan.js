// What to fix first, and what-if: other figures tried on a copy of the data, judged exactly each time, and never looking like the result.

import { el, fill } from './dom.js';
import { editing, outcome } from './blocks.js';
import { stated, steps } from './head.js';
import { field } from './field.js';
import { keyOf } from './suppose.js';

/** The plan with its fields. `ctx.changes` lives as long as the element; `ctx.judge(changes)` gives `{card}` or `{findings, at}`. */
export class Plan {
  #card;
  #ctx;
  #rows;
  #fields = new Map();
  #entries = new Map();
  #panel;
  #added;
  #timer;

  constructor(card, ctx) {
    this.#card = card;
    this.#ctx = ctx;
    this.#rows = new Map(card.criteria.groups.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
    const { words } = ctx;
    const { plan } = card;
    this.#panel = el('div.what-if', { hidden: true, role: 'region', 'aria-label': words.mark });
    this.#added = el('ul.fixes.added');
    this.node = el(
      'div.plan',
      {},
      plan && [el('p.strong', {}, plan.text), plan.basis && el('p.dim', {}, plan.basis), plan.needs.length > 0 && this.#needs(plan)],
      el('p.try-note', {}, words.tryNote),
      this.#panel,
      plan && plan.fixes.length > 0 && el('ol.fixes', {}, plan.fixes.map((fix) => this.#fix(fix))),
      plan && plan.gains.length > 0 && [el('h4', {}, plan.words.gains), el('ul.fixes', {}, plan.gains.map((gain) => this.#fix(gain)))],
      this.#added,
      this.#chooser(),
    );
    for (const { criterion } of ctx.changes.values()) this.#open(criterion);
    this.#judge();
  }

  /** Drops every what-if. */
  reset() {
    this.#ctx.changes.clear();
    for (const { button, box } of this.#entries.values()) {
      box.replaceChildren();
      button.setAttribute('aria-expanded', 'false');
    }
    this.#fields.clear();
    this.#added.replaceChildren();
    for (const id of [...this.#entries.keys()]) if (!this.#entries.get(id).node.isConnected) this.#entries.delete(id);
    this.#judge();
  }

  #needs({ needs, words }) {
    const heads = [words.group, words.now, words.needed, words.short];
    const row = ({ name, now, min, short }) => el('tr', {}, el('th', { scope: 'row' }, name), [now, min, short].map((cell, i) => el('td.number', { 'data-label': heads[i + 1] }, cell)));
    return el('table.needs', {}, el('caption', {}, words.needs), el('thead', {}, el('tr', {}, heads.map((head, i) => el(`th${i > 0 ? '.number' : ''}`, { scope: 'col' }, head)))), el('tbody', {}, needs.map(row)));
  }

  /** A criterion to fix: what it is, where it stands, where it must come to. */
  #fix({ criterion, label, title, outcome: came, to_do, now, goal, level, points, gain }) {
    const { words } = this.#ctx;
    const way = [now && [el('span.dim', {}, words.now), ' ', el('b', {}, now)], goal && [el('span.dim', {}, words.goal), ' ', el('b', {}, goal), level && el('span.level', {}, level)], points && el('span', {}, points), gain && el('b', {}, gain)].filter(Boolean);
    return this.#entry(criterion, 'li.fix', [
      el('div.what', {}, el('span.label', {}, label), el('span.title', {}, title)),
      el('div.how', {}, came && outcome(came), to_do && el('b.to-do', {}, to_do), el('span.way', {}, way.map((part) => el('span', {}, part)))),
    ]);
  }

  /** A criterion whose figures may be tried. */
  #entry(criterion, kind, children) {
    const { words } = this.#ctx;
    const row = this.#rows.get(criterion);
    const box = el('div.fields');
    const moved = el('span.moved');
    const button = el('button.try', { type: 'button', 'aria-expanded': 'false', 'aria-label': words.tryOf(row?.title ?? criterion), onclick: () => this.#toggle(criterion) }, words.tryIt);
    const node = el(kind, {}, children, el('div.trying', {}, row && (row.fields.length > 0 || row.needs_papers) && button, editing(criterion, row?.title ?? criterion, this.#ctx), moved), box);
    this.#entries.set(criterion, { node, button, box, moved });
    return node;
  }

  #toggle(criterion) {
    const { box, button } = this.#entries.get(criterion);
    if (box.childElementCount > 0) {
      for (const [key, change] of this.#ctx.changes) if (change.criterion === criterion) this.#ctx.changes.delete(key);
      box.replaceChildren();
      button.setAttribute('aria-expanded', 'false');
      this.#judge(true);
    } else {
      this.#open(criterion);
      box.querySelector('input, select')?.focus();
    }
  }

  /** Shows the fields of a criterion; one that is not in the plan is added below it. */
  #open(criterion) {
    const row = this.#rows.get(criterion);
    if (row === undefined) return;
    if (!this.#entries.has(criterion)) {
      const head = el('div.what', {}, el('span.label', {}, row.label), el('span.title', {}, row.title));
      const now = row.value[0]?.text;
      this.#added.append(this.#entry(criterion, 'li.fix', [head, el('div.how', {}, outcome(row.outcome), now && el('span.way', {}, el('span', {}, el('span.dim', {}, this.#ctx.words.now), ' ', el('b', {}, now))))]));
    }
    const { box, button } = this.#entries.get(criterion);
    button.setAttribute('aria-expanded', 'true');
    box.replaceChildren(...row.fields.map((own) => this.#field(criterion, own)), ...(row.needs_papers ? [this.#papers(criterion)] : []));
  }

  #field(criterion, own) {
    const { changes, words, lang } = this.#ctx;
    const key = keyOf({ criterion, ...own });
    const say = (value) => {
      if (value === undefined) changes.delete(key);
      else changes.set(key, { criterion, field: own, value });
      this.#soon();
    };
    const made = field(own, { words, lang, value: changes.get(key)?.value, say });
    this.#fields.set(key, made);
    return made.node;
  }

  #papers(criterion) {
    const { changes, words } = this.#ctx;
    const key = `${criterion}\u0000papers`;
    const input = el('input', { type: 'checkbox', checked: changes.has(key), onchange: () => (input.checked ? changes.set(key, { criterion, papers: true }) : changes.delete(key), this.#soon()) });
    return el('label.papers', {}, input, ' ', words.papers);
  }

  #chooser() {
    const { words } = this.#ctx;
    const options = this.#card.criteria.groups.map(({ label, title, rows }) => {
      const own = rows.filter(({ fields, needs_papers }) => fields.length > 0 || needs_papers);
      return own.length > 0 && el('optgroup', { label: `${label} ${title}`.trim() }, own.map(({ id, label: n, title: name }) => el('option', { value: id }, `${n} ${name}`)));
    });
    const select = el('select', { 'aria-label': words.choose }, el('option', { value: '' }, words.choose), options);
    select.addEventListener('change', () => {
      const chosen = select.value;
      select.value = '';
      if (chosen === '') return;
      this.#open(chosen);
      const { node, box } = this.#entries.get(chosen);
      node.scrollIntoView({ block: 'center' });
      box.querySelector('input, select')?.focus();
    });
    return el('div.choose', {}, select);
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#judge(true), 120);
  }

  #judge(changed) {
    clearTimeout(this.#timer);
    const { changes, words, announce, judge, tell } = this.#ctx;
    for (const { moved } of this.#entries.values()) moved.replaceChildren();
    if (changes.size === 0) {
      this.#panel.hidden = true;
      this.#panel.replaceChildren();
      if (changed) {
        announce(`${words.real}: ${this.#card.results[0].statement}`);
        tell([], undefined);
      }
      return;
    }
    const { card, findings, at } = judge([...changes.values()]);
    this.#panel.hidden = false;
    fill(this.#panel, el('div.what-if-head', {}, el('b.badge', {}, words.mark), el('span', {}, words.changes(changes.size)), el('button.reset', { type: 'button', onclick: () => (this.reset(), announce(`${words.real}: ${this.#card.results[0].statement}`), tell([], undefined)) }, words.reset)), card ? this.#moved(card) : this.#refused(findings, at));
    if (changed) tell([...changes.values()], card);
    // The panel may have come to lie over the field.
    this.node.getRootNode().activeElement?.closest('.field, .papers')?.scrollIntoView({ block: 'nearest' });
  }

  /** What was found wrong, each beside its field and led to from here. */
  #refused(all, at) {
    const findings = all.filter(({ severity }) => severity === 'error');
    const { words, lang, announce } = this.#ctx;
    const one = ({ message, place }) => {
      const change = at(place);
      const made = change && this.#fields.get(keyOf({ criterion: change.criterion, ...change.field }));
      made?.wrong(message[lang]);
      return el('li', {}, made ? el('button.link', { type: 'button', onclick: () => made.input.focus() }, message[lang]) : message[lang]);
    };
    const head = words.rejected(findings.length);
    announce([head, ...findings.map(({ message }) => message[lang])].join('. '));
    return el('div.refused', {}, el('p.strong', {}, head), el('ul', {}, findings.map(one)));
  }

  #moved(card) {
    const { words, announce } = this.#ctx;
    const [real, supposed] = [this.#card.results[0], card.results[0]];
    const before = new Map(this.#card.outcomes.map((came) => [came.criterion, came]));
    const different = card.outcomes.filter(({ criterion, outcome: { text }, points }) => before.get(criterion)?.outcome.text !== text || before.get(criterion)?.points !== points);
    const row = (id) => this.#rows.get(id);
    const pair = (a, b) => [outcome(a.outcome), a.points !== '–' && el('span', {}, a.points), el('span.arrow', { role: 'img', 'aria-label': words.to }, '→'), outcome(b.outcome), b.points !== '–' && el('span', {}, b.points)];
    for (const came of different) this.#entries.get(came.criterion)?.moved.replaceChildren(el('span.badge', {}, words.supposed), outcome(came.outcome));
    const still = new Set((card.plan?.fixes ?? []).map(({ criterion }) => criterion));
    const gone = (this.#card.plan?.fixes ?? []).filter(({ criterion }) => !still.has(criterion));
    for (const { criterion } of gone) {
      const { moved } = this.#entries.get(criterion) ?? {};
      if (moved && moved.childElementCount === 0) moved.append(el('span.badge', {}, words.gone));
    }
    announce(supposed.statement);
    const side = (kind, name, { statement, reached, at_most, of }) => el(`div.${kind}`, {}, el('p.state', {}, name), stated(statement), steps(reached, at_most, of));
    return [
      el('div.both', {}, side('real', words.real, real), side('supposed', words.supposedState, supposed)),
      el('details', { open: different.length <= 6 && this.node.clientWidth > 700 }, el('summary', {}, `${words.moved}: ${different.length}`), different.length === 0 ? el('p.dim', {}, words.noMove) : el('ul.moves', {}, different.map((came) => el('li', {}, el('span', {}, `${row(came.criterion)?.label ?? ''} ${row(came.criterion)?.title ?? came.criterion}`), el('span.pair', {}, pair(before.get(came.criterion), came)))))),
      card.plan && el('details', {}, el('summary', {}, `${words.still}: ${card.plan.fixes.length}`), el('p', {}, card.plan.text), el('ul.moves', {}, card.plan.fixes.map(({ label, title, to_do, goal }) => el('li', {}, el('span', {}, `${label} ${title}`), el('span.pair', {}, [to_do, goal].filter(Boolean).join(' · ')))))),
      card.findings.some(({ severity }) => severity === 'warning') && el('ul.warnings', {}, card.findings.filter(({ severity, code }) => severity === 'warning' && !this.#card.findings.some((known) => known.code === code)).map(({ message }) => el('li', {}, message))),
    ];
  }
}

