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
  assert.deepEqual(files.filter((name) => !/^[a-z-]+\.(js|d\.ts|wasm)$/.test(name)), ['schema', 'scorecard', 'sets']);
  assert.equal(own.dependencies, undefined);
});

test('its version is that of the library', () => {
  assert.match(text('Cargo.toml'), new RegExp(`^version = "${own.version.replaceAll('.', '\\.')}"$`, 'm'));
});

test('a page can do without what it does not use: sets are apart', () => {
  for (const name of readdirSync(join(home, 'dist')).filter((name) => name.endsWith('.js'))) {
    const statics = readFileSync(join(home, 'dist', name), 'utf8').match(/^(import|export) .*from '(.*)'/gm) ?? [];
    assert.deepEqual(statics.filter((line) => /sets\/(?!index\.js)/.test(line)), [], name);
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
  const node = examples[2][2].replace("'vi-du.json'", JSON.stringify(join(process.env.REPOSITORY, 'examples/vi-du.json')));
  const said = [];
  const { log } = console;
  console.log = (line) => said.push(line);
  try {
    await import(`data:text/javascript,${encodeURIComponent(node.replaceAll("'dothi'", JSON.stringify(import.meta.resolve('dothi'))))}`);
  } finally {
    console.log = log;
  }
  assert.match(said[0], /^cấp độ tham khảo 1\/3 \(/);
});
