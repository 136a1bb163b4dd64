// Workbooks of every kind are those of the library, byte for byte.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSet, sets } from 'dothi';
import { template, write, writeTable } from 'dothi/form';
import { json, native, text } from './support.js';

const folder = join(native, 'workbooks');
const all = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const of = (kind) => all.filter(({ name }) => name.startsWith(`${kind}.`)).map((book) => ({ ...book, told: book.name.split('.').slice(1) }));
const same = (made, { name, bytes }) => assert(Buffer.from(made).equals(bytes), `${name} differs`);

test('empty forms of every set, for each kind of place, in both languages', async () => {
  const forms = of('form');
  for (const book of forms) {
    const [reference, kind, lang] = book.told;
    same(template(await loadSet(reference), { kind, lang }), book);
  }
  assert.deepEqual([...new Set(forms.map(({ told }) => told[0]))].sort(), sets().map(({ id }) => id).sort());
});

test('filled forms', async () => {
  const filled = of('filled');
  for (const book of filled) {
    const [reference, example, lang] = book.told;
    const [city] = json(`examples/${example}.json`).cities;
    same(write(await loadSet(reference), city, { lang }), book);
  }
  assert.equal(filled.length, 4);
});

test('tables of all places', () => {
  const tables = of('table');
  for (const book of tables) {
    const [example, lang] = book.told;
    same(writeTable(text(`examples/${example}.json`), { lang }), book);
  }
  assert.equal(tables.length, 4);
});
