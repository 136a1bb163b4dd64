// What leaves as a file of the reader's: print, JSON, CSV. And: is the page fit for everybody?

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { example, path, served } from './browser.js';

const AXE = readFileSync(path('../node_modules/axe-core/axe.min.js'), 'utf8');
const VIEWS = ['data', 'form', 'result', 'compare', 'keep'];
let site;
before(async () => (site = await served()));
after(() => site.end());

async function opened(options) {
  const all = await site.open(options);
  await all.page.setInputFiles('#files', example('vi-du.json'));
  await all.page.waitForSelector('#statement-self');
  return all;
}

test('axe finds nothing serious, light and dark, wide and narrow', async () => {
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark', viewport: { width: 390, height: 844 } }]) {
    const { page, context } = await opened(options);
    await page.evaluate(AXE);
    for (const view of VIEWS) {
      await page.click(`#go-${view}`);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
      assert.deepEqual(serious.map(({ id, nodes }) => `${view} ${id} ${nodes[0].html.slice(0, 200)}`), []);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${view} is ${content} wide in ${window}`);
    }
    await context.close();
  }
});

test('printed on A4, with its marks and without what cannot be pressed on paper', async () => {
  const { page, context } = await opened();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.isVisible('.summary .marks'));
  assert.ok(await page.isVisible('#statement-self'));
  assert.ok(!(await page.isVisible('#print')));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.match(pdf, /^%PDF/);
  const foot = await page.evaluate(() => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText).join(''));
  assert.match(foot, /@bottom-left[^}]*không phải kết quả công nhận; DỮ LIỆU HƯ CẤU/);
  assert.match(pdf, /\/MediaBox \[0 0 594\.\d+ 84[12]/);
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
