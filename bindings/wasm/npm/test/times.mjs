// How long the parts of an assessment take, in microseconds; the same lines as `native times` prints of the library. Run by hand:
// node test/times.mjs in the folder of bindings/wasm/test, with REPOSITORY set.

import { assess, criteriaSet } from 'dothi';
import file from 'dothi/sets/vn-ssc-2026.js';
import { asOf, json, micros } from './support.js';

const print = (time, what) => console.log(`${time.toFixed(0).padStart(10)}  ${what}`);
const data = JSON.stringify({ format: 1, cities: [json('examples/vi-du.json').cities[0]] });

let start = micros();
const set = criteriaSet(file);
const length = new TextEncoder().encode(JSON.stringify(assess(set, data, { asOf }))).length;
print(micros() - start, `first: set and one assessment (${length} bytes)`);
measure('criteria set, read and checked', 15, () => criteriaSet(file));
measure('assessment: data text to result object', 101, () => assess(set, data, { asOf }));

function measure(what, times, run) {
  for (let i = 0; i < times; i++) run();
  const all = Array.from({ length: times }, () => {
    start = micros();
    run();
    return micros() - start;
  });
  all.sort((a, b) => a - b);
  print(all[0], `${what}, fastest of ${times}`);
  print(all[times >> 1], `${what}, median`);
}
