// What needs no browser: numbers, dates, words.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { readDate, showDate } from '../src/lib/date.js';
import { readNumber, showNumber } from '../src/lib/number.js';
import { en } from '../src/words/en.js';
import { outcomes } from '../src/words/outcomes.js';
import { vi } from '../src/words/vi.js';

test('numbers are read as people write them, and never guessed', () => {
  const reads = { '12,5': '12.5', '12.5': '12.5', '1.234,5': '1234.5', '1,234.5': '1234.5', '1.234.567': '1234567', '1 234,50': '1234.5', '007': '7', '0,250': '0.25', '-3': '-3', '−3,5': '-3.5', '1234.567': '1234.567' };
  for (const [text, value] of Object.entries(reads)) assert.deepEqual(readNumber(text), { value }, text);
  assert.deepEqual(readNumber('1.234'), { either: ['1234', '1.234'] });
  assert.deepEqual(readNumber('12,345'), { either: ['12345', '12.345'] });
  assert.deepEqual(readNumber('  '), { empty: true });
  for (const text of ['12 %', '1e5', 'abc', ',5', '5,', '1.23.456', '1,2,3', '1.234.56', '1,234,5', '--1', '٣', '1 23']) assert.deepEqual(readNumber(text), { fault: 'not_a_number' }, text);
  assert.deepEqual(readNumber('1'.repeat(29)), { fault: 'too_long' });
  assert.deepEqual(readNumber('1'.repeat(28)), { value: '1'.repeat(28) });
});

test('numbers are shown as people read them', () => {
  assert.equal(showNumber('1234567.25', 'vi'), '1.234.567,25');
  assert.equal(showNumber('1234567.25', 'en'), '1,234,567.25');
  assert.equal(showNumber('-0.123456', 'vi', 4), '−0,1234…');
});

test('dates are whole or refused', () => {
  assert.deepEqual(['31/12/2025', '12/2025', '2025', '2025-12-31', '1-2-2025'].map(readDate), ['2025-12-31', '2025-12', '2025', '2025-12-31', '2025-02-01']);
  assert.deepEqual(['31/2/2025', '2025/12/31', 'hôm nay', '13/2025'].map(readDate), [null, null, null, null]);
  assert.deepEqual(['2025-12-31', '2025'].map((date) => showDate(date, 'vi')), ['31/12/2025', '2025']);
});

test('both languages have the same words, with the same blanks, in NFC', () => {
  assert.deepEqual(Object.keys(vi), Object.keys(en));
  const blanks = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const key of Object.keys(vi)) {
    assert.deepEqual(blanks(vi[key]), blanks(en[key]), key);
    assert.equal(vi[key], vi[key].normalize('NFC'), key);
  }
});

test('outcomes are worded and signed as the library does', () => {
  const rust = readFileSync(new URL('../../../src/assessment/outcome.rs', import.meta.url), 'utf8');
  const camel = (code) => code.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());
  for (const [code, { sign, vi: words, en: english }] of Object.entries(outcomes)) {
    assert.ok(rust.includes(`Self::${camel(code)} => ("${words}", "${english}")`), code);
    assert.ok(rust.includes(`Self::${camel(code)} => "${sign}"`), code);
  }
});

test('text never goes in as HTML', () => {
  const src = new URL('../src/', import.meta.url);
  for (const file of readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.js'))) {
    assert.doesNotMatch(readFileSync(new URL(file, src), 'utf8'), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser/, file);
  }
});
