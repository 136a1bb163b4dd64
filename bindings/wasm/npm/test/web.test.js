// The entry for pages: the module comes from a server, once, and calls before that say what to wait for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';

const dist = new URL('./', import.meta.resolve('dothi'));
const web = await import(new URL('web.js', dist));
const module = readFileSync(new URL('core.wasm', dist));

test('load, with a failure first', async (t) => {
  let served = 0;
  const server = createServer((request, response) => {
    served += 1;
    const found = request.url === '/core.wasm';
    response.writeHead(found ? 200 : 404, { 'content-type': found ? 'application/wasm' : 'text/plain' });
    response.end(found ? module : 'not here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const at = `http://127.0.0.1:${server.address().port}`;
  assert.throws(() => web.criteriaSet('{}'), { name: 'DothiError', code: 'call.not_ready' });
  await assert.rejects(web.init(`${at}/lost.wasm`), { name: 'DothiError', code: 'call.not_loaded' });
  await Promise.all([web.init(`${at}/core.wasm`), web.init()]);
  await web.init();
  assert.equal(served, 2);
  const set = await web.loadSet('dti-922');
  assert.equal(set.summary.criteria.all, 9);
});
