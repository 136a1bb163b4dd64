// Files come in, the level is read; every fault of every file is said.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { example, served } from './browser.js';

let site;
before(async () => (site = await served()));
after(() => site.end());

const CSV = ['unit_code,item,role,period,value,unit', 'X-0002,unit,name_vi,,Xã Thử,', 'X-0002,unit,kind,,commune,', 'X-0002,tra-01,numerator,2025,"12,5",ha', 'X-0002,tra-01,denominator,2025,100,ha'].join('\n');
const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a dropped file shows its level, never bare', async () => {
  const { page, context, errors } = await site.open();
  const text = (await import('node:fs')).readFileSync(example('vi-du.json'), 'utf8');
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'vi-du.json'));
    return data;
  }, text);
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
  await page.waitForSelector('#scorecard .statement');
  assert.equal(await page.textContent('#scorecard .statement'), 'Cấp độ tham khảo 1/3 (bộ tiêu chí không chính thức; không phải kết quả công nhận; DỮ LIỆU HƯ CẤU)');
  assert.match(await page.textContent('#scorecard .marks'), /DỮ LIỆU HƯ CẤU/);
  assert.match(await page.textContent('#scorecard .results'), /đã thẩm định/i);
  assert.deepEqual(errors, []);
  await context.close();
});

test('language and edition are switched, and what is open stays', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  await page.click('#lang');
  assert.match(await page.textContent('#scorecard .statement'), /^Reference level 1\/3 \(non-official set/);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.click('#go-data');
  await page.selectOption('#edition', 'vn-ssc@2022-u1');
  assert.match(await page.textContent('main'), /retrospective|Criteria set/);
  assert.match(await page.textContent('fieldset.open'), /look as if they were made for vn-ssc 2026/);
  await page.selectOption('#edition', 'vn-ssc@2026-u1');
  assert.match(await page.textContent('main'), /What edition 2026 changes against 2022/);
  assert.match(await page.textContent('main'), /Level 1: not asked → ≥ 11 %/);
  await context.close();
});

test('CSV is read; several files at once; all faults with row and column', async () => {
  const { page, context } = await site.open();
  const broken = CSV.replace('12,5', 'mười hai').replace('denominator', 'nenner');
  await page.setInputFiles('#files', [file('tot.csv', CSV), file('hong.csv', broken)]);
  await page.waitForSelector('#refused .findings');
  const found = await page.locator('#refused .findings li').allTextContents();
  assert.equal(await page.locator('fieldset.open .place').count(), 1);
  assert.ok(found.some((line) => /dòng 4, cột “value”/.test(line)), found.join('\n'));
  assert.ok(found.some((line) => /dòng 5, cột “role”/.test(line)), found.join('\n'));
  await page.click('#lang');
  assert.match(await page.textContent('#refused'), /row 4, column “value”/);
  await context.close();
});

test('data of another set are not judged in silence, and the right set is offered', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', example('vi-du-nq148.json'));
  await page.waitForSelector('fieldset.open .notice');
  assert.match(await page.textContent('fieldset.open'), /có vẻ được lập theo nq148 2022/);
  await page.click('[id^="fit-"]');
  assert.equal(await page.inputValue('#set'), 'nq148@2022-u1');
  await context.close();
});

test('two places and two years are compared', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  await page.click('#go-compare');
  assert.ok((await page.locator('.statement').count()) >= 2);
  assert.match(await page.textContent('#differ-title'), /^\d+ trên \d+ tiêu chí có kết quả khác nhau$/);
  assert.match(await page.textContent('#side-1'), /số liệu đến 2024/);
  await context.close();
});
