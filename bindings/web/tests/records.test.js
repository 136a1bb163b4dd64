// Workbooks, several departments, records, editions, charts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { example, path, served } from './browser.js';

let site;
before(async () => (site = await served()));
after(() => site.end());

const json = (name, value) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });
const city = () => JSON.parse(readFileSync(example('vi-du.json'), 'utf8')).cities[0];

async function saved(page, id) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(id)]);
  return readFileSync(await download.path(), 'utf8');
}

test('a workbook is read; faults name sheet and cell', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', path('../dist/vi-du.xlsx'));
  await page.waitForSelector('#scorecard .statement');
  assert.match(await page.textContent('#scorecard .statement'), /^Cấp độ tham khảo 1\/3/);
  await page.click('#go-data');
  await page.click('[id^="close-"]');
  await page.setInputFiles('#files', path('../dist/sai.xlsx'));
  await page.waitForSelector('.wrong .error');
  assert.match(await page.textContent('.wrong .error'), /Data!\w+\d+/);
  await context.close();
});

test('files of departments are joined, or every contradiction is named', async () => {
  const { page, context } = await site.open();
  const [left, right] = [city(), city()];
  left.observations = left.observations.slice(0, 40);
  right.observations = right.observations.slice(30);
  const other = structuredClone(right);
  other.observations[0].value = '7';
  await page.setInputFiles('#files', [json('giao-thong.json', { format: 1, cities: [left] }), json('y-te.json', { format: 1, cities: [other] })]);
  await page.click('#join-X-0001');
  assert.match(await page.textContent('#conflicts'), /giao-thong\.json.*y-te\.json.*7/s);
  assert.equal(await page.locator('#conflicts > ul > li').count(), 1);
  assert.equal(await page.locator('fieldset.open .place').count(), 2);
  await page.click('[id^="close-"] >> nth=1');
  await page.setInputFiles('#files', json('y-te.json', { format: 1, cities: [right] }));
  await page.click('#join-X-0001');
  await page.waitForFunction(() => document.querySelectorAll('fieldset.open .place').length === 1);
  await page.click('#go-result');
  assert.match(await page.textContent('#scorecard .statement'), /^Cấp độ tham khảo 1\/3/);
  await context.close();
});

test('a record is saved and holds; a tampered one fails and names the node', async () => {
  const { page, context, requests } = await site.open();
  const seen = requests.length;
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  await page.click('#go-keep');
  const text = await saved(page, '#save-record');
  await page.setInputFiles('#record-file', json('tot.json', text));
  await page.waitForSelector('.answer.good');
  const record = JSON.parse(text);
  record.body.self_assessed.criteria.find(({ criterion, id }) => (criterion ?? id) === 'plan-04').outcome = 'passed';
  await page.setInputFiles('#record-file', json('gia.json', record));
  await page.waitForSelector('.answer.bad');
  const said = await page.textContent('.answer.bad');
  assert.match(said, /Hồ sơ gia\.json không đúng/);
  assert.match(said, /tiêu chí `plan-04`.*hồ sơ ghi `passed`, tính lại ra `below_threshold`/);
  await page.click('#record-data-0');
  assert.match(await page.textContent('#scorecard .statement'), /^Cấp độ tham khảo 1\/3/);
  assert.deepEqual(requests.slice(seen).filter((url) => !/^(data|blob):/.test(url)), []);
  await context.close();
});

test('the same data under another edition: what changes, and why', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', example('vi-du-2022.json'));
  await page.waitForSelector('.notice');
  await page.click('#go-compare');
  const said = await page.textContent('main');
  assert.match(said, /cùng số liệu, phiên bản 2022 và 2026/);
  assert.match(said, /\d+ tiêu chí có kết quả khác/);
  assert.match(said, /hồi cứu/);
  assert.ok((await page.locator('.changes li').count()) > 3);
  await context.close();
});

test('charts have their tables, and can be saved with their marks', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard figure');
  assert.ok((await page.locator('#scorecard figure:has(table)').count()) >= 3);
  await page.click('#go-keep');
  assert.match(await saved(page, '#save-svg-0'), /^<svg[^>]*>.*không chính thức/s);
  await context.close();
});

test('data are saved as a workbook that reads the same, an empty form as well', async () => {
  const { page, context } = await site.open();
  const [blank] = await Promise.all([page.waitForEvent('download'), page.click('#blank')]);
  assert.equal(readFileSync(await blank.path()).subarray(0, 2).toString(), 'PK');
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  await page.click('#go-keep');
  const [filled] = await Promise.all([page.waitForEvent('download'), page.click('#save-xlsx')]);
  const buffer = readFileSync(await filled.path());
  const digest = () => page.evaluate(() => ['.statement', '.counts'].map((one) => document.querySelector('#scorecard').shadowRoot.querySelector(one).textContent).join(''));
  await page.click('#go-result');
  const before = await digest();
  await page.click('#go-data');
  while ((await page.locator('[id^="close-"]').count()) > 0) await page.click('[id^="close-"] >> nth=0');
  await page.setInputFiles('#files', { name: 'lai.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.waitForSelector('#scorecard .statement');
  assert.equal(await digest(), before);
  await context.close();
});
