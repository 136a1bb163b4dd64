// <dothi-scorecard>

import { DothiError, fault } from '../error.js';
import { card as judged, city as read, init, kept, style } from './engine.js';
import { el, speak } from './dom.js';
import css from './style.js';
import { suppose } from './suppose.js';
import { faults, view } from './view.js';
import { words } from './words.js';

const Base = globalThis.HTMLElement ?? class {};
let sheet;

function sheets() {
  if (sheet === undefined) {
    const { light, dark } = style();
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`${css}\n${light}\n@media screen{.dark{${dark}}}`);
  }
  return [sheet];
}

export class DothiScorecard extends Base {
  static observedAttributes = ['lang', 'scheme', 'view', 'theme', 'editable'];

  #root;
  #body;
  #live;
  #set;
  #kept;
  #city;
  #file;
  #assessment = {};
  #changes = new Map();
  #plan;
  #turn = 0;
  #scheduled = false;
  #dark;
  #done = Promise.resolve();

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#body = el('article.card', {});
    this.#live = el('div.aloud', { role: 'status', 'aria-live': 'polite' });
  }

  connectedCallback() {
    for (const name of ['set', 'city', 'assessment']) this.#upgrade(name);
    this.#dark ??= matchMedia('(prefers-color-scheme: dark)');
    this.#dark.addEventListener('change', this.#onTheme);
    this.#later();
  }

  disconnectedCallback() {
    this.#dark?.removeEventListener('change', this.#onTheme);
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'theme') this.#onTheme();
    else this.#later();
  }

  get set() {
    return this.#set;
  }

  set set(value) {
    this.#set = value;
    this.#kept = undefined;
    this.#changes.clear();
    this.#later();
  }

  get city() {
    return this.#city;
  }

  set city(value) {
    this.#city = value;
    this.#file = undefined;
    this.#changes.clear();
    this.#later();
  }

  get assessment() {
    return this.#assessment;
  }

  set assessment(value) {
    this.#assessment = value ?? {};
    this.#changes.clear();
    this.#later();
  }

  get whatIf() {
    return [...this.#changes.values()].map(told);
  }

  /** Waits until what was asked for is shown. */
  get shown() {
    return this.#done;
  }

  reset() {
    this.#plan?.reset();
  }

  /** The name of the place takes it, once it is there. */
  focus(options) {
    this.#done.then(() => this.#root.getElementById('place')?.focus(options));
  }

  get #language() {
    const asked = this.getAttribute('lang') ?? this.parentElement?.closest('[lang]')?.getAttribute('lang') ?? 'vi';
    return /^en\b/i.test(asked) ? 'en' : 'vi';
  }

  /** A property that was set before the element was known to the page. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #onTheme = () => {
    const asked = this.getAttribute('theme');
    this.#body.classList.toggle('dark', asked === 'dark' || (asked !== 'light' && Boolean(this.#dark?.matches)));
  };

  #later() {
    if (this.#scheduled || !this.isConnected) return;
    this.#scheduled = true;
    this.#done = Promise.resolve().then(() => {
      this.#scheduled = false;
      return this.#show((this.#turn += 1));
    });
  }

  async #show(turn) {
    const lang = this.#language;
    this.#body.lang = lang;
    let told;
    try {
      await init();
      this.#root.adoptedStyleSheets = sheets();
      if (this.#body.parentNode === null) this.#root.append(this.#body, this.#live);
      this.#onTheme();
      if (this.#set == null || this.#city == null) return this.#body.replaceChildren(el('p.waiting', {}, words(lang).waiting));
      await this.#load();
      if (turn !== this.#turn) return undefined;
      told = this.#card(lang);
    } catch (error) {
      if (turn !== this.#turn) return undefined;
      return this.#refuse(error, lang);
    }
    this.dispatchEvent(new CustomEvent('dothi-ready', { bubbles: true, composed: true, detail: told }));
    return undefined;
  }

  async #load() {
    if (this.#kept === undefined) {
      const set = this.#set;
      const data = typeof set === 'string' && !set.trimStart().startsWith('{') ? await published(set) : set;
      const own = await kept(data);
      if (set === this.#set) this.#kept ??= own;
    }
    const { numbers } = this.#assessment;
    if (this.#file === undefined) {
      const city = this.#city;
      const file = await read(city, numbers === undefined ? {} : { numbers });
      if (city === this.#city) this.#file ??= file;
    }
  }

  #options(lang) {
    const { numbers, ...rest } = this.#assessment;
    const scheme = this.getAttribute('scheme');
    return { ...rest, ...(scheme ? { scheme } : {}), lang };
  }

  #card(lang) {
    const options = this.#options(lang);
    speak(lang);
    const card = judged(this.#kept, this.#file, options);
    const { cities } = this.#file;
    const place = cities.find(({ unit }) => unit.code === options.unit) ?? cities[0];
    const { plan, node } = view(card, {
      words: words(lang),
      lang,
      place,
      full: this.getAttribute('view') !== 'summary',
      changes: this.#changes,
      choose: (code) => {
        this.setAttribute('lang', code);
        this.#tell('lang');
      },
      print: () => globalThis.print(),
      edit: this.hasAttribute('editable') && ((criterion) => this.dispatchEvent(new CustomEvent('dothi-edit', { bubbles: true, composed: true, detail: { criterion } }))),
      go: (id) => this.#go(id),
      announce: (text) => (this.#live.textContent = text),
      judge: (changes) => this.#suppose(place, changes, options),
      tell: (changes, supposed) => this.#tell('what-if', supposed),
    });
    this.#plan = plan;
    this.#body.replaceChildren(...node);
    return { statement: card.results[0].statement, marks: card.marks.lines, results: card.results.map(({ state, verified, statement }) => ({ state, verified, statement })) };
  }

  #suppose(place, changes, options) {
    const { city, at } = suppose(place, changes);
    try {
      const { unit, ...rest } = options;
      return { card: judged(this.#kept, { format: 1, cities: [city] }, { ...rest, supposed: 'yes' }) };
    } catch (error) {
      if (!(error instanceof DothiError)) throw error;
      return { findings: error.findings, at: (pointer) => at.get(Number(/\/observations\/(\d+)/.exec(pointer)?.[1])) };
    }
  }

  #tell(reason, supposed) {
    const detail = { reason, lang: this.#language, whatIf: this.whatIf, supposed: supposed && { statement: supposed.results[0].statement, outcome: supposed.plan?.outcome } };
    this.dispatchEvent(new CustomEvent('dothi-change', { bubbles: true, composed: true, detail }));
  }

  #refuse(error, lang) {
    const findings = error instanceof DothiError ? error.findings : fault('call.internal', '', 'lỗi bên trong', 'an internal fault', error).findings;
    this.#plan = undefined;
    speak(lang);
    if (this.#body.parentNode === null) {
      // Without the module there is no style sheet either; the words are still said.
      this.#root.append(this.#body, this.#live);
    }
    this.#body.replaceChildren(faults(findings, { words: words(lang), lang }));
    this.dispatchEvent(new CustomEvent('dothi-error', { bubbles: true, composed: true, detail: { findings } }));
  }

  #go(id) {
    const target = this.#root.getElementById(id);
    if (target === null) return;
    const body = target.closest('.body') ?? this.#root.getElementById(`b-${id}`);
    if (body?.classList.contains('shut')) this.#root.querySelector(`[aria-controls="${body.id}"]`)?.click();
    const row = target.closest('tr');
    if (row?.hidden) this.#root.querySelector('.filter button')?.click();
    target.scrollIntoView({ block: row ? 'center' : 'start' });
    target.focus({ preventScroll: true });
  }
}

const told = ({ criterion, field, value, papers }) => (papers ? { criterion, papers } : { criterion, data_point: field.data_point, role: field.role, ...(field.part ? { part: field.part } : {}), value });

/** A set of the package by its name. */
async function published(reference) {
  const { loadSet } = await import('../released.js');
  return loadSet(reference);
}
