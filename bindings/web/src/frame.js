// What stands around the parts: skip link, head, steps, foot, and the one place where changes are said aloud.

import { h, put } from './lib/dom.js';
import { change, onChange, state } from './state.js';
import { t } from './words.js';
import { PROGRAMME, views } from './views.js';

const head = h('header', { class: 'head' });
const steps = h('nav', { class: 'steps' });
const main = h('main', { id: 'view', tabindex: '-1' });
const foot = h('footer', { class: 'foot' });
const live = h('p', { class: 'said', role: 'status', 'aria-live': 'polite' });

export function mount() {
  document.body.prepend(h('a', { class: 'skip', href: '#view', id: 'skip' }), head, steps, main, foot, live);
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  onChange((_, quiet) => (quiet ? drawFoot() : draw()));
  draw();
}

/** Says something to those who do not see the page change. */
export function announce(sentence) {
  live.textContent = '';
  setTimeout(() => (live.textContent = sentence), 60);
}

/** Goes to a part and starts reading there. */
export function go(view) {
  change({ view });
  scrollTo(0, 0);
  main.querySelector('h2, #scorecard')?.focus({ preventScroll: true });
}

function draw() {
  document.documentElement.lang = state.lang;
  document.title = t('pageTitle');
  document.getElementById('skip').textContent = t('skip');
  put(head, headLine());
  steps.setAttribute('aria-label', t('steps'));
  const [own, programme] = [false, true].map((is) => Object.keys(views).filter((view) => PROGRAMME.includes(view) === is));
  put(steps, h('ol', {}, own.map(step)), h('ul', { 'aria-label': t('programme') }, programme.map((view) => step(view))));
  put(main, state.ready ? views[state.view]() : h('p', { class: 'wait' }, t('loading')));
  drawFoot();
}

function drawFoot() {
  document.documentElement.toggleAttribute('data-shut', state.shut);
  put(foot, h('p', {}, t(state.shut ? 'private' : 'privateSoon')), h('p', {}, t('notAuthority')));
}

function headLine() {
  const other = state.lang === 'vi' ? 'en' : 'vi';
  return [
    h('div', { class: 'brand' }, h('h1', {}, t('title')), h('p', { class: 'safe' }, h('span', { class: 'shield', 'aria-hidden': 'true' }), t('nothingLeaves'))),
    h(
      'div',
      { class: 'tools' },
      h('button', { type: 'button', id: 'lang', class: 'plain', lang: other, onclick: () => switchTo(other) }, other === 'en' ? 'English' : 'Tiếng Việt'),
      h('button', { type: 'button', id: 'theme', class: 'plain', onclick: theme }, t(dark() ? 'light' : 'dark')),
    ),
  ];
}

function step(view, at) {
  const here = view === state.view;
  const click = () => go(view);
  return h('li', {}, h('button', { type: 'button', id: `go-${view}`, 'aria-current': here && 'page', disabled: !state.ready, onclick: click }, at !== undefined && h('span', { class: 'nr', 'aria-hidden': 'true' }, at + 1), t(`go_${view}`)));
}

function switchTo(lang) {
  change({ lang });
  announce(t('languageIs'));
}

const dark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function theme() {
  document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
  draw();
}
