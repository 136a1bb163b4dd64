// What a caller may write.

import {
  type Assessment,
  type CityData,
  type Finding,
  DothiError,
  type Outcome,
  assess,
  check,
  cityFile,
  criteriaSet,
  explain,
  gaps,
  init,
  loadPart,
  loadSet,
  sets,
  template,
} from 'dothi';
import * as programme from 'dothi/programme';
import text from 'dothi/sets/vn-ssc-2026.js';

await init();
await init(new URL('https://example.org/core.wasm'));
const set = await loadSet('vn-ssc');
await Promise.all([loadPart('check'), loadPart('explain', new URL('https://example.org/explain.wasm')), loadPart('tables', new Uint8Array())]);
const own = criteriaSet(text);
const place: CityData = { unit: { code: '01', name: { vi: 'Ví Dụ' }, kind: 'commune' }, observations: [{ criterion: 'wat-01', value: 1.5 }] };

const result: Assessment = assess(set, place, { asOf: '2026-11-21', parameters: [{ id: 'basic_share_min', value: 0.8 }] });
const statement: string | undefined = result.self_assessed.level?.statement.vi;
const outcomes: Outcome[] = result.self_assessed.tree.children.flatMap((child) => ('criterion' in child ? [child.outcome] : []));
const prose: string = explain(own, new Uint8Array(), { asOf: '2026-11-21', lang: 'en' });
const criteria: string[] | undefined = gaps(set, place, { asOf: '2026-11-21', target: 2 }).fixes?.map(({ criterion }) => criterion);
const csv: string = template(set, { kind: 'province', format: 'csv', lang: 'vi' });
const empty: string = template(set, { kind: 'province' }).cities[0]!.unit.code;
const rows: (number | undefined)[] = check(csv, { numbers: 'vi' }).findings.map(({ cell }) => cell?.row);
const held: boolean = check(place, { set, asOf: '2026-11-21' }).ok;
const understood: number = cityFile(csv).file.cities.length;
const titles: string[] = sets().map(({ title }) => title.vi);
const methods: string[] = own.file.criteria.flatMap(({ judge }) => judge.map(({ method }) => method));
try {
  criteriaSet('{}');
} catch (error) {
  if (error instanceof DothiError) {
    const all: readonly Finding[] = error.findings;
    void all;
  }
}
void [statement, outcomes, prose, criteria, empty, rows, held, understood, titles, methods];

const state: programme.ProvinceState['outcome'] | undefined = programme.synthesis([{ name: 'a.csv', data: csv }], { round: programme.round().round, sets: [own] }).provinces[0]?.outcome;
const rest: string = programme.synthesis([], { round: '{}', format: 'csv' });
const parts: programme.PartRole[] = programme.outline().parts.map(({ role }) => role);
const report: programme.LocalReport = { outline: 'bxd-1683-2022', unit: { code: '01', name: 'Ví Dụ', kind: 'province' }, entries: [], funding: [] };
const missing: string[] | undefined = programme.check(report, { records: [{ name: 'a', data: {} }] }).reports[0]?.missing;
const reasons: string[] | undefined = programme.priorities(set, place, { asOf: '2026-11-21', by: ['local', 'plan'] }).items?.[0]?.reasons.vi;
const [cell] = programme.voice({ description: '{}', answers: 'a;b' }).questions.map(({ whole }) => (whole.state === 'shown' ? whole.share : undefined));
const { candidates = [] } = programme.pilots(set, [{ name: 'a.csv', data: csv }, { name: 'b', data: place }], { asOf: '2026-11-21', rules: '{}', robust: { weights: { band: 20 }, seed: 7 } });
const ranked: [string, number | undefined, number | undefined][] = candidates.map(({ unit, rank, ranks }) => [unit.code, rank, ranks?.high]);
const open: boolean = candidates.some(({ eligible, conditions = [] }) => eligible === 'unknown' && conditions.every(({ holds }) => holds !== 'no'));
const sheet: string = programme.pilots(set, place, { asOf: '2026-11-21', format: 'csv', lang: 'en' });
const verdicts: programme.EffectVerdict[] | undefined = programme.pilotEffect(set, csv, { asOf: '2026-11-21', pilot: '01', against: ['02'], before: '2024', after: '2025-06', minimum: 2 }).criteria?.map(({ verdict }) => verdict);
void [ranked, open, sheet, verdicts];
await programme.loadPart('pilots');
await programme.loadPart('synthesis');
void [state, rest, parts, missing, reasons, cell];
