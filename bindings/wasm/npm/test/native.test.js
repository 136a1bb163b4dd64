// The same bytes as without WebAssembly: examples, and the criteria files that travel in the package. Cases are compared in cases.test.js.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess, loadSet, sets } from 'dothi';
import { asOf, json, lines, text } from './support.js';

const examples = [
  ['dti-922@2022', 'examples/dti-922-2022.json'],
  ['vn-ssc@2026', 'examples/vi-du.json'],
];

test('results of the examples', async () => {
  const native = lines('examples.jsonl');
  let at = 0;
  for (const [reference, path] of examples) {
    const set = await loadSet(reference);
    for (const city of json(path).cities) {
      const file = text(path);
      assert.equal(JSON.stringify(assess(set, city, { asOf })), native[at]);
      assert.equal(JSON.stringify(assess(set, file, { asOf, unit: city.unit.code })), native[at], 'the same from the text of the file');
      at += 1;
    }
  }
  assert.equal(at, native.length);
});

test('criteria files are those of the repository', async () => {
  for (const { set, edition, revision } of sets()) {
    const { default: own } = await import(`dothi/sets/${set}-${edition}.js`);
    assert.equal(own, text(`criteria/${set}/${edition}-u${revision}.json`));
  }
});
