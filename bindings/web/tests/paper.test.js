// What leaves as a file of the reader's: print, JSON, CSV. And: is the page fit for everybody?

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, example, served } from './browser.js';

const VIEWS = ['data', 'form', 'result', 'next', 'compare', 'keep'];
let site;
before(async () => (site = await served()));
after(() => site.end());

async function opened(options) {
  const all = await site.open(options);
  await all.page.setInputFiles('#files', example('vi-du.json'));
  await all.page.waitForSelector('#scorecard .statement');
  return all;
}

test('axe finds nothing serious, light and dark, wide and narrow', async () => {
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark', viewport: { width: 390, height: 844 } }]) {
    const { page, context } = await opened(options);
    for (const view of VIEWS) {
      await page.click(`#go-${view}`);
      await page.waitForFunction(() => !document.querySelector('main .wait'));
      await accessible(page, view);
    }
    await context.close();
  }
});

test('printed on A4, with its marks and without what cannot be pressed on paper', async () => {
  const { page, context } = await opened();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.isVisible('#scorecard .marks'));
  assert.ok(await page.isVisible('#scorecard .statement'));
  assert.ok(!(await page.isVisible('#to-keep')));
  const file = join(mkdtempSync(join(tmpdir(), 'dothi-')), 'a4.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  assert.match(readFileSync(file, 'latin1'), /\/MediaBox \[0 0 594\.\d+ 84[12]/);
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC').split('\f').slice(0, -1);
  assert.ok(pages.length > 3, `${pages.length} pages`);
  for (const [at, words] of pages.entries()) {
    const said = words.replace(/\s+/g, ' ');
    assert.match(said, /không phải kết quả công nhận/, `page ${at + 1}`);
    assert.match(said, /DỮ LIỆU HƯ CẤU/i, `page ${at + 1}`);
    assert.match(said, new RegExp(`${at + 1}/${pages.length}`), `page ${at + 1}`);
  }
  await context.close();
});

test('JSON is the result, CSV carries the marks on every row and runs no formula', async () => {
  const { page, context } = await opened();
  await page.click('#go-form');
  await page.fill('#unit-name', '=HYPERLINK("x")');
  await page.click('#go-keep');
  const saved = async (id) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(id)]);
    return readFileSync(await download.path(), 'utf8');
  };
  const result = JSON.parse(await saved('#save-json'));
  assert.equal(result.self_assessed.level.reached, 1);
  assert.ok(result.marks.some(({ code }) => code === 'not_official'));
  const rows = (await saved('#save-csv')).trim().split('\r\n').slice(1);
  assert.equal(rows.length, 130);
  for (const row of rows) {
    assert.match(row, /vn-ssc@2026-u1,.*không phải kết quả công nhận/);
    assert.match(row, /"'=HYPERLINK\(""x""\)"/);
  }
  const city = JSON.parse(await saved('#save-city'));
  assert.equal(city.cities[0].observations.length, JSON.parse(readFileSync(example('vi-du.json'), 'utf8')).cities[0].observations.length);
  await context.close();
});
