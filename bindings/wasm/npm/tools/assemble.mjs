// Puts the package together: node tools/assemble.mjs FOLDER_OF_GLUE FOLDER_OF_PACKED_SETS

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { lean } from './lean.mjs';
import { modules } from './modules.mjs';
import { stripped } from './module.mjs';

const here = new URL('../', import.meta.url);
const root = new URL('../../../', here);
const dist = new URL('dist/', here);
const [glue, packed] = process.argv.slice(2).map((folder) => new URL(`${folder}/`, `file://${process.cwd()}/`));

rmSync(dist, { recursive: true, force: true });
for (const folder of ['packed/', 'sets/']) mkdirSync(new URL(folder, dist), { recursive: true });
const sources = readdirSync(new URL('src/', here), { withFileTypes: true }).filter((entry) => entry.isFile());
for (const { name } of sources) copyFileSync(new URL(`src/${name}`, here), new URL(name, dist));
// Parts join the instance that is in use, and what the glue calls grows by what they bring.
const core = lean(readFileSync(new URL('core.js', glue), 'utf8')).replace(/\bwasm = (\w+\.exports);/g, 'wasm = { ...$1 };');
if (core.split('wasm = { ...').length !== 3) throw new Error('the glue takes what a module exports in other places than it did');
writeFileSync(new URL('core.js', dist), `${core}export { wasm };\n`);
for (const name of modules) writeFileSync(new URL(`${name}.wasm`, dist), stripped(readFileSync(new URL(`${name}_bg.wasm`, glue))));
for (const file of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(new URL(file, root), new URL(file, here));

// The fictional city of the README's examples.
copyFileSync(new URL('examples/vi-du.json', root), new URL('vi-du.json', dist));

/** Criteria files, oldest revision of an edition first. */
function criteriaFiles() {
  const out = [];
  for (const set of readdirSync(new URL('criteria/', root), { withFileTypes: true })) {
    if (!set.isDirectory() || set.name === 'tables') continue;
    for (const file of readdirSync(new URL(`criteria/${set.name}/`, root))) {
      const [, edition, revision] = /^(.+)-u(\d+)\.json$/.exec(file) ?? [];
      if (edition) out.push({ set: set.name, edition, revision: Number(revision), url: new URL(`criteria/${set.name}/${file}`, root) });
    }
  }
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return out.sort((a, b) => order(a.set, b.set) || order(a.edition, b.edition) || a.revision - b.revision);
}

// A module that holds the text of a file: it loads everywhere a module does, with no fetch of its own, and only when it is asked for.
// The newest revision of an edition goes by the edition's name alone.
const files = criteriaFiles();
const newest = (file) => !files.some((other) => other.set === file.set && other.edition === file.edition && other.revision > file.revision);
for (const file of files) {
  file.module = `${file.set}-${file.edition}${newest(file) ? '' : `-u${file.revision}`}`;
  const text = readFileSync(file.url, 'utf8').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  writeFileSync(new URL(`sets/${file.module}.js`, dist), `export default \`${text}\`;\n`);
}
writeFileSync(
  new URL('sets/set.d.ts', dist),
  '/** A criteria file as text, byte for byte the one of the repository: give it to `criteriaSet`. */\ndeclare const text: string;\nexport default text;\n',
);
const head = '// Written by tools/assemble.mjs: the sets of the package, described by the module itself.\n\n';
writeFileSync(new URL('sets/index.js', dist), `${head}export const list = [];\nexport const modules = {};\n`);
const { criteriaSet } = await import(new URL('node.js', dist));
const list = files.map(({ url }) => criteriaSet(readFileSync(url, 'utf8')).summary);
// What `loadSet` loads: the same set, packed, so that no page needs the reader of criteria files for it.
// One that is not plain comes with the part that has the methods of such sets.
files.forEach(({ module }, i) => {
  const plain = new URL(`plain/${list[i].id}`, packed);
  const [text, parts] = existsSync(plain) ? [plain, []] : [new URL(list[i].id, packed), ['methods']];
  const needs = parts.length > 0 ? `export const parts = ${JSON.stringify(parts)};\n` : '';
  writeFileSync(new URL(`packed/${module}.js`, dist), `export default ${JSON.stringify(readFileSync(text, 'utf8'))};\n${needs}`);
});
const loads = files.map(({ module }, i) => `  '${list[i].id}': () => import('../packed/${module}.js'),\n`);
writeFileSync(
  new URL('sets/index.js', dist),
  `${head}export const list = ${JSON.stringify(list, null, 2)};\n\nexport const modules = {\n${loads.join('')}};\n`,
);
