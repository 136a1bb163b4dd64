// Each verb, as a page uses it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CriteriaSet, assess, check, cityFile, criteriaSet, explain, gaps, init, loadSet, sets, template } from 'dothi';
import { asOf, json, place, text } from './support.js';

const city = json('examples/vi-du.json').cities.find(({ unit }) => unit.code === 'X-0001');
const options = { asOf };
await init();
const set = await loadSet('vn-ssc');

test('sets are listed with what they are and the marks they carry', () => {
  const all = sets();
  for (const id of ['dti-922@2022-u1', 'nq111@2025-u1', 'u4ssc@2017-u1', 'vn-ssc@2022-u1', 'vn-ssc@2026-u1']) assert(all.some((one) => one.id === id), id);
  const own = all.find(({ id }) => id === 'vn-ssc@2026-u1');
  assert.equal(own.criteria.all, 65);
  assert(own.marks.some(({ code }) => code === 'not_official'));
  own.marks.length = 0;
  assert.notEqual(sets().find(({ id }) => id === own.id).marks.length, 0, 'a caller cannot change the list for others');
});

test('a set is found by name, edition and revision', async () => {
  for (const reference of ['vn-ssc', 'vn-ssc@2026', 'vn-ssc@2026-u1']) assert.equal((await loadSet(reference)).id, 'vn-ssc@2026-u1');
});

test('a set comes from text, bytes and objects, and gives its file', () => {
  const file = text('criteria/vn-ssc/2026-u1.json');
  const bytes = new TextEncoder().encode(file);
  for (const given of [file, bytes, bytes.buffer, new DataView(bytes.buffer), JSON.parse(file)]) {
    const own = criteriaSet(given);
    assert(own instanceof CriteriaSet);
    assert.deepEqual(own.summary, set.summary);
    assert.equal(own.file.criteria.length, 65);
  }
  const lent = bytes.slice();
  const own = criteriaSet(lent);
  lent.fill(0);
  assert.equal(own.file.set, 'vn-ssc', 'what the caller does to its bytes afterwards changes nothing');
});

test('a place is judged, and the level never stands bare', () => {
  const result = assess(set, city, options);
  assert.equal(result.self_assessed.level.reached, 1);
  assert.match(result.self_assessed.level.statement.vi, /^cấp độ tham khảo 1\/3 \(bộ tiêu chí không chính thức/);
  assert(result.marks.some(({ code }) => code === 'fictional'));
});

test('data come as text, bytes, a file or one place', () => {
  const want = assess(set, city, options);
  const file = { format: 1, cities: [city] };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  for (const given of [file, JSON.stringify(file), bytes, bytes.buffer]) assert.deepEqual(assess(set, given, options), want);
});

test('parameters are taken as numbers or text, exactly', () => {
  const results = ['0.1', 0.1].map((value) => assess(set, city, { asOf, parameters: [{ id: 'basic_share_min', value }] }));
  assert.deepEqual(results[0], results[1]);
  assert(results[0].non_default);
  assert(results[0].parameters.every(({ id, value }) => id !== 'basic_share_min' || value === '0.1'));
  const one = assess(set, city, { asOf, parameters: [{ id: 'basic_share_min', level: 2, value: '0.5' }] });
  const changed = one.parameters.filter((parameter) => parameter.value !== parameter.default);
  assert(changed.length <= 1);
});

test('prose in both languages, whole and for one criterion', () => {
  assert.match(explain(set, city, options), /bộ tiêu chí/i);
  const [english, one] = [explain(set, city, { asOf, lang: 'en' }), explain(set, city, { asOf, lang: 'en', criterion: 'wat-01' })];
  assert.match(english, /as of 2026-11-21/);
  assert(one.length < english.length / 5);
  assert.match(one, /FICTIONAL/, 'the mark goes with every part');
});

test('a plan names what to fix, with costs of the caller', () => {
  const plan = gaps(set, city, { asOf, target: 2 });
  assert.equal(plan.outcome, 'reachable');
  assert(plan.proven_minimal && plan.fixes.length > 0);
  assert.match(plan.target.statement.en, /^reference level 2\/3 \(non-official set/);
  const avoided = plan.fixes[0].criterion;
  const other = gaps(set, city, { asOf, target: 2, costs: [{ criterion: avoided, cost: 1000 }] });
  assert(other.fixes.every(({ criterion, cost }) => criterion !== avoided || cost === '1000'));
});

test('templates are filled in and judged', () => {
  const empty = template(set, { kind: 'commune' });
  assert.equal(assess(set, empty, options).self_assessed.level.reached, 0);
  const csv = template(set, { kind: 'commune', format: 'csv', lang: 'vi' });
  const filled = csv.replace(';code;;;', ';code;;;00001').replace(';name_vi;;;', ';name_vi;;;Xã Ví Dụ');
  assert.equal(assess(set, filled, options).unit.name.vi, 'Xã Ví Dụ');
});

test('CSV is read, and told where it is wrong, in parts', () => {
  const rows = ['unit_code;item;role;period;value', 'X;unit;name_vi;;Ví Dụ', 'X;unit;kind;;province', 'X;wat-01;numerator;2025;1.234,5', 'X;wat-01;denominator;2025;x'];
  const good = rows.slice(0, 4).join('\n');
  const { file, findings } = cityFile(good, { numbers: 'vi' });
  assert.equal(file.cities[0].observations[0].value, '1234.5');
  assert.deepEqual(findings, []);
  const report = check(rows.join('\n'));
  assert.deepEqual([report.kind, report.ok], ['cities', false]);
  assert.deepEqual(report.findings.map(({ code, cell }) => [code, cell]), [['csv.not_a_number', { table: '', row: 5, column: 'value' }]]);
  const decomposed = cityFile(good.replace('Ví Dụ', 'Ví Dụ'.normalize('NFD')), { numbers: 'vi' });
  assert.equal(decomposed.file.cities[0].unit.name.vi, 'Ví Dụ');
  assert.equal(decomposed.findings[0].severity, 'note');
});

test('a check says what a file is and what is wrong with it', () => {
  const criteria = check(set.file);
  assert.deepEqual([criteria.kind, criteria.ok, criteria.set], ['criteria', true, 'vn-ssc@2026-u1']);
  const bad = check({ ...set.file, edition: 'A B' });
  assert.deepEqual(bad.findings.map(({ code, place }) => [code, place]), [['json.bad_id', '/edition']]);
  const wrong = place([{ criterion: 'nothing', value: 1 }]);
  assert.deepEqual([check(wrong).ok, check(wrong).places], [true, 1]);
  const against = check(wrong, { set, asOf });
  assert.deepEqual(against.findings.map(({ code, unit, place }) => [code, unit, place]), [['city.unknown_criterion', 'X', '/cities/0/observations/0']]);
  assert(against.marks.length > 0);
});

test('one place of several is chosen by its code', () => {
  const file = text('examples/dti-922-2022.json');
  const dti = criteriaSet(text('criteria/dti-922/2022-u1.json'));
  assert.equal(assess(dti, file, { asOf, unit: '48' }).self_assessed.score.value, '0.800175');
});
