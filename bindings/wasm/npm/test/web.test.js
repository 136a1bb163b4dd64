// The entry for pages: the module and its parts come from a server, once, and calls before that say what to wait for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { asOf, text, thrown } from './support.js';

const dist = new URL('./', import.meta.resolve('dothi'));
const [web, tools, report] = await Promise.all(['web.js', 'web-tools.js', 'web-report.js'].map((name) => import(new URL(name, dist))));

test('load, with a failure first', async (t) => {
  const served = [];
  const server = createServer((request, response) => {
    served.push(request.url);
    const found = request.url.endsWith('.wasm') && !request.url.includes('lost');
    response.writeHead(found ? 200 : 404, { 'content-type': found ? 'application/wasm' : 'text/plain' });
    response.end(found ? readFileSync(new URL(request.url.slice(1), dist)) : 'not here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const at = `http://127.0.0.1:${server.address().port}`;
  assert.throws(() => web.criteriaSet('{}'), { name: 'DothiError', code: 'call.not_ready' });
  await assert.rejects(web.init(`${at}/lost.wasm`), { name: 'DothiError', code: 'call.not_loaded' });
  await Promise.all([web.init(`${at}/core.wasm`), web.init()]);
  await web.init();
  assert.deepEqual(served.splice(0), ['/lost.wasm', '/core.wasm']);
  // A plain set needs nothing more; another one brings the methods it is judged by, or says that they did not come.
  assert.equal((await web.loadSet('vn-ssc')).summary.set, 'vn-ssc');
  await assert.rejects(web.loadPart('methods', `${at}/lost.wasm`), { code: 'call.not_loaded' });
  await web.loadPart('methods', `${at}/methods.wasm`);
  assert.deepEqual(served.splice(0), ['/lost.wasm', '/methods.wasm']);
  const set = await web.loadSet('dti-922');
  assert.equal(set.summary.criteria.all, 9);
  assert.deepEqual(served, []);

  // A verb names the part that it waits for; what needs none is there.
  const city = JSON.parse(text('examples/dti-922-2022.json')).cities[0];
  const options = { asOf };
  assert.equal(web.assess(set, city, options).set.id, 'dti-922');
  const waiting = {
    check: () => web.criteriaSet(text('criteria/dti-922/2022-u1.json')),
    explain: () => web.explain(set, city, options),
    gaps: () => web.gaps(set, city, options),
    tables: () => web.assess(set, 'unit_code,item\n', options),
  };
  assert.match(thrown(() => set.file).message, /`loadPart\('check'\)`/);
  for (const [part, verb] of Object.entries(waiting)) {
    const { code, findings } = thrown(verb);
    assert.equal(code, 'call.not_ready', part);
    for (const words of Object.values(findings[0].message)) assert(words.includes(`\`loadPart('${part}')\``), words);
  }
  assert.match(thrown(() => tools.diff(set, set)).message, /`init\(\)` \(`dothi\/tools`\)/);
  await assert.rejects(web.loadPart('check', `${at}/lost.wasm`), { name: 'DothiError', code: 'call.not_loaded' });
  await assert.rejects(web.loadPart('nothing'), { name: 'DothiError', code: 'call.unknown_part' });
  await Promise.all(Object.keys(waiting).map((part) => web.loadPart(part, `${at}/${part}.wasm`)));
  await Promise.all([web.loadPart('check'), tools.init(`${at}/tools.wasm`), report.init(readFileSync(new URL('report.wasm', dist)))]);
  assert.deepEqual(served.splice(1).sort(), ['/check.wasm', '/explain.wasm', '/gaps.wasm', '/tables.wasm', '/tools.wasm']);
  assert.equal(web.criteriaSet(set.file).id, set.id);
  assert.match(web.explain(set, city, { ...options, lang: 'en' }), /as of 2026-11-21/);
  assert.equal(typeof web.gaps(set, city, options).outcome, 'string');
  assert.match(thrown(waiting.tables).code, /^csv\./);
  assert.equal(tools.diff(set, set).pairing, 'equal_ids');
  assert.match(report.html(set, city, options), /^<!DOCTYPE html>/);
});
