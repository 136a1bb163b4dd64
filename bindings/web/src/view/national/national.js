// The national synthesis: many reports, records and a round become one report.

import { h } from '../../lib/dom.js';
import { kept } from '../../draft.js';
import { KEPT } from '../../draft-files.js';
import { announce } from '../../frame.js';
import { change, state } from '../../state.js';
import { t, text } from '../../words.js';
import { dropZone } from '../drop.js';
import { findings, refusals } from '../findings.js';
import { button, field, marks, select, title } from '../parts.js';
import { notKept } from '../keep.js';
import { deadline } from '../report/head.js';
import { rounds } from '../report/model.js';
import { outlineInUse } from '../report/outline.js';
import { tryNational } from './example.js';
import { gathered, roundOfSide, takeFiles } from './model.js';
import { saveCard } from './save.js';
import { anomalies, came, levels, money, proof } from './tables.js';

export function nationalView() {
  const { files } = state.national;
  return [title(t('go_national')), h('p', {}, t('nationalIntro')), filesCard(), files.length > 0 && result()];
}

function filesCard() {
  const { national } = state;
  const take = (side) => async (list) => {
    const taken = await takeFiles(side, list);
    change({});
    announce(t('filesTaken', { count: taken }));
    document.getElementById('n-result')?.focus();
  };
  const { before } = national;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'n-files-title' },
    h('h3', { id: 'n-files-title' }, t('roundFiles')),
    dropZone('n-files', t('nationalFormats'), '.json,.csv,.txt', take(national)),
    outlineInUse(),
    kept() && notKept(KEPT),
    refusals(national.refused),
    list(national, 'n'),
    roundField(national, 'n-round', t('round')),
    h(
      'details',
      { open: before.files.length > 0 },
      h('summary', {}, t('previousRound')),
      h('p', { class: 'hint' }, t('previousHelp')),
      dropZone('n-before', t('nationalFormats'), '.json,.csv,.txt', take(before)),
      refusals(before.refused),
      list(before, 'b'),
      before.files.length > 0 && roundField(before, 'b-round', t('previousRound')),
    ),
    h('div', { class: 'actions' }, button('n-example', t('tryExample'), tryNational, 'plain')),
  );
}

/** Every file with a way to leave it out. */
function list(side, key) {
  if (side.files.length === 0) return null;
  const drop = (name) => {
    side.files = side.files.filter((file) => file.name !== name);
    change({});
    announce(t('fileLeftOut', { name }));
  };
  const one = ({ name }, at) => h('li', {}, name, ' ', h('button', { type: 'button', class: 'link', id: `${key}-drop-${at}`, 'aria-label': `${t('remove')}: ${name}`, onclick: () => drop(name) }, t('remove')));
  return h('details', { open: side.files.length < 9 }, h('summary', {}, t('filesOpen', { count: side.files.length })), h('ul', {}, side.files.map(one)));
}

function roundField(side, id, label) {
  const own = roundOfSide(side);
  const pick = (round) => {
    side.round = round;
    change({});
  };
  return field(id, label, select(rounds().map(({ round }) => [round.round, text(round.title)]), own.round.round, pick), h('p', { class: 'hint' }, own.last_day ? deadline(own.last_day, own.round.deadline.wording) : t('noDeadline'), ' · ', t('askedUnits', { count: own.asked.length })));
}

function result() {
  const { findings: found, all } = gathered();
  if (!all) return h('section', { class: 'card problems', id: 'n-result', tabindex: '-1' }, h('h3', {}, t('cannotGather')), findings(found));
  return h(
    'div',
    { id: 'n-result', tabindex: '-1' },
    h('h2', {}, text(all.title)),
    marks(all.marks),
    came(all),
    saveCard(all),
    money(all),
    proof(all),
    anomalies(all),
    levels(all),
  );
}
