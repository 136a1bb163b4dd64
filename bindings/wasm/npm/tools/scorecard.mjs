// Adds the entry `dothi/scorecard` to the package: node tools/scorecard.mjs FOLDER_OF_GLUE

import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { lean } from './lean.mjs';
import { stripped } from './module.mjs';

const here = new URL('../', import.meta.url);
const source = new URL('src/scorecard/', here);
const dist = new URL('dist/scorecard/', here);
const glue = new URL(`${process.argv[2]}/`, `file://${process.cwd()}/`);

mkdirSync(dist, { recursive: true });
for (const file of readdirSync(source).filter((name) => name.endsWith('.d.ts'))) copyFileSync(new URL(file, source), new URL(file, dist));
const code = readdirSync(source).filter((name) => name.endsWith('.js'));
for (const file of code) writeFileSync(new URL(file, dist), lean(readFileSync(new URL(file, source), 'utf8')));
writeFileSync(new URL('card.wasm', dist), stripped(readFileSync(new URL('card_bg.wasm', glue))));
const css = readFileSync(new URL('style.css', source), 'utf8').replace(/\/\*[\s\S]*?\*\/\n?/g, '').replace(/\n+/g, '\n');
writeFileSync(new URL('style.js', dist), `export default \`${css.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\`;\n`);
