// The modules that are loaded when they are asked for: editions and records, workbooks, reports.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as dothi from 'dothi';
import { template as emptyForm, write, writeTable } from 'dothi/form';
import { charts, html } from 'dothi/report';
import { carry, diff, publicCopy, record, recordSummary, verify } from 'dothi/tools';
import { cityFile, merge } from 'dothi/xlsx';
import { asOf, caseFiles, json, lines, place, text, thrown } from './support.js';

const [before, set] = [await dothi.loadSet('vn-ssc@2022'), await dothi.loadSet('vn-ssc@2026')];
const city = json('examples/vi-du.json').cities.find(({ unit }) => unit.code === 'X-0001');
const options = { asOf };

test('records are those of the library, to the byte', async () => {
  const native = lines('records.jsonl');
  let at = 0;
  for (const path of caseFiles()) {
    const file = json(path);
    const own = file.set.includes('@') ? await dothi.loadSet(file.set) : dothi.criteriaSet(text(`tests/cases/${file.set}`));
    for (const one of file.cases.filter((_, i) => i % 20 === 0)) {
      const data = { unit: one.unit ?? file.unit, observations: [] };
      for (const key of ['observations', 'evidence', 'not_applicable', 'references', 'published']) if (key in one) data[key] = one[key];
      let made = '';
      try {
        made = JSON.stringify(record(own, data, { asOf: file.as_of, scheme: file.scheme, parameters: one.parameters }));
      } catch (error) {
        assert(error instanceof dothi.DothiError, error);
      }
      assert.equal(made, native[at], one.name);
      if (made !== '') assert.equal(verify(own, made).ok, true);
      at += 1;
    }
  }
  assert.equal(at, native.length);
});

test('a record holds, and one that was changed names the node', () => {
  const made = record(set, city, { ...options, salt: '07'.repeat(32) });
  const held = verify(set, JSON.stringify(made), { data: city });
  assert.deepEqual([held.ok, held.findings, held.record.set], [true, [], 'vn-ssc@2026-u1']);
  assert.equal(recordSummary(made).unit, city.unit.code);
  const copy = publicCopy(made);
  assert.equal(copy.salt, undefined);
  assert.equal(verify(set, copy).ok, true);
  const raised = structuredClone(made);
  raised.body.self_assessed.level.reached = 3;
  const caught = verify(set, raised);
  assert.equal(caught.ok, false);
  const differs = caught.findings.find(({ code }) => code === 'record.differs');
  assert.equal(differs.place, '/body/self_assessed/level/reached');
  assert.match(differs.message.vi, /3/);
  assert.equal(verify(before, made).findings[0].code, 'record.other_set');
  assert.equal(verify(set, '{}').ok, false);
  assert.equal(verify(set, '{}').record, undefined);
  assert.equal(thrown(() => record(set, city, { ...options, salt: 'x' })).code, 'call.bad_salt');
});

test('two editions beside each other', () => {
  const differs = diff(before, set);
  assert.deepEqual([differs.before.edition, differs.now.edition, differs.pairing], ['2022', '2026', 'crosswalk']);
  assert(differs.counts.added > 0);
  assert.equal(thrown(() => diff(before, {})).findings[0].place, '/now');
  assert.equal(thrown(() => carry(before, set, city, options)).findings.at(-1).code.split('.')[0], 'city');
  const old = { ...place(), unit: city.unit };
  const carried = carry(before, set, old, options);
  assert.equal(carried.now.set.edition, '2026');
  assert(carried.criteria.length > 0);
  assert(carry(before, set, old, { ...options, newer: city }).newer !== undefined);
});

test('tables go into every module', () => {
  const csv = dothi.template(set, { kind: 'commune', format: 'csv', lang: 'vi' });
  const filled = csv.replace(';code;;;', ';code;;;00001').replace(';name_vi;;;', ';name_vi;;;Xã Ví Dụ');
  assert.equal(record(set, filled, options).body.unit.code, '00001');
  assert.equal(verify(set, record(set, filled, options), { data: new TextEncoder().encode(filled) }).ok, true);
});

test('workbooks: written, read, said where', () => {
  const form = emptyForm(set, { kind: 'commune', lang: 'vi' });
  assert(form instanceof Uint8Array && form[0] === 0x50);
  const book = write(set, city);
  const { file, findings, origins } = cityFile(book);
  assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), []);
  assert.equal(JSON.stringify(dothi.assess(set, file, options).self_assessed), JSON.stringify(dothi.assess(set, city, options).self_assessed));
  assert.match(origins['/cities/0/observations/0'].vi, /!|dòng/);
  const table = cityFile(writeTable({ format: 1, cities: [city] }, { lang: 'en' }));
  assert.equal(table.file.cities[0].observations.length, city.observations.length);
  const broken = book.slice(0, book.length - 40);
  assert.match(thrown(() => cityFile(broken)).code, /^xlsx\./);
  assert.equal(thrown(() => emptyForm(set, { kind: 'national' })).code, 'call.kind_not_judged');
});

test('files of departments are joined, or contradictions are named', () => {
  const files = (value) => [
    { name: 'y-te.json', data: place([{ criterion: 'a', value: 5 }]) },
    { name: 'giao-thong.xlsx', data: writeTable({ format: 1, cities: [place([{ criterion: 'a', value }])] }) },
  ];
  const same = merge(files(5));
  assert.deepEqual([same.ok, same.places[0].city.observations.length], [true, 1]);
  const differ = merge(files(6));
  assert.deepEqual([differ.ok, differ.places[0].city], [false, undefined]);
  const [conflict] = differ.places[0].entries.filter(({ kind }) => kind === 'conflict');
  assert.deepEqual(conflict.sides.map(({ file, value }) => [file, value]), [['y-te.json', '5'], ['giao-thong.xlsx', '6']]);
  assert.match(conflict.sides[1].place, /!/);
  const error = thrown(() => merge([...files(5), { name: 'x.json', data: '{' }, { name: 'y.csv', data: 'a;b\n' }]));
  assert.deepEqual([...new Set(error.findings.map(({ file }) => file))], ['x.json', 'y.csv']);
});

test('reports and charts carry their marks', () => {
  const page = html(set, city, options);
  assert.match(page, /^<!DOCTYPE html>/);
  assert.match(page, /không chính thức/);
  const drawn = charts(set, city, { ...options, lang: 'en', size: 'narrow' });
  assert(drawn.length >= 3);
  for (const { svg, marks, description } of drawn) {
    assert.match(svg, /^<svg/);
    assert(marks.length > 10 && description.length > 10);
  }
});
