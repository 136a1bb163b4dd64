// What a draft holds of the programme: the files of a synthesis, the round, an outline of one's own; within limits that are said.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { example, served } from './browser.js';

const read = (name) => ({ name: name.split('/').at(-1), mimeType: 'application/json', buffer: readFileSync(example(name)) });
const REPORTS = ['programme/bao-cao-2025.json', 'programme/bao-cao-2025-X-03.csv'];
let site;
before(async () => (site = await served()));
after(() => site.end());

const stored = (page) => page.evaluate(() => localStorage.getItem('dothi.draft'));
const files = (page) => page.locator('#n-files-title ~ details').first().locator('li').allTextContents();

/** The synthesis of two reports, one of them not UTF-8, and of the round before. */
async function synthesis() {
  const all = await site.open();
  const { page } = all;
  await page.click('#go-national');
  await page.waitForSelector('#n-files', { state: 'attached' });
  const utf16 = { name: 'x-03.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${readFileSync(example(REPORTS[1]), 'utf8').replace(/^\ufeff/, '')}`, 'utf16le') };
  await page.setInputFiles('#n-files', [read(REPORTS[0]), utf16, read('programme/dot-2025.json')]);
  await page.waitForSelector('#n-result .tiles');
  await page.locator('summary', { hasText: 'Đợt trước' }).click();
  await page.setInputFiles('#n-before', [read('programme/bao-cao-2024.json'), read('programme/dot-2024.json')]);
  await page.waitForSelector('#b-round');
  return all;
}

test('a draft restores the files of a synthesis and both rounds, and deleting takes them', async () => {
  const { page, context, errors } = await synthesis();
  const said = await page.textContent('#n-result');
  assert.match(said, /2\.084\.850\.000\.000/);
  assert.equal(await stored(page), null, 'nothing is kept without consent');
  await page.click('#go-keep');
  await page.check('#consent');
  await page.reload();
  await page.waitForSelector('html[data-shut]');
  await page.click('#go-national');
  await page.waitForSelector('#n-result .tiles');
  assert.deepEqual((await files(page)).length, 2);
  assert.equal(await page.inputValue('#n-round'), 'vi-du-2025');
  assert.equal(await page.inputValue('#b-round'), 'vi-du-2024');
  assert.equal(await page.textContent('#n-result'), said, 'to the letter, the file in UTF-16 too');
  // A file left out is left out of the draft as well.
  await page.click('#n-drop-1');
  await page.waitForFunction(() => JSON.parse(localStorage.getItem('dothi.draft')).national.files.length === 1);
  await page.click('#go-keep');
  await page.click('#wipe');
  await page.click('#wipe-yes');
  assert.equal(await stored(page), null);
  await page.click('#go-national');
  assert.equal(await page.locator('#n-result').count(), 0);
  await page.reload();
  await page.waitForSelector('html[data-shut]');
  await page.click('#go-national');
  await page.waitForSelector('#n-files', { state: 'attached' });
  assert.equal(await page.locator('#n-result').count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a draft as a file has them too; a damaged one is refused', async () => {
  const first = await synthesis();
  await first.page.click('#go-keep');
  const [download] = await Promise.all([first.page.waitForEvent('download'), first.page.click('#save-draft')]);
  const buffer = readFileSync(await download.path());
  const draft = JSON.parse(buffer);
  assert.deepEqual(draft.national.files.map((file) => Object.keys(file).join()), ['name,text', 'name,base64']);
  await first.context.close();
  const { page, context, errors } = await site.open();
  draft.national.files[1].base64 = '%';
  await page.setInputFiles('#files', { name: 'hong.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(draft)) });
  assert.match(await page.textContent('#refused'), /bản nháp này bị hỏng/i);
  await page.setInputFiles('#files', { name: 'nhap.json', mimeType: 'application/json', buffer });
  await page.click('#go-national');
  await page.waitForSelector('#n-result .tiles');
  assert.match(await page.textContent('#n-result'), /2\.084\.850\.000\.000/);
  assert.deepEqual(errors, []);
  await context.close();
});

test('files above the limit are not kept, and that is said', async () => {
  const { page, context, errors } = await site.open();
  await page.click('#go-keep');
  await page.check('#consent');
  await page.click('#go-national');
  await page.waitForSelector('#n-files', { state: 'attached' });
  const large = JSON.parse(readFileSync(example(REPORTS[0]), 'utf8'));
  large.reports[0].entries[0].text = 'đ'.repeat(19_000);
  large.reports = Array.from({ length: 90 }, () => large.reports[0]);
  await page.setInputFiles('#n-files', { name: 'lon.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(large)) });
  await page.waitForSelector('#n-result');
  assert.match(await page.textContent('main .lacking'), /nặng 3,\d MB, quá 3 MB/);
  await page.waitForFunction(() => document.querySelector('.said').textContent.includes('trừ tệp tổng hợp'));
  await page.click('#go-keep');
  assert.match(await page.textContent('main .lacking'), /quá 3 MB/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-draft')]);
  assert.equal(JSON.parse(readFileSync(await download.path())).national.files.length, 1, 'a file of its own has room');
  assert.equal(JSON.parse(await stored(page)).national, undefined);
  // Once they fit they are kept again.
  await page.click('#go-national');
  await page.click('#n-drop-0');
  await page.setInputFiles('#n-files', [read(REPORTS[0])]);
  await page.waitForFunction(() => JSON.parse(localStorage.getItem('dothi.draft')).national?.files.length === 1);
  assert.equal(await page.locator('main .lacking').count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});
