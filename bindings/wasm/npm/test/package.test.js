// What is in the package and what is not, and the examples of its README.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { text } from './support.js';

const home = fileURLToPath(new URL('../', import.meta.resolve('dothi')));
const own = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

test('the package holds what it needs and nothing else', () => {
  assert.deepEqual(readdirSync(home).sort(), ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist', 'package.json']);
  const files = readdirSync(join(home, 'dist'));
  assert.deepEqual(files.filter((name) => !/^[a-z-]+\.(js|d\.ts|wasm)$/.test(name)), ['packed', 'schema', 'scorecard', 'sets', 'vi-du.json']);
  assert.equal(own.dependencies, undefined);
});

test('its version is that of the library', () => {
  assert.match(text('Cargo.toml'), new RegExp(`^version = "${own.version.replaceAll('.', '\\.')}"$`, 'm'));
});

test('a page can do without what it does not use: sets are apart', () => {
  for (const name of readdirSync(join(home, 'dist')).filter((name) => name.endsWith('.js'))) {
    const statics = readFileSync(join(home, 'dist', name), 'utf8').match(/^(import|export) .*from '(.*)'/gm) ?? [];
    assert.deepEqual(statics.filter((line) => /packed\/|sets\/(?!index\.js)/.test(line)), [], name);
  }
});

test('the module is not bound to the machine that built it', () => {
  const module = readFileSync(join(home, 'dist/core.wasm'), 'latin1');
  assert.equal(/\/(root|home|Users|rustc|registry)\//.test(module), false);
});

test('the examples of the README are short, and the one for Node runs', async () => {
  const examples = [...readFileSync(join(home, 'README.md'), 'utf8').matchAll(/```(js|html)\n([\s\S]*?)```/g)];
  assert.deepEqual(examples.slice(0, 3).map(([, kind]) => kind), ['html', 'js', 'js']);
  for (const [, , code] of examples.slice(0, 3)) assert(code.trim().split('\n').length <= 10, code);
  const node = examples[2][2];
  const said = [];
  const { log } = console;
  console.log = (line) => said.push(line);
  try {
    await import(`data:text/javascript,${encodeURIComponent(node.replaceAll("'dothi'", JSON.stringify(import.meta.resolve('dothi'))))}`);
  } finally {
    console.log = log;
  }
  assert.match(said[0], /^cấp độ tham khảo 1\/3 \(/);
  // City data as it is shown, and as a template gives it.
  const [, , data] = examples.find(([, , code]) => code.startsWith('const city = {'));
  const { assess, loadSet, template } = await import('dothi');
  const set = await loadSet('vn-ssc');
  const city = new Function(`${data}; return city;`)();
  const { tree } = assess(set, city, { asOf: '2026-11-21' }).self_assessed;
  const results = (node) => node.children?.flatMap(results) ?? [node];
  assert.deepEqual(results(tree).filter(({ value }) => value !== undefined).map(({ criterion }) => criterion), ['tra-01']);
  const [empty] = template(set, { kind: 'commune' }).cities;
  assert(city.observations.every(({ criterion, role = 'value' }) => empty.observations.some((one) => one.criterion === criterion && one.role === role && one.status === 'O')));
});
