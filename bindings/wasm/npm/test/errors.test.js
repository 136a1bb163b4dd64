// Whatever goes wrong comes as a DothiError with findings, and the next call works.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DothiError, assess, check, cityFile, criteriaSet, explain, gaps, loadSet, template } from 'dothi';
import { asOf, json, place, text, thrown } from './support.js';

const set = await loadSet('vn-ssc');
const city = json('examples/vi-du.json').cities[0];
const want = JSON.stringify(assess(set, city, { asOf }));

/** The codes and places of what a call throws; the shape of each finding is checked on the way, and that calls go on working. */
function faults(run) {
  const error = thrown(run);
  assert(error instanceof DothiError && error instanceof Error, error);
  assert.equal(error.code, error.findings[0].code);
  assert.deepEqual(JSON.parse(JSON.stringify(error)), { code: error.code, findings: error.findings });
  for (const finding of error.findings) {
    assert.match(finding.code, /^[a-z]+\.[a-z0-9_]+$/);
    assert(['note', 'warning', 'error'].includes(finding.severity));
    assert(['lexical', 'shape', 'meaning'].includes(finding.class));
    assert.equal(typeof finding.place, 'string');
    assert(finding.message.vi.length > 5 && finding.message.en.length > 5);
    assert.notEqual(finding.message.vi, finding.message.en);
    assert(error.message.includes(finding.message.en));
  }
  assert.equal(JSON.stringify(assess(set, city, { asOf })), want, 'the next call works');
  return error.findings.map(({ code, place }) => `${code} ${place}`);
}

test('options: every fault at once, with its place', () => {
  const parameters = [{ id: 'basic_share_min', level: 0, value: 'x' }, { value: Number.NaN }, 7];
  assert.deepEqual(faults(() => assess(set, city, { asOf: '2026-02-30', scheme: 5n, parameters, 'a/b': 1, numbers: 'fr' })), [
    'call.unknown_choice /numbers',
    'call.bad_date /asOf',
    'call.bad_level /parameters/0/level',
    'call.bad_decimal /parameters/0/value',
    'call.missing_option /parameters/1/id',
    'call.bad_decimal /parameters/1/value',
    'call.wrong_type /parameters/2',
    'call.missing_option /parameters/2/id',
    'call.missing_option /parameters/2/value',
    'call.unknown_option /a~1b',
  ]);
  assert.deepEqual(faults(() => assess(set, city)), ['call.missing_option /asOf']);
  assert.deepEqual(faults(() => assess(set, city, { asOf: '2026' })), ['call.bad_date /asOf']);
  for (const nothing of [null, 'x', 5, [], true, () => {}]) assert.match(faults(() => assess(set, city, nothing))[0], /^call\.(wrong_type|missing_option) /);
});

test('options of each verb', () => {
  assert.deepEqual(faults(() => explain(set, city, { asOf, lang: 'fr', criterion: 'nope' })), ['call.unknown_choice /lang', 'call.unknown_criterion /criterion']);
  assert.deepEqual(faults(() => gaps(set, city, { asOf, target: 1.5, costs: [{ criterion: 'nope', cost: 1 }] })), [
    'call.bad_level /target',
    'call.unknown_criterion /costs/0/criterion',
  ]);
  assert.deepEqual(faults(() => template(set, { kind: 'national' })), ['call.kind_not_judged /kind']);
  assert.deepEqual(faults(() => template(set)), ['call.missing_option /kind']);
  assert.deepEqual(faults(() => template(set, { kind: 'province', format: 'xlsx' })), ['call.unknown_choice /format']);
  assert.deepEqual(faults(() => cityFile(city, { asOf })), ['call.unknown_option /asOf']);
  assert.deepEqual(faults(() => check(city, { set, asOf, scheme: 'nope' })), ['city.unknown_scheme ']);
  assert.deepEqual(faults(() => check(city, { set, asOf, unit: 'X' })), ['call.unknown_option /unit']);
});

test('places: none, several, unknown', () => {
  const file = text('examples/vi-du.json');
  assert.deepEqual(faults(() => assess(set, file, { asOf })), ['call.several_places /unit']);
  assert.deepEqual(faults(() => assess(set, file, { asOf, unit: '7' })), ['call.unknown_place /unit']);
  assert.deepEqual(faults(() => assess(set, '', { asOf })), ['csv.no_header whole file']);
  assert.deepEqual(faults(() => assess(set, '{"format":1,"cities":[]}', { asOf })), ['json.empty_list /cities']);
});

test('data and sets of the wrong kind', async () => {
  for (const wrong of [undefined, null, 5, true, Symbol('x'), () => {}]) {
    assert.deepEqual(faults(() => assess(set, wrong, { asOf })), ['call.wrong_type /data']);
    assert.deepEqual(faults(() => criteriaSet(wrong)), ['call.wrong_type /set']);
    assert.deepEqual(faults(() => assess(wrong, city, { asOf })), ['call.not_a_set /set']);
  }
  const circle = { unit: {} };
  circle.unit.self = circle;
  assert.deepEqual(faults(() => assess(set, circle, { asOf })), ['call.not_json /data']);
  assert.deepEqual(faults(() => assess(set, place([{ criterion: 'wat-01', value: 1n }]), { asOf })), ['call.not_json /data']);
  assert.deepEqual(faults(() => assess({ ...set }, city, { asOf })), ['call.not_a_set /set']);
  await assert.rejects(loadSet('vn-ssc@1999'), { code: 'call.unknown_set' });
  await assert.rejects(loadSet({}), { code: 'call.unknown_set' });
});

test('faults of data come with all their places', () => {
  const found = faults(() => assess(set, { ...place([{ criterion: 'wat-01', value: Number.NaN }, { criterion: 5, what: 1 }]), notes: 'x' }, { asOf }));
  assert.deepEqual(found.map((fault) => fault.split(' ')[0]).sort(), ['json.unknown_key', 'json.wrong_type', 'json.wrong_type', 'json.wrong_type']);
});

test('hostile data are refused in words', () => {
  const deep = '['.repeat(200_000);
  for (const data of [
    deep,
    `{"cities":${deep}`,
    `{"cities":${'['.repeat(60)}${']'.repeat(60)}}`,
    new Uint8Array([0xff, 0xfe, 0xfd]),
    '\u0000\u0000',
    '{"format":1,"cities":[{"unit":{"code":"\ud800"}}]}',
    { format: 1, cities: [{ unit: { code: '\ud800' } }] },
    `{"cities":"${'x'.repeat(65 << 20)}"}`,
  ]) {
    for (const run of [() => assess(set, data, { asOf }), () => cityFile(data), () => criteriaSet(data)]) {
      assert.match(faults(run)[0], /^(input|json|csv|text|city|set)\./);
    }
  }
  const polluted = JSON.parse(`{"__proto__": 1, ${JSON.stringify(city).slice(1)}`);
  assert.deepEqual(faults(() => assess(set, polluted, { asOf })), ['json.unknown_key /cities/0']);
});

test('a hundred thousand observations take bounded time and are refused at once', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({ criterion: `nothing-${i}`, value: 1 }));
  const error = thrown(() => assess(set, place(many), { asOf }));
  assert.equal(error.findings.length, 1001, 'a thousand are named, one says that there are more');
});
