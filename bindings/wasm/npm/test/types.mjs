// Writes every kind of document as a typed literal, so that the compiler says whether the types are exact: a member they do not name, or
// one that is missing, is an error.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DothiError, assess, check, cityFile, criteriaSet, gaps, loadSet, sets, template } from 'dothi';
import { carry, diff, publicCopy, record, recordSummary, verify } from 'dothi/tools';
import { plan } from 'dothi/panel';
import { robust, robustTable } from 'dothi/robust';
import { merge } from 'dothi/xlsx';
import { sayProgramme } from './types-programme.js';
import { asOf, caseFiles, json, lines, place, repository, text, thrown } from './support.js';

/** Members whose words are anybody's. */
const FREE = new Set(['id', 'criterion', 'criteria[]', 'group', 'data_point', 'source', 'set', 'scheme', 'unit', 'part', 'parameter', 'number', 'edition', 'from', 'before', 'now', 'schemes[]']);
const out = ["import type * as dothi from 'dothi';\nimport type * as panel from 'dothi/panel';\nimport type * as programme from 'dothi/programme';\nimport type * as robust from 'dothi/robust';\nimport type * as tools from 'dothi/tools';\nimport type * as xlsx from 'dothi/xlsx';\n"];
let [all, seen] = [0, new Set()];

/** Takes a document when something in it has not been there before: a member, a type of value, or a word. */
function say(type, value) {
  all += 1;
  const before = seen.size;
  shapes(type, value);
  if (seen.size > before) out.push(`const _${out.length}: ${type} = ${JSON.stringify(value)};\nvoid _${out.length};\n`);
}

function shapes(path, value) {
  if (Array.isArray(value)) for (const item of value) shapes(`${path}[]`, item);
  else if (value !== null && typeof value === 'object') {
    // Which members stand side by side tells the kinds of one union apart.
    seen.add(`${path}{${Object.keys(value)}}`);
    for (const [key, inner] of Object.entries(value)) shapes(FREE.has(key) ? key : `${key} of ${value.method ?? value.condition ?? value.op ?? ''}`, inner);
  } else seen.add(`${path}: ${typeof value === 'string' && !FREE.has(path) && /^[a-z_]+$/.test(value) ? value : typeof value}`);
}

const setOf = new Map();
for (const { id } of sets()) setOf.set(id, await loadSet(id));
const [reference, dti] = [setOf.get('vn-ssc@2026-u1'), setOf.get('dti-922@2022-u1')];
for (const name of readdirSync(join(repository, 'tests/cases/sets'))) setOf.set(`sets/${name}`, criteriaSet(text(`tests/cases/sets/${name}`)));
for (const set of setOf.values()) {
  say('dothi.CriteriaFile', set.file);
  say('dothi.SetSummary', set.summary);
  for (const { kind } of set.file.unit_kinds) say('dothi.CityFile', template(set, { kind }));
}
say('dothi.SetSummary[]', sets());

// Every shape of result.
let at = 0;
for (const path of caseFiles()) {
  const file = json(path);
  const set = setOf.get(file.set);
  for (const { unit = file.unit, observations = [], evidence, not_applicable, references, published, parameters } of file.cases) {
    const city = JSON.parse(JSON.stringify({ unit, observations, evidence, not_applicable, references, published }));
    const options = { asOf: file.as_of, scheme: file.scheme, parameters };
    try {
      say('dothi.Assessment', assess(set, city, options));
      say('dothi.Gap', gaps(set, city, options));
      say('dothi.CityFile', cityFile(city).file);
      if (++at % 7 === 0) say('dothi.AssessmentRecord', record(set, city, options));
    } catch (error) {
      if (!(error instanceof DothiError)) throw error;
      say('dothi.Told[]', error.findings);
    }
  }
}
for (const [set, name] of [[reference, 'vi-du'], [dti, 'dti-922-2022']]) {
  const file = text(`examples/${name}.json`);
  say('dothi.CityFile', JSON.parse(file));
  say('dothi.Checked', check(file, { set, asOf }));
  for (const { unit } of JSON.parse(file).cities) {
    say('dothi.Assessment', assess(set, file, { asOf, unit: unit.code }));
    say('dothi.Gap', gaps(set, file, { asOf, unit: unit.code }));
  }
}
say('dothi.Checked', check('unit_code,item,role,value\nX,unit,kind,what\n'));
say('dothi.Checked', check(reference.file));
say('dothi.Told[]', thrown(() => assess(reference, place([{ criterion: 'nothing', value: 1 }]), { asOf })).findings);
const earlier = setOf.get('vn-ssc@2022-u1');
const [vidu] = json('examples/vi-du.json').cities;
say('dothi.EditionDiff', diff(earlier, reference));
say('dothi.EditionDiff', diff(dti, reference));
say('dothi.Carried', carry(earlier, reference, { unit: vidu.unit, observations: [] }, { asOf, newer: { ...vidu, unit: { ...vidu.unit, valid_from: '2026-01-01' } } }));
const made = record(reference, vidu, { asOf, salt: '07'.repeat(32) });
for (const one of [made, publicCopy(made)]) {
  say('dothi.AssessmentRecord', one);
  say('tools.RecordSummary', recordSummary(one));
  say('tools.Verified', verify(reference, one));
  say('tools.Verified', verify(dti, one));
}
const parts = [5, 6].map((value) => ({ name: `${value}`, data: place([{ criterion: 'a', value }]) }));
say('xlsx.Merged', merge(parts));
say('xlsx.Merged', merge([parts[0], parts[0]]));
for (const line of lines('panels.jsonl').map((line) => JSON.parse(line))) {
  const ready = plan(setOf.get(line.set), line.options);
  const { inputs, nodes, marks, state } = ready;
  for (const [type, all] of Object.entries({ 'panel.PanelInput': inputs, 'panel.PanelNode': nodes, 'dothi.Mark': marks, 'dothi.Text': [state] })) all.forEach((one) => say(type, one));
  try {
    const batch = ready.batch(Object.fromEntries(line.panel.columns.map(([key, list]) => [key, Float64Array.from(list, (x) => x ?? Number.NaN)])));
    batch.score();
    say('panel.PanelSaid', batch.said(0));
    for (const { asked } of line.panel.robust) {
      const { pairs, ...result } = await robust(batch, { ...asked, replications: 2 });
      say('robust.RobustResult', result);
    }
    say('panel.TreatmentDone', batch.score({ treatment: line.panel.treated.asked }).treatment);
    say('panel.PanelSaid', batch.said(5));
  } catch (error) {
    if (!(error instanceof DothiError)) throw error;
    say('panel.PanelTold[]', error.findings);
  }
}
const ready = plan(dti, { kind: 'province', asOf });
say('robust.RobustResult[]', await robustTable(ready, text('bindings/cli/tests/data/panel-robust.csv'), { seed: 1, replications: 2, weights: { band: 5 } }));
await sayProgramme(say);
writeFileSync(new URL('./types/documents.ts', import.meta.url), out.join(''));
console.log(`${out.length - 1} of ${all} documents hold every member and word; they are the typed literals`);
