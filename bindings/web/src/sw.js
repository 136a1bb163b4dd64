// Keeps the page for the next time without a connection: exactly the files of this build, nothing a reader opens.

/* global FILES, BUILD */
const CACHE = `dothi-${BUILD}`;
const here = new URL('./', self.location.href);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new URL(file, here)))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('dothi-') && name !== CACHE);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== here.origin) return;
  url.search = '';
  event.respondWith(caches.open(CACHE).then((cache) => cache.match(url.pathname === here.pathname ? new URL('index.html', here) : url)).then((found) => found ?? fetch(event.request)));
});
