// A question before something is lost.

import { h } from '../lib/dom.js';
import { t } from '../words.js';
import { button } from './parts.js';

/** Asks; `act` is what follows a yes. Ids begin with `id`. */
export function ask(id, { question, help, no, yes }, act) {
  const dialog = h('dialog', { 'aria-labelledby': `${id}-question` });
  const end = () => {
    dialog.close();
    dialog.remove();
  };
  const go = () => {
    end();
    act();
  };
  dialog.append(h('h3', { id: `${id}-question` }, t(question)), h('p', {}, t(help)), h('div', { class: 'actions' }, button(`${id}-no`, t(no), end), button(`${id}-yes`, t(yes), go, 'danger')));
  document.body.append(dialog);
  dialog.showModal();
}
