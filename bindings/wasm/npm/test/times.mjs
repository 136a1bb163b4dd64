// How long the parts of an assessment take, in microseconds; the same lines as `native times` prints of the library. Run by hand:
// node test/times.mjs in the folder of bindings/wasm/test, with REPOSITORY set.

import { assess, criteriaSet, loadSet } from 'dothi';
import { plan } from 'dothi/panel';
import file from 'dothi/sets/vn-ssc-2026.js';
import { asOf, json, micros, text } from './support.js';

const print = (time, what) => console.log(`${time.toFixed(0).padStart(10)}  ${what}`);
const data = JSON.stringify({ format: 1, cities: [json('examples/vi-du.json').cities[0]] });

let start = micros();
const set = criteriaSet(file);
const length = new TextEncoder().encode(JSON.stringify(assess(set, data, { asOf }))).length;
print(micros() - start, `first: set and one assessment (${length} bytes)`);
measure('criteria set, read and checked', 15, () => criteriaSet(file));
measure('assessment: data text to result object', 101, () => assess(set, data, { asOf }));
for (const [what, own, kind, rows] of [
  ['means.json', criteriaSet(text('tests/cases/sets/means.json')), 'province', 10_000],
  ['vn-ssc@2026-u1', await loadSet('vn-ssc@2026'), 'commune', 200],
]) {
  const ready = plan(own, { kind, asOf });
  const columns = Object.fromEntries(ready.inputs.map((input, at) => [input.key, Float64Array.from({ length: rows }, (_, row) => figure(input, isWhole(own, input), row, at))]));
  const bind = () => ready.batch(columns, { sampling: 'probability' });
  measure(`${what}: ${rows} places in`, 15, () => bind().free());
  // What was judged is not judged again, so each round has a batch of its own.
  measure(`${what}: ${rows} places scored`, 15, (batch) => batch.score(), bind, (batch) => batch.free());
  const batch = bind();
  batch.score();
  if (ready.top_score !== undefined) measure(`${what}: ${rows} places ranked`, 15, () => batch.score({ ranks: 'competition' }));
  measure(`${what}: one figure changed`, 101, () => batch.change(7, ready.inputs[0].key, 1));
}

/** The figures of examples/native/panel.rs. */
function figure({ kind, role }, whole, row, at) {
  const n = Math.imul(row * 31 + at + 1, 2_654_435_761) >>> 0;
  if (kind !== 'number') return n % 2;
  return role === 'denominator' ? 100 : role === 'value' && !whole ? (n % 1_000_000) / 10_000 : n % 100;
}

/** Whether an input takes whole numbers only. */
function isWhole({ file: { criteria } }, { criterion, data_point: point, role }) {
  const { inputs } = criteria.find(({ id }) => id === criterion).data_points.find(({ id }) => id === point);
  return inputs.some((own) => own.role === role && own.whole === true);
}

function measure(what, times, run, before = () => {}, after = () => {}) {
  const all = Array.from({ length: 2 * times }, () => {
    const given = before();
    start = micros();
    run(given);
    const time = micros() - start;
    after(given);
    return time;
  });
  all.splice(0, times);
  all.sort((a, b) => a - b);
  print(all[0], `${what}, fastest of ${times}`);
  print(all[times >> 1], `${what}, median`);
}
