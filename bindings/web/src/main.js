// The page starts: first the frame, then the modules and sets; when everything is kept for the next time, the door to the network is shut.

import { hold, start } from './engine.js';
import { kept, recall } from './draft.js';
import { close } from './lib/door.js';
import { mount } from './frame.js';
import { newest } from './pick.js';
import { change, state } from './state.js';
import { today } from './lib/date.js';
import { t } from './words.js';

const FIRST = 'vn-ssc';

/** @param {{ modules?: Record<string, BufferSource>, offline?: () => Promise<void> }} from what this build brings along */
export async function run({ modules, offline = async () => {} } = {}) {
  if (new URLSearchParams(location.search).get('lang') === 'en') state.lang = 'en';
  mount();
  guard();
  try {
    await start(modules);
  } catch (error) {
    console.error(error);
    document.getElementById('view').textContent = t('notLoaded');
    return;
  }
  Object.assign(state, { set: newest(FIRST), asOf: today() });
  recall();
  change({ ready: true });
  await offline();
  await hold().catch((error) => console.info('not loaded', error));
  close();
  change({ shut: true }, { quiet: true });
}

/** A file dropped beside the field would replace the page; leaving with unsaved work is asked about. */
function guard() {
  for (const kind of ['dragover', 'drop']) addEventListener(kind, (event) => event.preventDefault());
  addEventListener('beforeunload', (event) => {
    if ((state.report?.edited || state.places.some(({ edited }) => edited)) && !kept()) event.preventDefault();
  });
}
