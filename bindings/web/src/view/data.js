// The first part: which criteria set, which data.

import { h } from '../lib/dom.js';
import { readDate } from '../lib/date.js';
import { families, schemeFor } from '../pick.js';
import { shared } from '../joined.js';
import { better, openFiles } from '../open.js';
import { change, currentPlace, currentSet, findingsOf, state } from '../state.js';
import { t, text } from '../words.js';
import { announce, go } from '../frame.js';
import { joining } from './conflicts.js';
import { dropZone } from './drop.js';
import { counted, findings } from './findings.js';
import { editionChange } from './editions.js';
import { startForm } from './form/start.js';
import { button, date, field, marks, placeName, select, title } from './parts.js';
import { kinds } from '../words/outcomes.js';
import { tryExample } from '../example.js';

export function dataView() {
  return [title(t('go_data')), h('div', { class: 'pair' }, setCard(), dataCard()), refusals(), openPlaces(), startForm(), editionChange()];
}

function setCard() {
  const set = currentSet();
  const kind = currentPlace()?.city.unit.kind;
  const { editions } = families().find(({ name }) => name === set.summary.set);
  const take = (id) => change({ set: id, scheme: null });
  const { schemes } = set.file;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'set-title' },
    h('h3', { id: 'set-title' }, t('chooseSet')),
    field('set', t('set'), select(families().map(({ name, editions: [newest] }) => [newest.id, `${name} – ${text(newest.summary.title)}`]), editions[0].id, take)),
    field('edition', t('edition'), select(editions.map(({ id, summary }) => [id, `${summary.edition}${summary.revision > 1 ? ` (u${summary.revision})` : ''}`]), set.id, take)),
    schemes.length > 1 && field('scheme', t('scheme'), select(schemes.map(({ id, title: words }) => [id, text(words)]), schemeFor(set, state.scheme, kind).id, (scheme) => change({ scheme }))),
    asOfField(),
    marks(set.summary.marks),
    set.file.missing_parts?.length && h('details', {}, h('summary', {}, t('missingParts')), h('ul', {}, set.file.missing_parts.map((part) => h('li', {}, text(part))))),
  );
}

/** Typed as people write a date here; the browser's own field would show it as the system's language does. */
function asOfField() {
  const echo = h('p', { class: 'echo', id: 'as-of-echo', 'aria-live': 'polite' });
  const take = ({ target }) => {
    const iso = readDate(target.value);
    const whole = iso?.length === 10;
    target.setAttribute('aria-invalid', String(!whole));
    echo.textContent = whole ? '' : t('wholeDate');
    if (whole) change({ asOf: iso });
  };
  return field('as-of', t('asOf'), h('input', { type: 'text', value: date(state.asOf), 'aria-describedby': 'as-of-echo', onchange: take }), echo);
}

function dataCard() {
  const zone = dropZone('files', t('formats'), '.json,.csv,.xlsx,.txt,.tsv', take, 'drop');
  const styles = ['auto', 'vi', 'en'].map((style) => [style, t(`numbers_${style}`)]);
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'data-title' },
    h('h3', { id: 'data-title' }, t('bringData')),
    zone,
    h('details', {}, h('summary', {}, t('csvNumbers')), field('numbers', t('csvNumbersHow'), select(styles, state.numbers, (numbers) => change({ numbers }, { quiet: true })))),
    h('p', { class: 'or' }, t('orTry'), ' ', button('example', t('tryExample'), async () => opened(await tryExample()), 'plain')),
  );
}

async function take(files) {
  opened(await openFiles(files));
}

/** Straight to the result when there is one; else to what stands in its way. */
function opened({ opened: count, refused, records, reports }) {
  if (reports > 0 && count === 0 && refused === 0) return go('report');
  if (records > 0 && count === 0 && refused === 0) return go('keep');
  const place = currentPlace();
  announce(t('openedSaid', { count, refused }));
  const sound = count > 0 && refused === 0 && shared().length === 0 && !findingsOf(place.city).some(({ severity }) => severity === 'error');
  if (sound) go('result');
  else document.getElementById('refused')?.focus();
}

function refusals() {
  if (state.refused.length + state.notes.length === 0) return null;
  const list = ({ file, findings: found }) => h('section', {}, h('h4', {}, file, ' – ', counted(found)), findings(found));
  return h(
    'section',
    { class: 'card problems', id: 'refused', tabindex: '-1', 'aria-labelledby': 'refused-title' },
    h('h3', { id: 'refused-title' }, t(state.refused.length > 0 ? 'refusedTitle' : 'notesTitle')),
    state.refused.length > 0 && h('p', {}, t('refusedHelp')),
    state.refused.map(list),
    state.notes.map(list),
  );
}

function openPlaces() {
  if (state.places.length === 0) return null;
  return h(
    'fieldset',
    { class: 'card open' },
    h('legend', {}, t('openPlaces', { count: state.places.length })),
    joining(),
    state.places.map(openPlace),
  );
}

function openPlace(place) {
  const { key, city, file } = place;
  const radio = h('input', { type: 'radio', name: 'place', id: `place-${key}`, value: key, checked: key === state.chosen, onchange: () => change({ chosen: key }) });
  const found = findingsOf(city);
  const errors = found.filter(({ severity }) => severity === 'error');
  const fits = errors.length > 0 ? better(city) : null;
  return h(
    'div',
    { class: 'place' },
    h('label', { for: radio.id }, radio, h('span', {}, h('strong', {}, placeName(city.unit)), h('span', { class: 'dim' }, ` ${city.unit.code} · ${kinds[city.unit.kind][state.lang]} · ${city.period ? date(city.period) : t('noPeriod')} · ${file}`))),
    h('div', { class: 'actions' }, button(`result-${key}`, t('seeResult'), () => (change({ chosen: key }), go('result')), 'plain'), button(`edit-${key}`, t('edit'), () => (change({ chosen: key }), go('form')), 'plain'), button(`close-${key}`, t('closeFile'), () => shut(key), 'plain')),
    errors.length > 0 && h('details', { class: 'wrong', open: state.places.length < 4 }, h('summary', {}, counted(found)), findings(found, { city })),
    fits && h('p', { class: 'notice' }, t('fitsBetter', { set: `${fits.summary.set} ${fits.summary.edition}` }), ' ', button(`fit-${key}`, t('switchTo', { set: `${fits.summary.set} ${fits.summary.edition}` }), () => change({ set: fits.id, scheme: null }), 'plain')),
  );
}

function shut(key) {
  const places = state.places.filter((place) => place.key !== key);
  change({ places, chosen: places.some((place) => place.key === state.chosen) ? state.chosen : (places[0]?.key ?? null), compare: [null, null], conflicts: null });
  announce(t('closedSaid'));
}
