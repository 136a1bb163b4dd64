// A module that breaks, here because it is left without memory, is replaced; what was loaded before goes on working.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DothiError, assess, criteriaSet, explain, loadSet } from 'dothi';
import { record } from 'dothi/tools';
import { asOf, json, thrown } from './support.js';

const { initSync } = await import(new URL('./core.js', import.meta.resolve('dothi')));
const city = json('examples/vi-du.json').cities[0];
const set = await loadSet('vn-ssc');
const want = JSON.stringify(assess(set, city, { asOf }));
const [told, own] = [explain(set, city, { asOf }), criteriaSet(set.file)];

/** Takes all the memory that the module may still have. */
function starve() {
  const { memory } = initSync();
  for (let pages = 65_536; pages > 0; pages = Math.floor(pages / 2)) {
    try {
      while (true) memory.grow(pages);
    } catch {
      // Less, then.
    }
  }
}

test('a call without memory says so, and the next ones work', () => {
  for (let time = 0; time < 3; time++) {
    starve();
    const error = thrown(() => assess(set, JSON.stringify(city).padStart(8 << 20), { asOf }));
    assert(error instanceof DothiError, error);
    assert.deepEqual(error.findings.map(({ code, severity }) => [code, severity]), [['call.internal', 'error']]);
    assert(error.findings[0].message.vi.length > 0);
    assert(error.cause instanceof Error, 'what happened inside is kept for a report');
    assert.equal(JSON.stringify(assess(set, city, { asOf })), want);
    // The parts that had joined are there again.
    assert.equal(explain(set, city, { asOf }), told);
    assert.equal(record(own, city, { asOf }).body.unit.code, city.unit.code);
  }
});

test('many sets and calls do not use memory up', async () => {
  const { memory } = initSync();
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 300; i++) assess(set, city, { asOf });
  assert(memory.buffer.byteLength - before < 4 << 20, `${before} became ${memory.buffer.byteLength}`);
});
