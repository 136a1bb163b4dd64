// The broken files of tests/invalid, as far as they are criteria files or city data: each gets exactly the finding it is named after.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DothiError, assess, check, cityFile, criteriaSet } from 'dothi';
import { json, repository } from './support.js';

/** A set of tests/cases/sets with the changes of a file, or a set by its name alone. */
function changed({ base, patch = [] }) {
  const out = json(`tests/cases/sets/${base}.json`);
  for (const { at, value, remove } of patch) {
    const steps = at.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = steps.pop();
    const inside = steps.reduce((node, step) => node[step], out);
    if (remove && Array.isArray(inside)) inside.splice(Number(last), 1);
    else if (remove) delete inside[last];
    else if (last === '-') inside.push(value);
    else inside[last] = value;
  }
  return out;
}

function data({ json: value, text, lines, hex, base, patch }) {
  if (hex !== undefined) return Uint8Array.from(hex.match(/[0-9a-f]{2}/gi), (byte) => Number.parseInt(byte, 16));
  if (lines !== undefined) return lines.map((line) => `${line}\n`).join('');
  return text ?? (base ? changed({ base, patch }) : JSON.stringify(value));
}

/** All findings, and whether the input is refused. */
function run(file) {
  const options = file.numbers ? { numbers: file.numbers } : {};
  const refused = (verb) => {
    try {
      return { findings: verb().findings ?? [], refused: false };
    } catch (error) {
      if (!(error instanceof DothiError)) throw error;
      return { findings: error.findings, refused: true };
    }
  };
  if (file.input === 'set') return refused(() => criteriaSet(data(file)));
  if (file.input !== 'assess') return refused(() => cityFile(data(file), options));
  const set = criteriaSet(changed(typeof file.with === 'string' ? { base: file.with } : file.with));
  const judging = { asOf: file.as_of ?? '2026-11-21', scheme: file.scheme, parameters: file.parameters };
  return refused(() => assess(set, file.city, judging));
}

/** What the package reads. */
const INPUTS = ['set', 'city', 'csv', 'assess'];
const files = readdirSync(join(repository, 'tests/invalid')).filter((name) => name.endsWith('.json'));
const ours = files.map((name) => [name, json(`tests/invalid/${name}`)]).filter(([, { input }]) => INPUTS.includes(input));

for (const [name, file] of ours) {
  // The options of a call ask for a day before the library sees it; what is no JSON object is taken for a table; workbooks are read.
  if (['city.as_of_not_a_day', 'csv.workbook'].includes(file.code) || (file.input === 'city' && file.text?.startsWith('['))) continue;
  test(name, () => {
    const { expect } = file;
    const { findings, refused } = run(file);
    const own = findings.filter(({ code }) => code === file.code);
    assert.deepEqual(own.map(({ place }) => place || 'whole file'), [expect.place], JSON.stringify(findings));
    assert.equal(own[0].severity, expect.severity);
    assert.equal(refused, expect.severity === 'error');
    const others = new Set(findings.map(({ code }) => code).filter((code) => code !== file.code));
    assert.deepEqual([...others].sort(), [...(expect.also ?? [])].sort());
    for (const value of expect.says ?? []) {
      assert(own[0].message.vi.includes(value) && own[0].message.en.includes(value), `${value} is not named: ${own[0].message.en}`);
    }
    if (file.input === 'csv' && own[0].cell?.row > 0) assert.match(own[0].place, new RegExp(`row ${own[0].cell.row}\\b`));
  });
}

test('a check finds the same as reading', () => {
  for (const [name, file] of ours.filter(([, { input }]) => input !== 'assess')) {
    const options = file.numbers ? { numbers: file.numbers } : {};
    const { findings, refused } = run(file);
    const report = check(data(file), options);
    // What is not JSON at all is taken for what it looks like.
    if (report.kind !== (file.input === 'set' ? 'criteria' : 'cities')) continue;
    assert.deepEqual([report.findings, report.ok], [findings, !refused], name);
  }
});
