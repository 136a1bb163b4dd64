// The programme: a local report by keyboard and from files, its findings and their fields, the national synthesis, what to do next.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessible, example, open, path, served, tabTo } from './browser.js';

const HOSTILE = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>"\'`${1}</script>';
const file = (name, content) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) });
const read = (name) => file(name.split('/').at(-1), readFileSync(example(`programme/${name}`), 'utf8'));
const json = (name) => JSON.parse(readFileSync(example(name), 'utf8'));
const reports = ['programme/bao-cao-2025.json', 'programme/bao-cao-2025-X-03.csv', 'programme/dot-2025.json'].map(example);
let site;
before(async () => (site = await served()));
after(() => site.end());

const saved = async (page, button) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return readFileSync(await download.path());
};

async function at(view, ready, options, query) {
  const all = await site.open(options, query);
  await all.page.click(`#go-${view}`);
  await all.page.waitForSelector(ready);
  return all;
}

test('a report is filled in by keyboard alone; amounts are said back, nothing is not zero', async () => {
  const { page, context, errors } = await at('report', '#r-new');
  await tabTo(page, 'r-new');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tỉnh Thử');
  await tabTo(page, 'r-unit-code');
  await page.keyboard.type('X-77');
  assert.equal(await page.locator('.part').count(), 6, 'the parts of the outline');
  await tabTo(page, 'r-add-2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Đã phê duyệt đề án.');
  await tabTo(page, 'r-add-4.1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Trung tâm điều hành');
  await tabTo(page, 'r-funding-0-year');
  await page.keyboard.type('2025');
  await tabTo(page, 'r-funding-0-source');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'r-funding-0-unit');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'r-funding-0-planned');
  await page.keyboard.type('12,5');
  await page.keyboard.press('Tab');
  assert.equal(await page.getAttribute('#r-funding-0-planned', 'inputmode'), 'decimal');
  assert.equal(await page.textContent('#r-funding-0-planned-echo'), 'Hiểu là: 12,5 tỷ đồng = 12.500.000.000 đồng');
  assert.equal(await page.textContent('#r-funding-0-disbursed-echo'), 'chưa có số liệu (khác với 0)');
  assert.match(await page.textContent('#r-standing'), /Kế hoạch: 12\.500\.000\.000 đồng · Giải ngân: chưa có số liệu \(1 số chưa có\)/);
  await tabTo(page, 'r-add-4.2');
  await tabTo(page, 'r-none-4.2');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Chưa có hạng mục');
  await tabTo(page, 'r-to-problems', 200);
  await page.keyboard.press('Enter');
  const missing = page.locator('#r-problems li', { hasText: 'Khó khăn, vướng mắc' }).first().getByRole('button');
  await missing.focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'r-add-5.1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Thiếu cán bộ.');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => !/Khó khăn, vướng mắc/.test(document.querySelector('#r-problems').textContent));
  assert.match(await page.textContent('#r-problems'), /5\.2/, 'the rest of the part is still asked for');
  assert.deepEqual(errors, []);
  await context.close();
});

test('a broken report lists every finding in the language chosen, and each leads to its field', async () => {
  const { page, context, errors } = await at('report', '#r-new');
  const [report] = json('programme/bao-cao-2025.json').reports;
  report.funding[0].planned = '-5';
  report.funding[1].source = 'lottery';
  report.funding[2].disbursed = '1'.repeat(40);
  report.entries = report.entries.filter(({ item }) => item !== '6');
  report.received = '2026-05-01';
  await page.setInputFiles('#r-files', [file('hong.json', { format: 1, reports: [{ ...report, funding: report.funding.slice(0, 2) }] }), read('dot-2025.json')]);
  await page.waitForSelector('#r-problems .error');
  const found = async () => (await page.locator('#r-problems li').allTextContents()).join('\n');
  for (const code of ['report.negative_amount', 'report.unknown_fund_source', 'report.part_missing', 'report.late']) assert.match(await found(), new RegExp(code.replace('.', '\\.')), await found());
  const lead = async (code) => {
    await page.locator('#r-problems li', { hasText: code }).first().getByRole('button').click();
    return page.evaluate(() => document.activeElement.id);
  };
  assert.equal(await lead('report.negative_amount'), 'r-funding-0-planned');
  assert.equal(await lead('report.unknown_fund_source'), 'r-funding-1-source');
  assert.equal(await lead('report.part_missing'), 'r-add-6');
  assert.equal(await lead('report.late'), 'r-received');
  await page.fill('#r-funding-0-planned', '250');
  await page.press('#r-funding-0-planned', 'Tab');
  assert.doesNotMatch(await found(), /report\.negative_amount/);
  await page.click('#r-example');
  await page.click('#r-replace-no');
  await page.fill('#r-funding-0-planned', 'nhiều');
  await page.press('#r-funding-0-planned', 'Tab');
  assert.equal(await page.getAttribute('#r-funding-0-planned', 'aria-invalid'), 'true');
  await page.click('#lang');
  assert.match(await found(), /is late|after the last day|late/i);
  assert.equal(await page.inputValue('#r-funding-0-planned'), 'nhiều', 'what was not understood stays as typed');
  await page.click('#r-add-4\\.3');
  assert.doesNotMatch(await found(), /page\.incomplete/, 'a row with nothing in it is no fault');
  await page.fill('#r-funding-2-planned', '7');
  await page.press('#r-funding-2-planned', 'Tab');
  assert.match(await found(), /page\.incomplete/);
  assert.match(await found(), /report\.unknown_fund_source/, 'a row that is not whole hides no other fault');
  await page.setInputFiles('#r-files', file('bang.csv', 'item;field;text;planned\nreport;outline;bxd-1683-2022\nmục 4.1;;;mười\n'));
  await page.waitForSelector('#r-refused .findings');
  assert.match(await page.textContent('#r-refused'), /row 3, column “planned”/);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a report is saved in every form and opened again; its record is verified', async () => {
  const { page, context } = await at('report', '#r-new');
  await page.setInputFiles('#r-files', reports.slice(1));
  await page.waitForSelector('#r-part-4');
  assert.equal(await page.inputValue('#r-unit-name'), 'Thành phố Ví Dụ Biển');
  assert.match(await page.textContent('#r-standing'), /đúng hạn/);
  const text = (await saved(page, '#r-save-json')).toString();
  assert.equal(JSON.parse(text).reports[0].funding[0].planned, '1250.75');
  const table = await saved(page, '#r-save-csv');
  assert.match(table.toString(), /1250,75;310,5;tỷ đồng/);
  assert.match((await saved(page, '#r-save-html')).toString(), /^<!DOCTYPE html>[^]*Thành phố Ví Dụ Biển[^]*Nơi nhận/);
  assert.equal((await saved(page, '#r-save-docx')).subarray(0, 2).toString(), 'PK');
  await page.setInputFiles('#r-files', { name: 'lai.csv', mimeType: 'text/csv', buffer: table });
  await page.waitForFunction(() => document.querySelector('#r-funding-0-planned')?.value === '1250,75');
  assert.equal((await saved(page, '#r-save-json')).toString(), text, 'the table reads back the same');
  await page.click('#r-to-city');
  assert.match(await page.textContent('fieldset.open'), /X-03/);
  await page.click('#go-report');
  await page.setInputFiles('#r-record-file', file('gia.json', { record_format: 1 }));
  await page.locator('#r-problems li', { hasText: 'gia.json' }).or(page.locator('#r-problems .error')).first().waitFor();
  assert.ok((await page.locator('#r-problems .error').count()) > 0, 'a record that is none is an error');
  await context.close();
});

test('a draft keeps a report that is not whole; nothing is kept without consent', async () => {
  const { page, context } = await at('report', '#r-new');
  await page.click('#r-new');
  await page.fill('#r-unit-name', 'Nơi dở dang');
  await page.click('#r-add-4\\.2');
  await page.fill('#r-funding-0-planned', '12 tỷ');
  await page.press('#r-funding-0-planned', 'Tab');
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await page.click('#go-keep');
  const buffer = await saved(page, '#save-draft');
  await page.check('#consent');
  await page.reload();
  await page.waitForSelector('html[data-shut]');
  await page.click('#go-report');
  assert.equal(await page.inputValue('#r-unit-name'), 'Nơi dở dang');
  assert.equal(await page.inputValue('#r-funding-0-planned'), '12 tỷ');
  await page.click('#go-keep');
  await page.click('#wipe');
  await page.click('#wipe-yes');
  await page.click('#go-report');
  assert.equal(await page.locator('.part').count(), 0);
  await page.click('#go-data');
  await page.setInputFiles('#files', { name: 'nhap.json', mimeType: 'application/json', buffer });
  await page.click('#go-report');
  assert.equal(await page.inputValue('#r-funding-0-planned'), '12 tỷ');
  await context.close();
});

test('files of a round become one national report that reconciles', async () => {
  const { page, context, requests, errors } = await at('national', '#n-example');
  const seen = requests.length;
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const [name, content] of all) data.items.add(new File([content], name));
    return data;
  }, [...reports.map((name, number) => [`${number}${name.endsWith('csv') ? '.csv' : '.json'}`, readFileSync(name, 'utf8')]), ['hong.json', '{']]);
  await page.dispatchEvent('#n-files-drop', 'drop', { dataTransfer: transfer });
  await page.waitForSelector('#n-result .tiles');
  const said = (await page.textContent('#n-result')).replace(/\s+/g, ' ');
  assert.match(said, /4 đơn vị phải báo cáo3 đã báo cáo1 muộn/);
  assert.match(said, /2\.084\.850\.000\.000/);
  assert.match(said, /Khớp đến từng đồng/);
  assert.match(said, /Không đọc được: hong\.json/);
  assert.match(said, /DỮ LIỆU HƯ CẤU/);
  const all = JSON.parse(await saved(page, '#n-save-json'));
  assert.deepEqual([all.reconciliation.agrees, all.unreadable.length], [true, 1]);
  await page.setInputFiles('#n-files', file('dot-hong.json', { format: 1, round: 'x', units_on: 'hôm nay' }));
  await page.waitForSelector('main .problems.inner .error');
  assert.match(await page.textContent('main .problems.inner'), /dot-hong\.json/);
  assert.match((await saved(page, '#n-save-csv')).toString(), /^\ufefftable,/);
  assert.match((await saved(page, '#n-save-html')).toString(), /<svg[^]*2\.084\.850\.000\.000/);
  assert.equal((await saved(page, '#n-save-docx')).subarray(0, 2).toString(), 'PK');
  await page.click('#lang');
  assert.match(await page.textContent('#n-result'), /It agrees to the đồng/);
  assert.deepEqual(requests.slice(seen).filter((url) => !/^(data|blob):/.test(url)), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('what a city should do next: reasons, objectives, targets, milestones, the residents', async () => {
  const { page, context, errors } = await site.open();
  await page.setInputFiles('#files', example('vi-du.json'));
  await page.waitForSelector('#scorecard .statement');
  await page.click('#go-next');
  await page.waitForSelector('.priorities');
  assert.match(await page.textContent('main .marks'), /không chính thức|cấp độ tham khảo/);
  assert.match(await page.locator('.priorities > li').first().textContent(), /thuộc kế hoạch ít việc nhất/);
  const first = await page.textContent('.priorities');
  await page.selectOption('#x-target', '3');
  assert.notEqual(await page.textContent('.priorities'), first);
  const survey = json('programme/khao-sat/mo-ta.json');
  await page.setInputFiles('#x-files', [file('mo-ta.json', survey), read('khao-sat/tra-loi.csv'), read('tien-do-moc.json')]);
  await page.waitForSelector('main .problems .error');
  assert.match(await page.textContent('main .problems'), /priority\.other_place/, 'a survey of another place is said, not used');
  survey.unit.code = 'X-0001';
  await page.setInputFiles('#x-files', [file('mo-ta.json', survey), read('uu-tien.json')]);
  await page.waitForFunction(() => document.querySelector('.priorities').textContent.includes('chưa hài lòng'));
  assert.match(await page.textContent('.priorities'), /ưu tiên thứ 1 của địa phương/);
  assert.match(await page.textContent('main'), /đã đạt, muộn/);
  assert.equal(JSON.parse(await saved(page, '#x-save-voice')).cities[0].unit.code, 'X-0001');
  assert.match((await saved(page, '#x-save-priorities')).toString(), /^\ufeffunit_code,/);
  await page.click('#lang');
  assert.match(await page.textContent('main'), /By the five objectives of Resolution 06-NQ\/TW/);
  assert.deepEqual(errors, []);
  await context.close();
});

test('hostile reports, rounds and surveys stay text', async () => {
  const { page, context, errors } = await at('report', '#r-new');
  const [report] = json('programme/bao-cao-2025.json').reports;
  Object.assign(report, { number: HOSTILE, prepared_by: HOSTILE, unit: { ...report.unit, name: HOSTILE }, records: [{ file: HOSTILE }] });
  for (const one of [...report.entries, ...report.funding]) Object.assign(one, one.text ? { text: HOSTILE } : { project: HOSTILE });
  const round = { ...json('programme/dot-2025.json'), title: { vi: HOSTILE, en: HOSTILE } };
  round.deadline.wording = HOSTILE;
  const name = `${HOSTILE.replaceAll('/', '')}.json`;
  await page.setInputFiles('#r-files', [file('dot.json', round), file(name, { format: 1, reports: [report] })]);
  await page.waitForSelector('#r-part-4');
  assert.equal(await page.inputValue('#r-unit-name'), HOSTILE);
  await page.click('#go-national');
  await page.setInputFiles('#n-files', [file('dot.json', round), file(name, { format: 1, reports: [report] })]);
  await page.waitForSelector('#n-result .tiles');
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.evaluate(() => window.struck), undefined);
  assert.deepEqual(errors, []);
  await context.close();
});

test('axe finds nothing serious in the programme, no sideways scrolling, light and dark', async () => {
  for (const [options, query] of [[{ colorScheme: 'light' }, ''], [{ colorScheme: 'dark', viewport: { width: 390, height: 844 } }, '?lang=en']]) {
    const { page, context } = await at('report', '#r-example', options, query);
    await page.click('#r-example');
    await page.waitForSelector('#r-part-4');
    for (const view of ['report', 'national']) {
      await page.click(`#go-${view}`);
      if (view === 'national') await page.click('#n-example');
      await page.waitForSelector(view === 'national' ? '#n-result .tiles' : '#r-part-4');
      await accessible(page, view);
    }
    await context.close();
  }
});

test('modules of the programme are compiled when one comes to them; the single file has them too', async () => {
  const url = String(pathToFileURL(path('../dist/dothi.html')));
  const { page, context, requests, errors } = await open(site.browser, url);
  await page.click('#go-report');
  await page.click('#r-example');
  await page.waitForSelector('#r-part-4');
  assert.equal((await saved(page, '#r-save-docx')).subarray(0, 2).toString(), 'PK');
  await page.click('#go-national');
  await page.click('#n-example');
  await page.waitForSelector('#n-result .tiles');
  assert.deepEqual(requests.filter((asked) => asked !== url && !/^(data|blob):/.test(asked)), []);
  assert.deepEqual(errors, []);
  await context.close();
});
