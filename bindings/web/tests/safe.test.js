// Nothing leaves, nothing in a file becomes markup, the page works without a connection and as one file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { example, open, path, served } from './browser.js';

let site;
before(async () => (site = await served()));
after(() => site.end());

const HOSTILE = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>"\'`${1}</script>';

test('after loading nothing is requested, and nothing can be', async () => {
  const { page, context, requests } = await site.open();
  assert.ok(requests.every((url) => url.startsWith(site.server.url)), requests.join('\n'));
  await page.waitForLoadState('networkidle');
  const [asked, seen] = [site.server.asked.length, requests.length];
  await page.setInputFiles('#files', [example('vi-du.json'), example('vi-du-2022.json')]);
  for (const view of ['form', 'result', 'next', 'compare', 'keep', 'report', 'national', 'data']) await page.click(`#go-${view}`);
  await page.selectOption('#set', 'u4ssc@2017-u1');
  await page.click('#lang');
  assert.deepEqual(requests.slice(seen), []);
  assert.deepEqual(site.server.asked.slice(asked), []);
  const tried = await page.evaluate(async () => {
    const failed = (promise) => promise.then(() => 'went out', () => 'refused');
    const image = new Promise((done, stop) => Object.assign(new Image(), { onload: done, onerror: stop, src: 'pixel.png' }));
    return [await failed(fetch('index.html')), await failed(fetch('http://127.0.0.1:9/')), await failed(image)];
  });
  assert.deepEqual(tried, ['refused', 'refused', 'refused']);
  assert.deepEqual(site.server.asked.slice(asked), []);
  await context.close();
});

test('it opens again without a connection', async () => {
  const { page, context } = await site.open();
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await context.setOffline(true);
  await page.reload();
  await page.waitForSelector('#set');
  await page.click('#example');
  assert.match(await page.textContent('#scorecard .statement'), /1\/3/);
  await context.close();
});

test('hostile names in data and criteria stay text', async () => {
  const { page, context, errors } = await site.open();
  const city = JSON.parse(readFileSync(example('vi-du.json'), 'utf8'));
  city.cities = city.cities.slice(0, 1);
  const [place] = city.cities;
  Object.assign(place.unit.name, { vi: HOSTILE, en: HOSTILE });
  Object.assign(place, { prepared_by: HOSTILE, notes: [{ vi: HOSTILE, en: HOSTILE }] });
  for (const one of place.evidence) one.summary = HOSTILE;
  const set = JSON.parse(readFileSync(path('../../../criteria/vn-ssc/2026-u1.json'), 'utf8'));
  Object.assign(set, { set: 'hostile', title: { vi: HOSTILE, en: HOSTILE }, stage: 'draft' });
  delete set.crosswalk;
  delete set.supersedes;
  for (const one of [...set.criteria, ...set.groups, ...set.sources]) one.title = { vi: HOSTILE, en: HOSTILE };
  const file = (name, value) => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) });
  await page.setInputFiles('#files', [file(`${HOSTILE.replaceAll('/', '')}.json`, set), file('noi.json', city)]);
  await page.waitForSelector('.place, #scorecard .statement');
  for (const view of ['data', 'form', 'result', 'keep']) {
    await page.click(`#go-${view}`);
    assert.equal(await page.locator('main img, main script').count(), 0, view);
  }
  await page.click('#go-result');
  assert.equal(await page.textContent('h2'), HOSTILE);
  await page.locator('.why summary').first().click();
  assert.equal(await page.evaluate(() => window.struck), undefined);
  assert.deepEqual(errors, []);
  await context.close();
});

test('the single file works by double click, alone', async () => {
  const url = String(pathToFileURL(path('../dist/dothi.html')));
  const { page, context, requests, errors } = await open(site.browser, url);
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  assert.match(await page.textContent('#scorecard .statement'), /^Cấp độ tham khảo 1\/3 \(bộ tiêu chí không chính thức/);
  assert.deepEqual(requests.filter((asked) => asked !== url && !asked.startsWith('data:')), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('policies are strict from the start', () => {
  for (const file of ['../dist/site/index.html', '../dist/dothi.html']) {
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(path(file), 'utf8'));
    assert.match(policy, /^default-src 'none'; base-uri 'none'; form-action 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'? |\*|https?:/);
  }
});
