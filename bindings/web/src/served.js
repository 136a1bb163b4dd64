// The page as a file server gives it.

import { run } from './main.js';

/** Waits until everything is kept for the next time; without a service worker the page works all the same. */
async function offline() {
  if (!('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return;
  try {
    const { installing } = await navigator.serviceWorker.register('sw.js');
    if (installing) await new Promise((done) => installing.addEventListener('statechange', () => ['activated', 'redundant'].includes(installing.state) && done()));
  } catch (error) {
    console.info('no service worker', error);
  }
}

run({ offline });
