// The form: by keyboard alone, numbers said back, drafts kept only where the reader agreed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { example, served, tabTo } from './browser.js';

let site;
before(async () => (site = await served()));
after(() => site.end());

test('a form is filled by keyboard alone', async () => {
  const { page, context, errors } = await site.open();
  await tabTo(page, 'kind');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'start');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tỉnh Thử');
  await tabTo(page, 'unit-code');
  await page.keyboard.type('001');
  await tabTo(page, 'period');
  await page.keyboard.type('12/2025');
  await tabTo(page, 'f-plan-05-main-numerator');
  await page.keyboard.type('12,5');
  await page.keyboard.press('Tab');
  assert.equal(await page.textContent('#f-plan-05-main-numerator-echo'), 'Hiểu là: 12,5 ha');
  await page.keyboard.type('1.234');
  await page.keyboard.press('Tab');
  assert.match(await page.textContent('#f-plan-05-main-denominator-echo'), /hai cách.*1\.234 \(hàng nghìn\).*1,234 \(phần thập phân\)/);
  assert.match(await page.textContent('#standing'), /1 ô chưa đọc được/);
  await tabTo(page, 'f-plan-05-main-denominator-0');
  await page.keyboard.press('Enter');
  assert.equal(await page.textContent('#f-plan-05-main-denominator-echo'), 'Hiểu là: 1.234 ha');
  await tabTo(page, 'to-result', 400);
  await page.keyboard.press('Enter');
  assert.match(await page.textContent('#scorecard .statement'), /^Chưa đạt cấp độ nào \(0\/3\) \(bộ tiêu chí không chính thức/);
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.textContent === 'Tỉnh Thử');
  assert.deepEqual(errors, []);
  await context.close();
});

test('a value is edited and the result follows at once; a fault leads to its field', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  await page.click('#go-form');
  await page.locator('.group > summary').nth(1).click();
  const box = page.locator('#f-tra-01-main-numerator');
  assert.equal(await box.getAttribute('inputmode'), 'decimal');
  await box.fill('99999');
  await box.press('Tab');
  await page.waitForSelector('#problems .error');
  await page.click('#problems .link >> nth=0');
  assert.match(await page.evaluate(() => document.activeElement.id), /^f-tra-01/);
  await box.fill('không');
  await box.press('Tab');
  assert.match(await page.textContent('#f-tra-01-main-numerator-echo'), /không phải một số/);
  assert.equal(await box.getAttribute('aria-invalid'), 'true');
  await context.close();
});

test('a figure is tried in the result and nothing changes; what is to be edited leads to its field', async () => {
  const { page, context } = await site.open();
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .fix .try');
  const real = await page.textContent('#scorecard .results');
  await page.locator('#scorecard .fix .try').first().click();
  await page.locator('#scorecard .fix').first().getByRole('checkbox').check();
  await page.waitForSelector('#scorecard .what-if .supposed');
  assert.equal(await page.textContent('#scorecard .results'), real);
  await page.click('#go-keep');
  await page.click('#go-result');
  assert.ok(await page.isVisible('#scorecard .what-if .supposed'), 'a look elsewhere drops nothing');
  await page.waitForFunction(() => document.activeElement.id === 'scorecard');
  await page.getByRole('button', { name: 'English' }).last().click();
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.locator('#scorecard .criteria .edit').nth(3).click();
  await page.waitForSelector('form.form');
  assert.match(await page.evaluate(() => document.activeElement.closest('[id^="c-"]')?.id ?? ''), /^c-/);
  await context.close();
});

test('a draft is kept only after consent, and wiped', async () => {
  const { page, context } = await site.open();
  const stored = () => page.evaluate(() => Object.keys(localStorage));
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  await page.click('#go-keep');
  assert.deepEqual(await stored(), []);
  await page.check('#consent');
  assert.deepEqual(await stored(), ['dothi.draft']);
  await page.reload();
  await page.waitForSelector('fieldset.open .place');
  assert.equal(await page.locator('fieldset.open .place').count(), 2);
  await page.click('#go-keep');
  assert.equal(await page.textContent('#wipe'), 'Xóa dữ liệu trên máy này');
  await page.click('#wipe');
  await page.click('#wipe-yes');
  assert.deepEqual(await stored(), []);
  await page.click('#go-data');
  assert.equal(await page.locator('fieldset.open').count(), 0);
  assert.deepEqual(await stored(), []);
  await context.close();
});

test('a draft as a file keeps what was typed and not understood', async () => {
  const { page, context } = await site.open();
  await page.click('#start');
  await page.fill('#unit-name', 'Nơi dở dang');
  await page.fill('#f-plan-05-main-numerator', '12 ha');
  await page.click('#go-keep');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-draft')]);
  const buffer = readFileSync(await download.path());
  assert.equal(JSON.parse(buffer).dothi_draft, 1);
  await context.close();
  const other = await site.open();
  await other.page.setInputFiles('#files', { name: 'nhap.json', mimeType: 'application/json', buffer });
  await other.page.click('#go-form');
  assert.equal(await other.page.inputValue('#unit-name'), 'Nơi dở dang');
  assert.equal(await other.page.inputValue('#f-plan-05-main-numerator'), '12 ha');
  await other.context.close();
});

test('a damaged draft is refused, not shown', async () => {
  const { page, context, errors } = await site.open();
  const draft = { dothi_draft: 1, places: [{ file: 'x', city: { unit: { code: '1', name: { vi: 'x' }, kind: 'zzz' }, observations: [] } }] };
  await page.setInputFiles('#files', { name: 'hong.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(draft)) });
  assert.match(await page.textContent('#refused'), /bản nháp này bị hỏng/i);
  assert.deepEqual(errors, []);
  await context.close();
});
