// The form of a set: its criteria, in its order, for one place.

import { h, put } from '../../lib/dom.js';
import { leaves, schemeFor } from '../../pick.js';
import { currentPlace, currentSet, findingsOf, resultOf, state, touch } from '../../state.js';
import { go } from '../../frame.js';
import { t, text } from '../../words.js';
import { counted, findings } from '../findings.js';
import { openFirst } from '../open-first.js';
import { button, marks, placeName, title } from '../parts.js';
import { criterionBox } from './criterion.js';
import { toCriterion } from './link.js';
import { observation, sections } from './model.js';
import { unitFields } from './unit.js';

export function formView() {
  const place = currentPlace();
  if (place === null) return openFirst('go_form');
  const set = currentSet();
  const scheme = schemeFor(set, state.scheme, place.city.unit.kind);
  const standing = h('div', { class: 'standing', role: 'status', 'aria-live': 'polite', id: 'standing' });
  const problems = h('div', { id: 'problems' });
  const form = { place, set, standing, problems, changed: () => changed(form) };
  const groups = sections(set, scheme, place.city.unit.kind, leaves).map((section, at) => group(section, form, at));
  const view = h(
    'form',
    { class: 'form', autocomplete: 'off', novalidate: true, onsubmit: (event) => event.preventDefault() },
    title(t('formTitle', { name: placeName(place.city.unit) || t('newForm') })),
    h('p', {}, t('formHelp')),
    marks(set.summary.marks),
    unitFields(form),
    groups,
    problems,
    h('div', { class: 'dock' }, standing, button('to-result', t('seeResult'), () => go('result'), 'first')),
  );
  setTimeout(() => show(form));
  return view;
}

function group({ group: id, criteria }, form, at) {
  const found = form.set.file.groups?.find((one) => one.id === id);
  const done = h('span', { class: 'dim filled' });
  const count = () => {
    const filled = criteria.filter((criterion) => criterion.data_points.some((point) => point.inputs.some((input) => observation(form.place.city, criterion, point, input)?.value !== undefined))).length;
    done.textContent = t('filled', { filled, all: criteria.length });
  };
  const box = h('details', { class: 'card group', open: at === 0 }, h('summary', {}, h('h3', {}, found ? `${found.label} ${text(found.title)}` : t('criteria')), done), criteria.map((criterion) => criterionBox(criterion, form)));
  box.addEventListener('change', count);
  count();
  return box;
}

/** A fact changed: the page stays as it is, the result and the faults are told. */
function changed(form) {
  form.place.edited = true;
  touch(true);
  show(form);
}

function show({ place, set, standing, problems }) {
  const found = findingsOf(place.city).filter(({ severity }) => severity !== 'note');
  const { assessment } = resultOf(place.city);
  const unread = Object.keys(place.unread).length;
  const level = assessment?.self_assessed.level ?? assessment?.self_assessed;
  const words = level?.statement ? text(level.statement) : t(assessment ? 'noLevel' : 'notYet');
  standing.textContent = [words, unread > 0 && t('unread', { count: unread }), found.length > 0 && counted(found)].filter(Boolean).join(' · ');
  const link = (finding) => leads(finding, place, set);
  put(problems, found.length > 0 && h('section', { class: 'card problems', 'aria-labelledby': 'problems-title' }, h('h3', { id: 'problems-title' }, t('problems')), findings(found, { city: place.city, link })));
}

/** A finding about a figure leads to the field of its criterion. */
function leads({ place: pointer }, { city }, set) {
  const number = /\/observations\/(\d+)/.exec(pointer ?? '')?.[1];
  const name = city.observations[Number(number)]?.criterion;
  const criterion = set.file.criteria.find(({ id, label }) => id === name || label === name);
  return criterion && h('button', { type: 'button', class: 'link', onclick: () => toCriterion(criterion.id) }, `${criterion.label} ${text(criterion.title)}`);
}
