// An outline of the reader's own: the form, the checks, the documents and the synthesis are by it, and the page says so.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { accessible, example, path, served } from './browser.js';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const file = (name, value) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });
let site;
before(async () => (site = await served()));
after(() => site.end());

/** The outline of the package under another name, with one item more. */
function outline() {
  const own = json(path('../../../criteria/programme/outline-bxd-1683-2022.json'));
  own.outline = 'cua-toi-2027';
  own.title = { vi: 'Đề cương của tôi <b>2027</b>', en: 'My outline <b>2027</b>' };
  const part = own.parts.find(({ id }) => id === '3');
  part.items.push({ ...structuredClone(part.items[1]), id: '3.9', title: { vi: 'Mục thêm của tôi', en: 'An item of mine' }, origin: 'ours' });
  return own;
}

/** The example's reports and round by it. */
const reports = () => {
  const all = json(example('programme/bao-cao-2025.json'));
  for (const report of all.reports) report.outline = 'cua-toi-2027';
  all.reports[0].entries.push({ item: '3.9', text: 'Nội dung thêm' });
  return all;
};
const round = () => ({ ...json(example('programme/dot-2025.json')), outline: 'cua-toi-2027' });

const saved = async (page, button) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return readFileSync(await download.path(), 'utf8');
};

test('a report is written by a dropped outline, and the page says which one is in use', async () => {
  const { page, context, errors } = await site.open();
  await page.click('#go-report');
  await page.waitForSelector('#r-new');
  assert.match(await page.textContent('#outline-used'), /Công văn 1683.*kèm theo trang/);
  await page.setInputFiles('#r-files', file('de-cuong.json', outline()));
  await page.waitForSelector('#outline-used .marks');
  assert.match(await page.textContent('#outline-used .marks'), /Đề cương của tôi <b>2027<\/b> \(cua-toi-2027\), tệp de-cuong\.json/);
  await page.click('#r-new');
  assert.match(await page.textContent('#r-part-3'), /Mục thêm của tôi/);
  assert.equal(await page.locator('#r-other-outline').count(), 0);
  await page.fill('#r-unit-name', 'Tỉnh Thử');
  await page.fill('#r-unit-code', 'X-01');
  assert.equal(JSON.parse(await saved(page, '#r-save-json')).reports[0].outline, 'cua-toi-2027');
  await page.click('#r-add-3\\.9');
  await page.fill('#r-entries-0-text', 'Nội dung thêm');
  await page.press('#r-entries-0-text', 'Tab');
  assert.ok((await saved(page, '#r-save-html')).includes('Mục thêm của tôi'));
  assert.ok((await saved(page, '#r-template')).includes('Mục thêm của tôi'));
  await accessible(page, 'own outline');
  await page.click('#lang');
  assert.match(await page.textContent('#outline-used .marks'), /your own outline.*My outline <b>2027<\/b>/);
  // A draft keeps it, deleting takes it away.
  await page.click('#go-keep');
  await page.check('#consent');
  await page.reload();
  await page.waitForSelector('html[data-shut]');
  await page.click('#go-report');
  await page.waitForSelector('#outline-used .marks');
  assert.match(await page.textContent('#r-part-3'), /Mục thêm của tôi/);
  // Back to that of the page: the report says that it is by another one, and is turned over when asked.
  await page.click('#outline-back');
  assert.equal(await page.locator('#outline-used.hint').count(), 1);
  assert.match(await page.textContent('#r-other-outline'), /cua-toi-2027.*bxd-1683-2022/);
  await page.locator('#r-problems .error', { hasText: 'cua-toi-2027' }).waitFor();
  await page.click('#r-adopt-outline');
  assert.equal(await page.locator('#r-other-outline').count(), 0);
  assert.equal(await page.locator('#r-problems .error', { hasText: 'cua-toi-2027' }).count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a synthesis is by the outline that came with its files', async () => {
  const { page, context, errors } = await site.open();
  await page.click('#go-national');
  await page.waitForSelector('#n-files', { state: 'attached' });
  await page.setInputFiles('#n-files', [file('bao-cao.json', reports()), file('dot.json', round()), file('de-cuong.json', outline())]);
  await page.waitForSelector('#n-result .tiles');
  assert.match(await page.textContent('#outline-used .marks'), /tệp de-cuong\.json/);
  const all = JSON.parse(await saved(page, '#n-save-json'));
  assert.equal(all.outline, 'cua-toi-2027');
  assert.ok(all.texts.some(({ item, texts }) => item === '3.9' && texts.some(({ text }) => text === 'Nội dung thêm')), 'the added item is gathered');
  assert.ok((await saved(page, '#n-save-html')).includes('Mục thêm của tôi'));
  await page.click('#go-keep');
  await page.click('#wipe');
  await page.click('#wipe-yes');
  await page.click('#go-national');
  assert.equal(await page.locator('#outline-used.hint').count(), 1);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a broken outline is refused with every finding and changes nothing', async () => {
  const { page, context, errors } = await site.open();
  const broken = outline();
  delete broken.title;
  broken.parts[0].role = 'poem';
  // Also where files of every kind come in.
  await page.setInputFiles('#files', file('hong.json', broken));
  await page.click('#go-report');
  await page.waitForSelector('#r-refused');
  assert.match(await page.textContent('#r-refused'), /hong\.json.*title.*poem/s);
  assert.equal(await page.locator('#outline-used.hint').count(), 1);
  await page.click('#go-national');
  await page.waitForSelector('#n-files', { state: 'attached' });
  await page.setInputFiles('#n-files', file('hong.json', broken));
  await page.waitForSelector('main .problems.inner .error');
  assert.equal(await page.locator('#outline-used.hint').count(), 1);
  assert.deepEqual(errors, []);
  await context.close();
});
