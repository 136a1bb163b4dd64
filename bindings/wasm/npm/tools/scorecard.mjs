// Adds the entry `dothi/scorecard` to the package: node tools/scorecard.mjs FOLDER_OF_GLUE

import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { stripped } from './module.mjs';

const here = new URL('../', import.meta.url);
const source = new URL('src/scorecard/', here);
const dist = new URL('dist/scorecard/', here);
const glue = new URL(`${process.argv[2]}/`, `file://${process.cwd()}/`);

// A page pays for every byte: lines of comment and indentation stay in the repository. No text of the code spans lines.
const lean = (code) => code.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^\s*\/\/.*\n/gm, '').replace(/^[ \t]+/gm, '');

mkdirSync(dist, { recursive: true });
for (const file of readdirSync(source).filter((name) => name.endsWith('.d.ts'))) copyFileSync(new URL(file, source), new URL(file, dist));
const code = [...readdirSync(source).filter((name) => name.endsWith('.js')).map((file) => new URL(file, source)), new URL('card.js', glue)];
for (const url of code) writeFileSync(new URL(url.pathname.split('/').at(-1), dist), lean(readFileSync(url, 'utf8')));
writeFileSync(new URL('card.wasm', dist), stripped(readFileSync(new URL('card_bg.wasm', glue))));
const css = readFileSync(new URL('style.css', source), 'utf8').replace(/\/\*[\s\S]*?\*\/\n?/g, '').replace(/\n+/g, '\n');
writeFileSync(new URL('style.js', dist), `export default \`${css.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\`;\n`);
