// The parts of the scorecard that need no page: numbers as people write them, what-if on a copy, words in both languages.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { DothiScorecard, readNumber, showNumber } from 'dothi/scorecard';

const folder = new URL('./', import.meta.resolve('dothi/scorecard'));
const { keyOf, observationOf, suppose } = await import(new URL('suppose.js', folder));
const { WORDS } = await import(new URL('words.js', folder));

test('on a server the entry can be imported, and does nothing', () => {
  assert.equal(typeof DothiScorecard, 'function');
  assert.equal(globalThis.customElements, undefined);
});

test('numbers are read as the language writes them, else as the other one does', () => {
  for (const [text, vi, en] of [
    ['12,5', '12.5', '12.5'],
    ['12.5', '12.5', '12.5'],
    ['0,85', '0.85', '0.85'],
    [' 1.234,5 ', '1234.5', '1234.5'],
    ['1,234.5', '1234.5', '1234.5'],
    ['1.234', '1234', '1.234'],
    ['1,234', '1.234', '1234'],
    ['1.234.567', '1234567', '1234567'],
    ['1 234', '1234', '1234'],
    ['-3', '-3', '-3'],
    ['\u22123', '-3', '-3'],
    ['0', '0', '0'],
    ['12345678901234567890,12345678', '12345678901234567890.12345678', '12345678901234567890.12345678'],
  ]) {
    assert.equal(readNumber(text, 'vi').value, vi, text);
    assert.equal(readNumber(text, 'en').value, en, text);
  }
  for (const text of ['85 %', 'abc', '1e5', '1.23.456', '1.234,5,6', '--1', '01', ',5', '1,', 'NaN', 'Infinity', '0x10', '1'.repeat(29), '<b>1</b>']) {
    assert.deepEqual(readNumber(text, 'vi'), { fault: true }, text);
    assert.deepEqual(readNumber(text, 'en'), { fault: true }, text);
  }
  assert.deepEqual(readNumber(' \u00a0 ', 'vi'), { empty: true });
});

test('what was understood is said so that it cannot be taken for another number', () => {
  assert.deepEqual(readNumber('1.234', 'vi'), { value: '1234', shown: '1.234', grouped: true });
  assert.deepEqual(readNumber('1234', 'vi'), { value: '1234', shown: '1.234', grouped: false });
  assert.deepEqual(readNumber('12.5', 'vi'), { value: '12.5', shown: '12,5', grouped: false });
  assert.equal(showNumber('-1234567.25', 'en'), '\u22121,234,567.25');
  // Never by way of a float.
  assert.equal(showNumber('12345678901234567890.12345678', 'vi'), '12.345.678.901.234.567.890,12345678');
});

const city = () => ({
  unit: { code: 'X', name: { vi: 'Ví Dụ' }, kind: 'province' },
  period: '2024',
  observations: [
    { criterion: 'a', role: 'value', value: '1', unit: 'percent', period: '2025', note: 'as measured' },
    { criterion: 'b', role: 'numerator', value: '3', unit: 'people', period: '2023' },
  ],
});

test('a what-if changes a copy, and knows where each change went', () => {
  const real = city();
  const value = { criterion: 'a', field: { data_point: 'main', role: 'value', at: 0 }, value: '2.5' };
  const added = { criterion: 'b', field: { data_point: 'main', role: 'denominator', unit: 'people', at: null }, value: '4' };
  const papers = { criterion: 'a', papers: true };
  const { city: copy, at } = suppose(real, [value, added, papers]);
  assert.deepEqual(real, city());
  assert.deepEqual(copy.observations[0], { ...real.observations[0], value: '2.5', status: 'A' });
  assert.deepEqual(copy.observations[2], { criterion: 'b', data_point: 'main', role: 'denominator', value: '4', unit: 'people', period: '2023' });
  assert.deepEqual(copy.evidence, [{ criteria: ['a'], summary: 'what-if', kind: 'result' }]);
  assert.equal(at.get(0), value);
  assert.equal(at.get(2), added);
  const none = suppose(real, [{ ...value, value: null }, { ...added, criterion: 'c', value: null }]).city.observations;
  assert.deepEqual(none, [{ criterion: 'a', role: 'value', unit: 'percent', period: '2025', note: 'as measured', status: 'O' }, real.observations[1]]);
  assert.notEqual(keyOf({ criterion: 'a', data_point: 'b' }), keyOf({ criterion: 'a', data_point: '', role: 'b' }));
});

test('places of findings lead to observations', () => {
  assert.equal(observationOf('/cities/0/observations/12/value'), 12);
  assert.equal(observationOf('/cities/0/observations/7'), 7);
  assert.equal(observationOf('/cities/0/unit/name'), undefined);
  assert.equal(observationOf('row 3'), undefined);
});

test('every word of the controls is there in both languages', () => {
  assert.deepEqual(Object.keys(WORDS.vi).sort(), Object.keys(WORDS.en).sort());
  for (const [key, word] of Object.entries(WORDS.vi)) assert.equal(typeof word, typeof WORDS.en[key], key);
  // Every word is used, and every word that is used is there.
  const code = readdirSync(folder).filter((name) => /^(?!words|style|card).*\.js$/.test(name)).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('');
  const used = new Set([...code.matchAll(/\bwords(?:\(lang\))?\.([A-Za-z]+)/g)].map(([, key]) => key));
  assert.deepEqual(Object.keys(WORDS.vi).filter((key) => !used.has(key)), []);
});

test('no HTML is ever made of text', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(new URL(name, folder), 'utf8');
    assert.doesNotMatch(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, name);
  }
});
