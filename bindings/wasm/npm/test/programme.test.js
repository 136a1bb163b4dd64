// The national programme: the same bytes as the library without WebAssembly, every fault at once, nothing but DothiErrors.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cityFile, loadSet } from 'dothi';
import { writeTable } from 'dothi/form';
import { record } from 'dothi/tools';
import * as programme from 'dothi/programme';
import { asOf, json, native, repository, text, thrown } from './support.js';

const made = (name) => readFileSync(join(native, 'programme', name));
const bytes = (name) => readFileSync(join(repository, 'examples', name));
const same = (name, given) => assert.deepEqual(Buffer.from(given), made(name), name);
const canonical = (name, given) => assert.equal(JSON.stringify(given), made(name).toString(), name);
const own = (name) => ({ name, data: bytes(`programme/${name}`) });
const [round, before] = ['dot-2025', 'dot-2024'].map((name) => json(`examples/programme/${name}.json`));
const survey = { description: json('examples/programme/khao-sat/mo-ta.json'), answers: bytes('programme/khao-sat/tra-loi.csv') };
const [set, city] = [await loadSet('vn-ssc@2026'), json('examples/vi-du.json').cities[0]];

test('outline, round, empty reports', () => {
  canonical('outline.json', programme.outline());
  canonical('asked.json', programme.round().asked);
  assert.deepEqual([programme.round().last_day, programme.round(round).last_day], ['2022-05-29', '2026-03-30']);
  same('template.csv', programme.template({ kind: 'province', round: 'vi-du-2025', format: 'csv' }));
  assert.deepEqual(programme.template({ kind: 'commune' }), JSON.parse(made('template.json')));
});

test('a local report is read, and written in every form', () => {
  const file = bytes('programme/bao-cao-2025.json');
  assert.deepEqual(programme.reportFile(file).file, JSON.parse(made('report.json')));
  for (const lang of ['vi', 'en']) {
    const table = programme.reportTable(file, { lang });
    same(`report.${lang}.csv`, table);
    assert.deepEqual(programme.reportFile(new TextEncoder().encode(table)).file, JSON.parse(made('report.json')));
  }
  const table = bytes('programme/bao-cao-2025-X-03.csv');
  assert.deepEqual(programme.reportFile(table).file, JSON.parse(made('table.json')));
  same('report.html', programme.reportPage(table));
  same('report.md', programme.reportPage(table, { format: 'md', lang: 'en' }));
  same('report.docx', programme.reportDocx(table));
});

test('a synthesis is that of the library, in every form', () => {
  const files = ['bao-cao-2025.json', 'bao-cao-2025-X-03.csv'].map(own);
  const given = { round, previous: { round: before, files: [own('bao-cao-2024.json')] } };
  canonical('synthesis.json', programme.synthesis(files, given));
  same('synthesis.csv', programme.synthesis(files, { ...given, format: 'csv', lang: 'en' }));
  same('synthesis.html', programme.synthesisPage(files, given));
  same('synthesis.md', programme.synthesisPage(files, { ...given, format: 'md', lang: 'en' }));
  same('synthesis.docx', programme.synthesisDocx(files, given));
});

test('milestones, targets, objectives, priorities, the residents\' voice', async () => {
  canonical('milestones.json', programme.milestones({ asOf, progress: bytes('programme/tien-do-moc.json') }));
  same('milestones.csv', programme.milestones({ asOf, format: 'csv' }));
  canonical('voice.json', programme.voice(survey));
  same('voice.csv', programme.voice(survey, { format: 'csv', lang: 'en' }));
  assert.deepEqual(programme.voiceCity(survey), JSON.parse(made('voice-city.json')));
  canonical('objectives.json', programme.objectives(set, city, { asOf, level: 2 }));
  same('objectives.csv', programme.objectives(set, city, { asOf, format: 'csv' }));
  const here = { ...survey, description: { ...survey.description, unit: { ...survey.description.unit, code: city.unit.code } } };
  const given = { asOf, target: 2, survey: here, local: json('examples/programme/uu-tien.json') };
  canonical('priorities.json', programme.priorities(set, city, given));
  same('priorities.csv', programme.priorities(set, city, { ...given, format: 'csv' }));
  const by = programme.priorities(set, city, { asOf, by: ['distance', 'plan'] });
  assert.deepEqual(by.keys, ['distance', 'plan']);
  canonical('targets.json', programme.targets(await loadSet('nq03@2025'), json('examples/vi-du-nq03.json').cities[0], { asOf }));
});

const trial = (name) => bytes(`programme/thi-diem/${name}.json`);
const doubt = { weights: { dirichlet: 20 }, seed: 7 };

test('pilots: candidates held against rules, ranks as weights vary, before and after', () => {
  const [cities, rules, statements] = [trial('do-thi'), trial('quy-tac'), trial('khai')];
  const given = { asOf, rules, statements };
  canonical('pilots-published.json', programme.pilots(set, cities, { asOf }));
  same('pilots.csv', programme.pilots(set, cities, { ...given, format: 'csv' }));
  canonical('pilots.json', programme.pilots(set, cities, { ...given, robust: doubt }));
  same('pilots-robust.csv', programme.pilots(set, cities, { ...given, robust: { ...doubt, replications: 10_000 }, format: 'csv', lang: 'en' }));
  const effect = { asOf, pilot: 'X-20001', before: '2024', after: '2025' };
  canonical('pilot-effect.json', programme.pilotEffect(set, cities, effect));
  same('pilot-effect.csv', programme.pilotEffect(set, cities, { ...effect, format: 'csv' }));
  const all = JSON.parse(cities);
  canonical('pilot-effect-two.json', programme.pilotEffect(set, all, { ...effect, against: all.cities.slice(1, 3).map(({ unit }) => unit.code), minimum: 2 }));
});

test('candidates come from several files, tables among them, and every fault is told with its file', () => {
  const [rules, statements] = [trial('quy-tac'), trial('khai')];
  const { cities } = JSON.parse(trial('do-thi'));
  const [first, ...rest] = cities;
  const files = [{ name: 'mot.xlsx', data: writeTable({ format: 1, cities: [first] }) }, { name: 'con-lai.json', data: { format: 1, cities: rest } }];
  canonical('pilots.json', programme.pilots(set, files, { asOf, rules, statements, robust: doubt }));
  const told = (data, given = {}) => thrown(() => programme.pilots(set, data, { asOf, rules, statements, ...given })).findings.map(({ code, file, unit, place }) => [code, file ?? unit ?? place]);
  assert.deepEqual(told([...files, { name: 'lai.json', data: first }, { name: 'hong.json', data: '{' }]).map(([code, at]) => [code.split('.')[0], at]), [['city', 'lai.json'], ['json', 'hong.json']]);
  assert.equal(told({ ...first, observations: [{ criterion: 'nothing', value: 1 }] })[0][1], first.unit.code);
  assert.deepEqual(told(cities[0], { scheme: 'khong-co' }).length, 1, 'a wrong option is told once');
  const wrong = JSON.parse(rules);
  wrong.readiness[0].weight = '-1';
  wrong.eligibility[0].cites = [];
  assert.deepEqual(told(cities[0], { rules: wrong }).map(([, at]) => at), ['rules', 'rules']);
  assert.deepEqual(told(cities[0], { statements: '{"format": 1, "statements": [{"unit": "X", "condition": "x", "holds": true, "source": "x"}]}' }), [['pilot.no_such_condition', 'statements']]);
  assert.deepEqual(told(cities[0], { robust: doubt }), [['pilot.no_robustness', 'robust']]);
  assert.deepEqual(told({ format: 1, cities }, { robust: { ...doubt, weights: { band: 900 } } }).map(([, at]) => at), ['robust']);
  const faults = thrown(() => programme.pilots(set, '', { robust: { seed: -1, weights: {}, x: 1 }, format: 'md', lang: 'fr' }));
  const at = ['/format', '/lang', '/asOf', '/robust/seed', '/robust/weights', '/robust/x'];
  assert.deepEqual(faults.findings.map(({ place }) => place).sort(), at.sort());
  assert.deepEqual(thrown(() => programme.pilots(set, '', { asOf, robust: { seed: 2 ** 53, weights: { dirichlet: 1 } } })).findings.map(({ place }) => place), ['/robust/seed']);
});

test('what is asked of a pilot before and after is checked', () => {
  const cities = trial('do-thi');
  const places = (given) => thrown(() => programme.pilotEffect(set, cities, given)).findings.map(({ code, place }) => [code, place]);
  assert.deepEqual(places({ asOf, pilot: 'X-1', before: '2024', after: '2025' }), [['call.unknown_place', '/pilot']]);
  assert.deepEqual(places({ asOf, pilot: 'X-20001', against: ['X-20002', 'y'], before: '2024', after: '2025' }), [['call.unknown_place', '/against/1']]);
  assert.deepEqual(places({ asOf, pilot: 'X-20001', before: '2025', after: '2025' })[0][0], 'pilot.periods');
  assert.deepEqual(places({ asOf, pilot: 'X-20001', against: ['X-20001'], before: '2024', after: '2025' })[0][0], 'pilot.own_comparator');
  assert.deepEqual(places({ minimum: -1, before: 'x', after: '2025-13' }).map(([, place]) => place).sort(), ['/after', '/asOf', '/before', '/minimum', '/pilot']);
  assert.equal(programme.pilotEffect(set, cities, { asOf, pilot: 'X-20001', against: [], before: '2024', after: '2025' }).comparators, undefined);
});

test('every finding of a report at once, records held against their digests', () => {
  const report = json('examples/programme/bao-cao-2025.json').reports[0];
  const whole = programme.check(report, { round });
  assert.deepEqual([whole.ok, whole.reports.length, whole.reports[0].complete, whole.reports[0].punctuality], [true, 1, true, 'on_time']);
  const broken = structuredClone(report);
  Object.assign(broken.funding[0], { planned: '-5', category: '4.9' });
  broken.entries = broken.entries.filter(({ item }) => item !== '6');
  const made = { name: 'ho-so.json', data: record(set, { ...city, unit: { ...city.unit, code: 'X-01' } }, { asOf }) };
  broken.records = [programme.recordLink(made), { file: 'khong-co.json' }];
  const { reports: [checked] } = programme.check(broken, { round, records: [made], sets: [set] });
  const codes = checked.findings.map(({ code }) => code);
  for (const code of ['report.negative_amount', 'report.unknown_category', 'report.part_missing', 'report.record_missing']) assert(codes.includes(code), `${code} of ${codes}`);
  assert.equal(checked.findings.find(({ code }) => code === 'report.negative_amount').place, '/reports/0/funding/0/planned');
  assert.deepEqual(checked.levels.map(({ file, unit, verified }) => [file, unit, verified]).at(0), ['ho-so.json', 'X-01', false]);
  const without = programme.check(broken, { records: [made] });
  assert(without.reports[0].findings.some(({ code }) => code === 'set.unknown_set'));
  const table = programme.check('item,field,text,planned\nreport,outline,bxd-1683-2022,\nmục 4.1,,,mười\n');
  assert.equal(table.ok, false);
  assert(table.findings.some(({ cell }) => cell?.row === 3 && cell.column === 'planned'), JSON.stringify(table.findings));
});

test('records in a synthesis; what cannot be read is named, not dropped', () => {
  const data = JSON.stringify(record(set, { ...city, unit: { ...city.unit, code: 'X-02' } }, { asOf }));
  const files = [own('bao-cao-2025.json'), { name: 'X-02.record.json', data }, { name: 'hong.json', data: '{' }];
  const all = programme.synthesis(files, { round, sets: [set] });
  assert.deepEqual(all.unreadable.map(({ file }) => file), ['hong.json']);
  assert(all.levels.some(({ results }) => results.some(({ unit }) => unit === 'X-02')));
  assert.equal(all.reconciliation.agrees, true);
});

test('criteria that a report answers are city data', () => {
  const report = programme.answers(bytes('programme/bao-cao-2025-X-03.csv'), { round, set: 'vn-ssc', file: 'bao-cao.csv' });
  assert.deepEqual(cityFile(report).findings, []);
  assert(report.cities[0].observations.length > 0);
  assert.equal(programme.answers(bytes('programme/bao-cao-2025-X-03.csv'), { round, set: 'dti-922', file: 'x' }), null);
});

test('faults of a call and of a file are DothiErrors that say which', () => {
  const code = (run) => thrown(run).findings.map(({ code: one, file }) => [one, file]);
  assert.deepEqual(code(() => programme.outline('{')), [['json.syntax', 'outline']]);
  assert.deepEqual(code(() => programme.round('{}'))[0][1], 'round');
  assert.deepEqual(code(() => programme.template({ kind: 'moon', format: 'pdf' })), [['call.unknown_choice', undefined], ['call.unknown_choice', undefined]]);
  assert.deepEqual(code(() => programme.synthesis([], {})), [['call.missing_option', undefined]]);
  assert.deepEqual(code(() => programme.milestones({})), [['call.missing_option', undefined]]);
  assert.deepEqual(code(() => programme.reportPage(bytes('programme/bao-cao-2025.json')))[0], ['call.several_places', undefined]);
  assert.deepEqual(code(() => programme.priorities(set, city, { asOf, survey })), [['priority.other_place', 'survey']]);
  assert.deepEqual(code(() => programme.priorities(set, city, { asOf, by: ['luck'] })), [['call.unknown_choice', undefined]]);
  const telling = programme.voice.bind(null, { ...survey, answers: 'ho_ten;q1_quan_tam\nNguyễn Văn A;1\n' });
  assert(code(telling).every(([one, file]) => file === 'answers' && /^(voice|csv|table)\./.test(one)));
  assert.equal(thrown(() => programme.reportFile(null)).code, 'call.wrong_type');
  assert.match(text('examples/programme/bao-cao-2025-X-03.csv'), /mục 4\.1/);
});
