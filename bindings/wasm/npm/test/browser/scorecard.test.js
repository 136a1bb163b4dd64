// The scorecard in a real browser: every example, both languages, keyboard, what-if, hostile text, paper.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { assess, loadSet } from 'dothi';
import { asOf, browser, example, serious, show } from './support.js';

let own;
before(async () => (own = await browser()));
after(() => own.close());
afterEach(() => assert.deepEqual(own.errors.splice(0), [], 'the page complained'));

const setOf = (file) => /^(?:vi-du-)?(dti-922|nq03|nq111|nq148|tt01|u4ssc)/.exec(file)?.[1] ?? (file === 'vi-du-2022.json' ? 'vn-ssc@2022' : 'vn-ssc@2026');
const reference = { set: 'vn-ssc@2026', city: example('vi-du.json'), assessment: { asOf, unit: 'X-0001' } };
const card = (page) => page.locator('dothi-scorecard');
const text = (page, selector) => card(page).locator(selector).first().innerText();
const flat = (said) => said.replace(/\s+/g, ' ').trim();

test('every example of every set, in both languages, wide and narrow', async () => {
  const page = await own.open();
  let count = 0;
  for (const file of readdirSync(join(process.env.REPOSITORY, 'examples')).filter((name) => name.endsWith('.json'))) {
    const city = example(file);
    const set = await loadSet(setOf(file));
    for (const { unit } of JSON.parse(city).cities) {
      const options = { asOf, unit: unit.code };
      const result = assess(set, city, options);
      for (const lang of ['vi', 'en']) {
        count += 1;
        await page.setViewportSize({ width: lang === 'vi' ? 1200 : 390, height: 900 });
        await show(page, { set: setOf(file), city, assessment: options, lang });
        const name = `${file} ${unit.code} ${lang}`;
        const states = await card(page).locator('.results .statement').allInnerTexts();
        assert.equal(states.length, result.verified ? 2 : 1, name);
        const { level, statement } = result.self_assessed;
        const said = flat(states[0]).toLowerCase();
        const expected = level?.statement[lang] ?? statement?.[lang];
        if (expected) assert(said.includes(flat(expected).toLowerCase().slice(0, 30)), `${name}: ${states[0]}`);
        const marks = flat(await text(page, '.marks')).toLowerCase();
        for (const mark of result.marks ?? []) assert(marks.includes(flat(mark.text[lang]).replace(/\.$/, '').toLowerCase()), `${name}: ${mark.code}`);
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert(wide <= room, `${name} is ${wide} wide in ${room}`);
        assert.equal(await card(page).locator('figure:not(:has(table))').count(), 0, `${name}: a chart without its table`);
        assert.equal(await card(page).locator('.criteria .tip').count(), await card(page).locator('.criteria tr:not(.group):not(.aside):not(.cited)').count() - 1, `${name}: a criterion without its source`);
      }
    }
  }
  assert(count >= 16, `${count} scorecards`);
  await page.close();
});

test('axe finds nothing serious, in light and dark, with a what-if open', async () => {
  for (const [dark, lang, width] of [[false, 'vi', 1200], [true, 'en', 1200], [false, 'en', 390]]) {
    const page = await own.open({ dark, width, bypassCSP: true });
    await show(page, { ...reference, lang });
    await card(page).locator('.fix .try').nth(2).click();
    await card(page).locator('.fix').nth(2).locator('input').first().fill('148000');
    await card(page).locator('.what-if').waitFor();
    for (const toggle of await card(page).locator('.toggle').all()) await toggle.click();
    assert.deepEqual(await serious(page), [], `${dark ? 'dark' : 'light'} ${lang} ${width}`);
    await page.close();
  }
});

test('what-if: the level and the list move, the result stays', async () => {
  const page = await own.open();
  await show(page, { ...reference, lang: 'vi' });
  const real = await text(page, '.results');
  await page.evaluate(() => {
    window.told = [];
    document.querySelector('dothi-scorecard').addEventListener('dothi-change', ({ detail }) => window.told.push(detail));
  });
  for (const i of [0, 1, 2, 3]) await card(page).locator('.fix .try').nth(i).click();
  const fix = (i) => card(page).locator('.fix').nth(i);
  await fix(0).getByRole('checkbox').check();
  await fix(1).getByRole('checkbox').check();
  await fix(2).locator('input[inputmode=decimal]').first().fill('148.000');
  assert.match(await fix(2).locator('.echo').first().innerText(), /Hiểu là 148\.000\s*người \(dấu “\.” ngăn cách hàng nghìn\)/);
  await fix(3).locator('input[inputmode=decimal]').first().fill('590');
  await card(page).locator('.what-if .supposed', { hasText: '2/3' }).waitFor();
  assert.match(flat(await text(page, '.what-if')), /GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ.*Kết quả thật Cấp độ tham khảo 1\/3 .*Nếu đúng như giả định: cấp độ tham khảo 2\/3 \(bộ tiêu chí không chính thức; không phải kết quả công nhận; DỮ LIỆU HƯ CẤU\)/);
  assert.equal(await text(page, '.results'), real);
  const { whatIf, supposed } = await page.evaluate(() => window.told.at(-1));
  assert.equal(whatIf.length, 4);
  assert.match(supposed.statement, /^Nếu đúng như giả định: cấp độ tham khảo 2\/3/);
  // The library says the same of the same data.
  const city = JSON.parse(reference.city).cities.find(({ unit }) => unit.code === 'X-0001');
  for (const { criterion, papers, role, value } of whatIf) {
    if (papers) city.evidence.push({ criteria: [criterion], summary: 'what-if', kind: 'result' });
    else city.observations.find((o) => o.criterion === criterion && o.role === role).value = value;
  }
  assert.equal(assess(await loadSet('vn-ssc@2026'), city, { asOf }).self_assessed.level.reached, 2);
  // Switching the language keeps it; dropping it leaves no trace.
  await card(page).getByRole('button', { name: 'English' }).click();
  await card(page).locator('.what-if .supposed', { hasText: 'If it were so: reference level 2/3' }).waitFor();
  await card(page).getByRole('button', { name: 'Drop every what-if' }).click();
  assert.equal(await card(page).locator('.what-if').isVisible(), false);
  assert.deepEqual(await page.evaluate(() => document.querySelector('dothi-scorecard').whatIf), []);
  await page.close();
});

test('what is wrong with a figure is said at its field, announced, and led to', async () => {
  const page = await own.open();
  await show(page, { ...reference, lang: 'en' });
  await card(page).locator('.fix .try').nth(2).click();
  const input = card(page).locator('.fix').nth(2).locator('input[inputmode=decimal]').first();
  await input.fill('12,5,5');
  assert.equal(await input.getAttribute('aria-invalid'), 'true');
  await input.fill('150000');
  const link = card(page).locator('.refused .link');
  await link.waitFor();
  assert.match(await text(page, '[role=status]'), /1 fault.*numerator 150000/s);
  const described = (await input.getAttribute('aria-describedby')).split(' ');
  const faults = await Promise.all(described.map((id) => card(page).locator(`#${id}`).innerText()));
  assert(faults.some((said) => said.includes('150000')), faults.join());
  await link.click();
  assert.equal(await input.evaluate((node) => node.getRootNode().activeElement === node), true);
  await page.close();
});

test('by keyboard alone', async () => {
  const page = await own.open();
  await show(page, { ...reference, lang: 'vi' });
  const active = () => page.evaluate(() => document.querySelector('dothi-scorecard').shadowRoot.activeElement?.textContent.trim());
  const until = async (word, most = 120) => {
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab');
      if ((await active()) === word) return;
    }
    assert.fail(`${word} is not reached`);
  };
  await until('English', 3);
  await page.keyboard.press('Enter');
  await card(page).getByRole('heading', { name: 'What to fix first' }).waitFor();
  await until('Try another value');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector('dothi-scorecard').shadowRoot.activeElement.localName), 'select');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await card(page).locator('.what-if').waitFor();
  await until('Source');
  const tip = card(page).locator('.src:focus-within .tip');
  assert.equal(await tip.isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await tip.isVisible(), false);
  await until('Method and sources', 400);
  await page.keyboard.press('Enter');
  assert.equal(await card(page).locator('#b-method').isVisible(), true);
  await page.close();
});

test('hostile words of a set and of a city stay words', async () => {
  const page = await own.open({ bypassCSP: true });
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\u202egnirts</style>';
  const set = JSON.parse(JSON.stringify((await loadSet('vn-ssc@2026')).file));
  const spoil = (value) => (typeof value === 'string' ? value : Object.assign(value, { vi: `${evil} ${value.vi}`, en: `${evil} ${value.en}` }));
  spoil(set.title);
  for (const group of set.groups) spoil(group.title);
  for (const criterion of set.criteria) {
    spoil(criterion.title);
    for (const point of criterion.data_points) for (const input of point.inputs) spoil(input.title);
    for (const cite of criterion.cites) cite.clause = `${evil} ${cite.clause}`;
  }
  for (const source of set.sources) spoil(source.title);
  for (const level of set.schemes[0].levels) spoil(level.title);
  const city = JSON.parse(reference.city);
  const place = city.cities.find(({ unit }) => unit.code === 'X-0001');
  Object.assign(place.unit.name, { vi: evil, en: evil });
  place.prepared_by = evil;
  place.unit.members[0].name = evil;
  for (const document of place.evidence) Object.assign(document, { summary: evil, url: 'javascript:window.hacked=1' });
  await show(page, { set, city, assessment: reference.assessment, lang: 'vi' });
  assert.match(await text(page, 'h2'), /^<img src=x onerror/);
  for (const toggle of await card(page).locator('.toggle').all()) await toggle.click();
  await card(page).locator('.fix .try').first().click();
  const found = await page.evaluate(() => {
    const all = [...document.querySelector('dothi-scorecard').shadowRoot.querySelectorAll('*')];
    return {
      hacked: window.hacked,
      elements: all.filter(({ localName }) => ['img', 'script', 'style', 'iframe', 'object', 'foreignObject'].includes(localName)).length,
      handlers: all.flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith('on')).length,
      addresses: all.map((node) => node.getAttribute('href')).filter((to) => to && !/^https?:\/\//.test(to)),
      turned: document.querySelector('dothi-scorecard').shadowRoot.textContent.includes('\u202e'),
    };
  });
  assert.deepEqual(found, { hacked: undefined, elements: 0, handlers: 0, addresses: [], turned: false });
  await page.close();
});

test('no attribute, slot, part or rule of the page hides the marks', async () => {
  const page = await own.open({ bypassCSP: true });
  await page.addStyleTag({
    content: `html{font-size:0} dothi-scorecard{color:transparent;font-size:0;opacity:0;visibility:hidden;max-height:0;overflow:hidden;clip-path:inset(50%);filter:opacity(0);--ink:#fff;--mark:#fff;--mark-ink:#fff;--mark-line:#fff}
      dothi-scorecard *{display:none!important} dothi-scorecard::part(marks),::slotted(*){display:none!important} .marks,aside{display:none!important}`,
  });
  await page.evaluate(() => (document.querySelector('dothi-scorecard').innerHTML = '<aside slot="marks"></aside><p>official result</p>'));
  const attributes = Object.fromEntries(['marks', 'hide-marks', 'no-marks', 'bare', 'compact', 'official', 'aria-hidden'].map((name) => [name, 'true']));
  for (const view of ['full', 'summary', 'bare', '']) {
    await show(page, { ...reference, lang: 'vi', view, ...attributes });
    const marks = card(page).locator('.marks');
    assert.equal(await marks.isVisible(), true, view);
    const seen = await marks.evaluate((node) => {
      const { color, backgroundColor, fontSize, opacity } = getComputedStyle(node);
      const host = getComputedStyle(node.getRootNode().host);
      return { color, backgroundColor, fontSize, opacity, host: [host.opacity, host.visibility, host.overflow, host.maxBlockSize, host.clipPath, host.filter], height: node.getBoundingClientRect().height };
    });
    assert(seen.height > 100 && parseFloat(seen.fontSize) > 13, JSON.stringify(seen));
    assert.deepEqual([seen.color, seen.backgroundColor, seen.opacity, ...seen.host], ['rgb(61, 42, 5)', 'rgb(255, 246, 220)', '1', '1', 'visible', 'visible', 'none', 'none', 'none']);
    for (const statement of await card(page).locator('.statement:visible').allInnerTexts()) assert.match(statement, /không phải kết quả công nhận/);
  }
  await page.close();
});

test('electives say that they do not count, and language is marked where it changes', async () => {
  const page = await own.open();
  await show(page, { ...reference, lang: 'vi' });
  const rows = card(page).locator('.criteria tr', { hasText: '· lựa chọn' });
  assert((await rows.count()) > 0);
  for (const row of await rows.allInnerTexts()) assert.match(row, /không ảnh hưởng cấp độ/);
  assert.equal(await card(page).locator('.criteria tr', { hasText: '· cơ bản' }).locator('.set-aside').count(), 0);
  await show(page, { ...reference, lang: 'en' });
  assert.equal(await card(page).locator('article').getAttribute('lang'), 'en');
  for (const name of ['Phường Mẫu 1', 'DỮ LIỆU HƯ CẤU']) assert((await card(page).locator(`[lang=vi]`, { hasText: name.replace(/ \d$/, '') }).count()) > 0, name);
  await page.close();
});

test('stacked marks are whole at 200 %: nothing cuts text off', async () => {
  for (const width of [600, 320]) {
    const page = await own.open({ width, deviceScaleFactor: 2 });
    await show(page, { ...reference, lang: 'vi' });
    const cut = await page.evaluate(() => {
      const out = [];
      for (const node of document.querySelector('dothi-scorecard').shadowRoot.querySelectorAll('*')) {
        if (node.namespaceURI.endsWith('svg') || node.closest('.aloud') || !node.textContent.trim()) continue;
        const { overflowX, overflowY, lineHeight, fontSize, display } = getComputedStyle(node);
        if (display === 'none' || node.getClientRects().length === 0) continue;
        // Ễ stands 1.3 times its size high in the fonts at hand.
        if (parseFloat(lineHeight) < 1.3 * parseFloat(fontSize)) out.push(`${node.localName}.${node.className}: line of ${lineHeight} for ${fontSize}`);
        if (overflowY !== 'visible' && overflowX !== 'visible' && node.scrollHeight > node.clientHeight + 1) out.push(`${node.localName}.${node.className} cuts ${node.scrollHeight} to ${node.clientHeight}`);
      }
      return [...new Set(out)];
    });
    assert.deepEqual(cut, [], String(width));
    await page.close();
  }
});

test('on A4 paper: marks on every page, sources in full, no what-if', async () => {
  const page = await own.open();
  await show(page, { ...reference, lang: 'vi' });
  await card(page).locator('.fix .try').first().click();
  await card(page).locator('.fix').first().getByRole('checkbox').check();
  await card(page).locator('.what-if').waitFor();
  const file = join(tmpdir(), `dothi-scorecard-${process.pid}.pdf`);
  writeFileSync(file, await page.pdf({ format: 'A4', margin: { top: '12mm', right: '14mm', bottom: '12mm', left: '14mm' } }));
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  rmSync(file);
  assert(pages.length >= 4 && pages.length <= 22, `${pages.length} pages`);
  const all = pages.join(' ').normalize('NFC');
  for (const [i, said] of pages.entries()) assert.match(flat(said.normalize('NFC')), /không phải kết quả công nhận/, `page ${i + 1}`);
  assert.doesNotMatch(all, /GIẢ ĐỊNH|Thử giá trị khác|In phiếu A4/);
  assert.match(flat(all), /Những điều chưa chắc chắn/);
  const source = flat(await card(page).locator('.criteria .tip dd').first().textContent()).slice(0, 20);
  assert(flat(all).includes(source), source);
  await page.close();
});

test('faults of data are listed at once; properties may come before the element is known', async () => {
  const page = await own.open();
  const city = JSON.parse(reference.city);
  city.cities[0].observations[0].unit = 'parsec';
  city.cities[0].observations.push({ criterion: 'no-such', value: 1 });
  await show(page, { ...reference, city, lang: 'en' });
  const alert = card(page).getByRole('alert');
  assert.match(await alert.innerText(), /No scorecard: \d+ faults[\s\S]*no-such/);
  const ready = await page.evaluate(async (given) => {
    const made = document.createElement('dothi-scorecard');
    const told = new Promise((resolve) => made.addEventListener('dothi-ready', ({ detail }) => resolve(detail)));
    Object.assign(made, given);
    document.querySelector('main').replaceChildren(made);
    return told;
  }, reference);
  assert.match(ready.statement, /^Cấp độ tham khảo 1\/3/);
  assert(ready.marks.length > 3);
  await page.close();
});

test('where data can be edited, each criterion leads there; elsewhere nothing does', async () => {
  const page = await own.open();
  await show(page, { ...reference, lang: 'vi' });
  assert.equal(await card(page).locator('.edit').count(), 0);
  await show(page, { ...reference, lang: 'vi', editable: '' });
  const asked = page.evaluate(() => new Promise((tell) => document.querySelector('dothi-scorecard').addEventListener('dothi-edit', ({ detail }) => tell(detail))));
  const row = card(page).locator('.criteria tr:has(.edit)').nth(2);
  await row.locator('.edit').click();
  assert.deepEqual(await asked, { criterion: (await row.locator('.title').getAttribute('id')).replace(/^c-/, '') });
  assert.deepEqual(await serious(page), []);
  await page.evaluate(() => document.querySelector('dothi-scorecard').focus());
  await page.waitForFunction(() => document.querySelector('dothi-scorecard').shadowRoot.activeElement?.id === 'place');
  await page.close();
});
