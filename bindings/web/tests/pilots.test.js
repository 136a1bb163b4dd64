// Pilots: candidates held against rules, ranks as weights vary, a decision sheet each, before and after.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessible, example, open, path, served, tabTo } from './browser.js';

const HOSTILE = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>"\'`${1}</script>';
const file = (name, content) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) });
const trial = (name) => JSON.parse(readFileSync(example(`programme/thi-diem/${name}.json`), 'utf8'));
const all = ['do-thi', 'quy-tac', 'khai'].map((name) => example(`programme/thi-diem/${name}.json`));
let site;
before(async () => (site = await served()));
after(() => site.end());

const saved = async (page, button) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return readFileSync(await download.path(), 'utf8');
};

async function at(options, query) {
  const made = await site.open({ locale: 'vi-VN', ...options }, query);
  await made.page.click('#go-pilots');
  await made.page.waitForSelector('#p-example');
  return made;
}

const card = (page, id) => page.locator(`[aria-labelledby="p-${id}-title"]`);
const told = async (page, id) => (await card(page, id).textContent()).replace(/\s+/g, ' ');

test('candidates are held against rules: reasons, sources, ranks with intervals, sheets, all saved', async () => {
  const { page, context, requests, errors } = await at();
  const seen = requests.length;
  const transfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, content] of files) data.items.add(new File([content], name));
    return data;
  }, all.map((name) => [name.split('/').at(-1), readFileSync(name, 'utf8')]));
  await page.dispatchEvent('#p-files-drop', 'drop', { dataTransfer: transfer });
  await page.waitForSelector('#p-result .ranks svg');
  assert.match(await page.locator('#p-result > .marks').textContent(), /HƯ CẤU[^]*không phải quyết định của cơ quan có thẩm quyền[^]*giả định của người dùng/);
  const eligible = await told(page, 'eligibility');
  assert.match(eligible, /X-20003.*không đủ điều kiện.*không đạt – Khu vực thí điểm đã được lựa chọn, phê duyệt \(theo Tờ trình hư cấu số 12\/TTr-VD\)/);
  assert.match(eligible, /X-20004.*chưa đủ căn cứ – Kế hoạch thí điểm đã được phê duyệt/);
  const rules = await told(page, 'pilotRules');
  assert.match(rules, /Khu vực thí điểm đã được rà soát, đánh giá5802\/VPCP-CN · Công văn về báo cáo tình hình .*priority tasks/);
  assert.match(rules, /Dịch vụ công và hành chính.*giả định của người dùngHư cấu: trọng số của người dùng/);
  const made = JSON.parse(await saved(page, '#p-save-json'));
  const ranked = made.candidates.filter(({ rank }) => rank !== undefined);
  assert.equal(await page.locator('.ranks .interval').count(), ranked.length, 'a bar for each ranked candidate');
  const rows = (await card(page, 'ranking').locator('tbody tr').allTextContents()).map((row) => row.replace(/\s+/g, ' '));
  ranked.forEach(({ unit, rank, ranks }, place) => assert.match(rows[place], new RegExp(`${unit.code}${rank} / ${ranked.length}.*${ranks.low} – ${ranks.high}`)));
  assert.deepEqual(made.robustness.doubt, 'weights=dirichlet:20');
  const csv = (await saved(page, '#p-save-csv')).trim().split('\n').slice(1);
  assert.equal(csv.length, 50);
  for (const row of csv) assert.match(row, /HƯ CẤU.*không phải quyết định/);
  assert.match(csv.find((row) => row.includes(ranked[0].unit.code)), /dirichlet:20, seed 1, 10000/);

  // Weights doubted in another way, by another seed; a doubt that cannot be is said, and the ranks stay.
  await page.selectOption('#p-way', 'band');
  await page.fill('#p-amount', '12,5');
  await page.press('#p-amount', 'Tab');
  await page.fill('#p-seed', '99');
  await page.press('#p-seed', 'Tab');
  assert.match(await told(page, 'ranking'), /weights=band:12\.5%; seed 99/);
  await page.fill('#p-seed', 'nhiều');
  await page.press('#p-seed', 'Tab');
  assert.match(await page.textContent('#p-doubtful'), /call\.bad_number/);
  assert.equal(await card(page, 'ranking').locator('tbody tr').count(), ranked.length);
  await page.selectOption('#p-way', 'none');
  assert.match(await told(page, 'ranking'), /Chưa thử độ vững/);

  // The sheet of another candidate, in the other language.
  await page.click('#lang');
  await page.selectOption('#p-sheet', 'X-20003');
  const sheet = (await page.locator('.sheet.chosen').innerText()).replace(/\s+/g, ' ');
  assert.match(sheet, /Decision sheet: .*X-20003.*not eligible.*no level reached \(0\/3\) \(non-official set.*Opinion of the board/);
  assert.match(sheet, /no decision of a competent authority/);
  assert.deepEqual(requests.slice(seen).filter((url) => !/^(data|blob):/.test(url)), []);
  assert.deepEqual(errors, []);
  await context.close();
});

test('intervals that differ are drawn from end to end, and every number of them stands in the table', async () => {
  const { page, context } = await at();
  const rules = trial('quy-tac');
  const [item] = rules.readiness;
  rules.readiness = ['plan-02', 'fin-04', 'soc-01'].map((criterion) => ({ ...item, id: criterion, criterion, group: undefined, level: 1, weight: '1' }));
  await page.setInputFiles('#p-files', [all[0], all[2]].map((name) => file(name.split('/').at(-1), readFileSync(name, 'utf8'))).concat(file('quy-tac.json', rules)));
  await page.waitForSelector('.ranks .interval');
  await page.fill('#p-amount', '10');
  await page.press('#p-amount', 'Tab');
  const rows = (await card(page, 'ranking').locator('tbody tr').allTextContents()).map((row) => row.replace(/\s+/g, ' '));
  const seen = [['X-200011 / 3', '1 – 2'], ['X-200021 / 3', '1 – 3'], ['X-200053 / 3', '2 – 3']];
  seen.forEach(([place, interval], number) => assert.ok(rows[number].includes(place) && rows[number].includes(interval), rows[number]));
  const [first, second, third] = await page.locator('.ranks .interval').evaluateAll((bars) => bars.map((bar) => [Number(bar.getAttribute('x')), Number(bar.getAttribute('width'))]));
  assert.ok(first[0] === second[0] && third[0] > first[0], 'bars begin at the first rank of their place');
  assert.ok(second[1] > first[1] && Math.abs(first[1] - third[1]) < 0.1, 'and are as long as the interval');
  assert.match(await page.locator('.ranks svg').getAttribute('aria-label'), /X-20002\): hạng 1, từ 1 đến 3/);
  await context.close();
});

test('a pilot before and after, beside comparable places that the reader chooses', async () => {
  const { page, context, errors } = await at();
  await page.click('#p-example');
  await page.waitForSelector('#p-effect table');
  assert.deepEqual([await page.inputValue('#p-before'), await page.inputValue('#p-after')], ['2024', '2025'], 'the last two periods of the pilot');
  const effect = JSON.parse(await saved(page, '#p-effect-json'));
  assert.deepEqual([effect.pilot.code, effect.comparators.length], ['X-20001', 4]);
  assert.ok(effect.criteria.some(({ verdict }) => verdict === 'above_all'));
  const water = (await page.locator('#p-effect tbody tr', { hasText: '4.1 ' }).textContent()).replace(/\s+/g, ' ');
  assert.match(water, /87,40… %92,48… %\+5,07…\+0,08…\+4,99…tốt hơn mọi đơn vị so sánh4 nơi so sánh có đủ hai kỳ.*\(X-20002\): .* → /);
  assert.match(await page.textContent('#p-effect .findings'), /X-20002.*khác loại đô thị/);
  assert.match(await page.textContent('#p-effect .marks'), /không phải kiểm định thống kê/);
  await page.uncheck('#p-against-0');
  await page.uncheck('#p-against-1');
  await page.waitForFunction(() => /quá ít đơn vị so sánh/.test(document.querySelector('#p-effect').textContent));
  await page.fill('#p-minimum', '2');
  await page.press('#p-minimum', 'Tab');
  const less = JSON.parse(await saved(page, '#p-effect-json'));
  assert.deepEqual([less.minimum, less.comparators.map(({ code }) => code)], [2, ['X-20004', 'X-20005']]);
  assert.match(await saved(page, '#p-effect-csv'), /^\ufeffpilot,[^]*X-20004: \d/);
  await page.fill('#p-after', '2024');
  await page.press('#p-after', 'Tab');
  assert.match(await page.textContent('#p-effect'), /pilot\.periods/);
  await page.selectOption('#p-pilot', 'X-20002');
  assert.equal(await page.inputValue('#p-after'), '2025');
  assert.deepEqual(errors, []);
  await context.close();
});

test('workbooks are candidates too; the published rules rank nobody; faults are told by file', async () => {
  const { page, context, errors } = await at();
  await page.setInputFiles('#p-files', path('../dist/vi-du.xlsx'));
  await page.waitForSelector('#p-result .tiles');
  assert.match(await told(page, 'ranking'), /không có điểm sẵn sàng, nên không xếp hạng/);
  assert.match(await told(page, 'pilotRules'), /Nguồn viện dẫn.*5802\/VPCP-CN/);
  const rules = trial('quy-tac');
  rules.readiness[0].weight = '0';
  rules.eligibility[0].cites = [];
  await page.setInputFiles('#p-files', [file('sai.json', rules), file('hong.json', '{')]);
  await page.waitForSelector('#p-result .error');
  const said = (await page.textContent('main')).replace(/\s+/g, ' ');
  assert.match(said, /hong\.json.*json\./);
  assert.match(said, /Chưa chọn được.*sai\.json.*(pilot\.out_of_range.*set\.no_citation|set\.no_citation.*pilot\.out_of_range)/);
  await page.setInputFiles('#p-files', all.slice(1));
  await page.waitForSelector('#p-result .tiles');
  assert.match(await told(page, 'eligibility'), /X-0001/);
  await page.click('#p-clear');
  assert.equal(await page.locator('#p-result').count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test('by keyboard alone: example, doubt, sheet', async () => {
  const { page, context } = await at();
  await tabTo(page, 'p-example');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#p-result .ranks');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'p-result');
  await tabTo(page, 'p-way');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => /weights=band:20%/.test(document.querySelector('#p-result').textContent));
  await tabTo(page, 'p-sheet');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'p-print');
  await tabTo(page, 'p-against-0');
  await page.keyboard.press('Space');
  assert.equal(await page.isChecked('#p-against-0'), false);
  await context.close();
});

test('every sheet is printed on A4, a page begins each, the marks stand on every page', async () => {
  const { page, context } = await at();
  await page.click('#p-example');
  await page.waitForSelector('.sheet.chosen');
  await page.evaluate(() => (window.print = () => {}));
  await page.click('#p-print-all');
  const pdf = async () => {
    const name = join(mkdtempSync(join(tmpdir(), 'dothi-')), 'a4.pdf');
    await page.pdf({ path: name, preferCSSPageSize: true });
    assert.match(readFileSync(name, 'latin1'), /\/MediaBox \[0 0 594\.\d+ 84[12]/);
    return execFileSync('pdftotext', ['-layout', name, '-'], { encoding: 'utf8' }).normalize('NFC').split('\f').slice(0, -1).map((words) => words.replace(/\s+/g, ' '));
  };
  const pages = await pdf();
  assert.equal(pages.filter((words) => /Phiếu quyết định:/.test(words)).length, 5, 'a sheet for each candidate');
  for (const [number, words] of pages.entries()) assert.match(words, /DỮ LIỆU HƯ CẤU.*không phải quyết định của cơ quan có thẩm quyền/, `page ${number + 1}`);
  assert.doesNotMatch(pages.join(' '), /In phiếu này|Trước và sau thí điểm/);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.click('#p-print');
  const alone = await pdf();
  assert.equal(alone.filter((words) => /Phiếu quyết định:/.test(words)).length, 1);
  await context.close();
});

test('hostile rules, statements and places stay text', async () => {
  const { page, context, errors } = await at();
  const [cities, rules, statements] = ['do-thi', 'quy-tac', 'khai'].map(trial);
  const both = { vi: HOSTILE, en: HOSTILE };
  Object.assign(rules, { title: both, notes: [both] });
  for (const one of [...rules.eligibility, ...rules.readiness]) Object.assign(one, { title: both, note: HOSTILE });
  for (const one of rules.sources) Object.assign(one, { title: both, number: HOSTILE });
  for (const one of statements.statements) one.source = HOSTILE;
  for (const { unit } of cities.cities) unit.name = both;
  const name = `${HOSTILE.replaceAll('/', '')}.json`;
  await page.setInputFiles('#p-files', [file(name, cities), file('a.json', rules), file('b.json', statements)]);
  await page.waitForSelector('#p-result .ranks');
  assert.ok((await page.textContent('.sheet.chosen')).includes(HOSTILE));
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.evaluate(() => window.struck), undefined);
  assert.deepEqual(errors, []);
  await context.close();
});

test('axe finds nothing serious, no sideways scrolling, light and dark, wide and narrow', async () => {
  for (const [options, query] of [[{ colorScheme: 'light' }, ''], [{ colorScheme: 'dark', viewport: { width: 390, height: 844 } }, '?lang=en'], [{ colorScheme: 'light', viewport: { width: 390, height: 844 } }, '']]) {
    const { page, context } = await at(options, query);
    await accessible(page, 'pilots, empty');
    await page.click('#p-example');
    await page.waitForSelector('#p-effect table');
    await accessible(page, 'pilots');
    await context.close();
  }
});

test('the single file does all of it, and fetches nothing', async () => {
  const url = String(pathToFileURL(path('../dist/dothi.html')));
  const { page, context, requests, errors } = await open(site.browser, url);
  await page.click('#go-pilots');
  await page.click('#p-example');
  await page.waitForSelector('#p-result .ranks');
  await page.waitForSelector('#p-effect table');
  assert.match(await told(page, 'ranking'), /weights=dirichlet:20; seed 1/);
  assert.deepEqual(requests.filter((asked) => asked !== url && !/^(data|blob):/.test(asked)), []);
  assert.deepEqual(errors, []);
  await context.close();
});
