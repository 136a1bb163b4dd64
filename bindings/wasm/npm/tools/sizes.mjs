// What the package weighs, and the ten largest contributors to each module: node tools/sizes.mjs
// FOLDER_OF_MODULES_WITH_NAMES held|shown. Fails when a budget is broken that is held.

import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { parts } from './module.mjs';
import { modules } from './modules.mjs';

const dist = new URL('../dist/', import.meta.url);
const weigh = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
const row = (...cells) => console.log(cells.map((cell, i) => (i === cells.length - 1 ? cell : String(cell).padStart(10))).join('  '));

row('bytes', 'brotli', 'file');
const sizes = new Map();
for (const folder of ['', 'scorecard/', 'packed/', 'sets/']) {
  for (const name of readdirSync(new URL(folder, dist)).filter((name) => /\.(js|wasm)$/.test(name))) {
    const bytes = readFileSync(new URL(folder + name, dist));
    sizes.set(folder + name, weigh(bytes));
    row(bytes.length, sizes.get(folder + name), folder + name);
  }
}

for (const module of [...modules, 'card']) {
  const { sections, functions } = parts(readFileSync(`${process.argv[2]}/${module}_bg.wasm`));
  const groups = new Map();
  const add = (name, bytes) => groups.set(name, [...(groups.get(name) ?? []), bytes]);
  for (const { name, body } of functions) add(`code of ${owner(name)}`, body);
  for (const { id, bytes } of sections) if (id === 11) add('data: texts and tables', bytes);
  const largest = [...groups].map(([name, all]) => ({ name, bytes: Buffer.concat(all) })).sort((a, b) => b.bytes.length - a.bytes.length);
  console.log(`\nthe ten largest contributors to ${module}.wasm (brotli of each alone)`);
  for (const { name, bytes } of largest.slice(0, 10)) row(bytes.length, weigh(bytes), name);
}

/** Crate, and for our own code the module, of a function's name as the compiler writes it. */
function owner(name) {
  // Older names are a path of steps, newer ones have the path of the type or function somewhere inside, a crate with its digest first.
  const old = name.startsWith('_ZN') ? steps(name.slice(3)) : undefined;
  const path = old ? old[0].replace(/^_?(\$LT\$)+(\$RF\$)?/, '').split('..').concat(old.slice(1)) : steps(/(?<=C[a-zA-Z0-9]*_)\d+[a-z].*/.exec(name)?.[0] ?? '');
  if (path[0] === 'dothi') return path.slice(0, 2).join('::');
  return /^(dothi_wasm|dothi_report|dothi_spreadsheet|calamine|zip|quick_xml|encoding_rs|rust_xlsxwriter|core|alloc|std|serde_json|serde_core|rust_decimal|dlmalloc|csv_core)$/.test(path[0]) ? path[0] : 'everything else';
}

/** Identifiers, each behind its length. */
function steps(rest) {
  const out = [];
  for (let found; (found = /^\d+/.exec(rest)?.[0]); ) {
    out.push(rest.slice(found.length, found.length + Number(found)));
    rest = rest.slice(found.length + Number(found));
  }
  return out;
}

const budgets = JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url)));
let broken = 0;
console.log();
for (const { what, files, most, aim = most } of budgets) {
  const sum = files.reduce((sum, file) => sum + (sizes.get(file) ?? Number.POSITIVE_INFINITY), 0);
  const kept = sum <= most;
  broken += kept ? 0 : 1;
  console.log(`${kept ? 'kept  ' : 'BROKEN'}  ${what}: ${sum} of at most ${most} bytes (brotli)${sum > aim ? `; the aim is ${aim}` : ''}`);
}
process.exitCode = broken > 0 && process.argv[3] === 'held' ? 1 : 0;
