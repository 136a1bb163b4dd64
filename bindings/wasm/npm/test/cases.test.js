// Every case of tests/cases: what it expects, and the whole result to the byte what the library gives.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as dothi from 'dothi';
import { differences, judge } from './conform.js';
import { caseFiles, json, lines, text } from './support.js';

const sets = new Map();
async function setOf(reference) {
  if (!sets.has(reference)) {
    sets.set(reference, reference.includes('@') ? await dothi.loadSet(reference) : dothi.criteriaSet(text(`tests/cases/${reference}`)));
  }
  return sets.get(reference);
}

const native = lines('cases.jsonl');
let count = 0;
for (const path of caseFiles()) {
  const file = json(path);
  const first = count;
  count += file.cases.length;
  test(`${path}: ${file.cases.length} cases`, async () => {
    const set = await setOf(file.set);
    for (const [i, one] of file.cases.entries()) {
      const result = judge(dothi, set, file, one);
      const differ = differences(one.expect, result);
      assert.deepEqual(differ, [], `${one.name}\nwhy: ${one.why}\n${differ.join('\n')}`);
      assert.equal(JSON.stringify(result), native[first + i], `${one.name}: not the bytes of the library`);
    }
  });
}

test('there is one native result for each case', () => {
  assert(count > 1000);
  assert.equal(native.length, count);
});

test('the runner sees every difference', () => {
  const result = {
    findings: [{ code: 'a' }],
    self_assessed: {
      level: { reached: 1, refused: [{ condition: 'r' }] },
      level_range: { low: 0, high: 1 },
      range: { low: 0, high: 1 },
      score: { value: '5' },
      score_range: { low: '1', high: '2' },
      levels: [{ level: 1, reached: true }],
      tree: {
        value: '1',
        share: '1',
        band: { at_least: '1' },
        low: { value: '1', band: { at_least: '1' } },
        high: { share: '1' },
        met: [{ level: 1, met: 1, asked: 2 }, { level: 2, met: 1, met_high: 2, asked: 2 }],
        children: [
          {
            criterion: 'c',
            outcome: 'passed',
            met_level: 1,
            answer: true,
            share: '1',
            points: '1',
            low: { outcome: 'passed', met_level: 1, points: '1', share: '1' },
            change: { base_value: '1', difference: '1' },
            parts: [{ data_point: 'p', outcome: 'passed', value: '1', points: '1' }],
            levels: [{ level: 1, outcome: 'passed', threshold: '1' }],
            survey: { sample_to_settle: '1', interval: { low: '1', high: '2' } },
          },
        ],
      },
    },
  };
  const [possibility, node] = [{ outcome: 'passed', met_level: 1, points: '1', share: '1' }, { value: '1', band: '1' }];
  const criterion = {
    id: 'c', outcome: 'passed', met_level: 1, value: 'yes', share: '1', points: '1', flags: [], low: possibility, high: null,
    change: { base_value: '1', difference: '1' }, parts: [{ data_point: 'p', outcome: 'passed', value: '1', points: '1' }],
    levels: [{ level: 1, outcome: 'passed', threshold: '1' }], sample_to_settle: '1', interval: { low: '1', high: '2' },
  };
  const met = [{ level: 1, met: 1, met_high: 1, asked: 2 }, { level: 2, met: 1, met_high: 2, asked: 2 }];
  const view = {
    level: 1, refused: ['r'], level_range: { high: 1, low: 0 }, range: { low: 0, high: 1 }, score: '5', score_range: { low: '1', high: '2' },
    levels: [{ level: 1, reached: true }], criteria: [criterion],
    groups: [{ id: 'root', value: '1', share: '1', band: '1', low: node, high: { value: null, share: '1' }, met }],
  };
  const expect = { findings: ['a'], self_assessed: view, verified: null };
  assert.deepEqual(differences(expect, result), []);
  let changes = 0;
  const walk = (value, change) => {
    if (value !== null && typeof value === 'object') {
      for (const key of Object.keys(value)) walk(value[key], (other) => change(Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other }));
      if (!Array.isArray(value)) assert.notDeepEqual(differences(change({ ...value, unheard: 1 }), result), [], 'an unknown key');
    } else {
      changes += 1;
      assert.notDeepEqual(differences(change('other'), result), [], `change ${changes} of ${JSON.stringify(value)}`);
    }
  };
  walk(expect, (changed) => changed);
  assert(changes > 50);
});
