// Which outline is in use: said wherever a report or a synthesis is made by it.

import { h } from '../../lib/dom.js';
import { announce } from '../../frame.js';
import { change, state } from '../../state.js';
import { t, text } from '../../words.js';
import { button, marks } from '../parts.js';
import { theOutline } from './model.js';

/** The outline of the page in a line; one of the reader's own as a mark, with the way back. */
export function outlineInUse() {
  const outline = theOutline();
  const named = { title: text(outline.title), id: outline.outline, file: state.outline?.name };
  if (state.outline === null) return h('p', { class: 'hint', id: 'outline-used' }, t('packagedOutline', named));
  const words = t('ownOutline', named);
  return h('div', { id: 'outline-used' }, marks([{ text: { vi: words, en: words } }]), h('div', { class: 'actions' }, button('outline-back', t('outlineBack'), back, 'plain')));
}

function back() {
  change({ outline: null });
  announce(t('outlineIs', { title: text(theOutline().title) }));
}

/** A report by another outline than the one in use can be turned over to it; what does not fit is then named. */
export function otherOutline(report, redraw) {
  const { outline } = theOutline();
  if (report.doc.outline === outline) return null;
  const adopt = () => {
    report.doc.outline = outline;
    redraw('r-unit-name');
  };
  return h('div', { id: 'r-other-outline' }, h('p', {}, t('otherOutline', { id: report.doc.outline, used: outline })), h('div', { class: 'actions' }, button('r-adopt-outline', t('adoptOutline'), adopt, 'plain')));
}
