// Parts of the page whose modules are compiled when one comes to them.

import { h } from '../lib/dom.js';
import { isThere, need } from '../engine.js';
import { change, state } from '../state.js';
import { t } from '../words.js';
import { title } from './parts.js';

let failed = false;

/** A view that first waits for its modules. */
export function later(name, parts, view) {
  return () => {
    if (isThere(...parts)) return view();
    if (!failed) {
      need(...parts).then(
        () => shown(name),
        (error) => {
          console.error(error);
          failed = true;
          change({});
        },
      );
    }
    return [title(t(`go_${name}`)), h('p', { class: 'wait', role: 'status' }, t(failed ? 'notLoaded' : 'loading'))];
  };
}

/** What was waited for takes the place, and the focus, of the words that said so. */
function shown(name) {
  if (state.view !== name) return;
  const waited = document.activeElement?.matches('main h2');
  change({});
  if (waited) document.querySelector('main h2')?.focus({ preventScroll: true });
}
