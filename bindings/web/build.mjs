// Builds the page: node build.mjs → dist/site (for any file server) and dist/dothi.html (one file, for a double click).

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = new URL('./', import.meta.url);
const path = (file) => fileURLToPath(new URL(file, here));
const STYLES = ['base', 'frame', 'controls', 'form', 'result', 'programme', 'pilots', 'print'];
const MODULES = ['core', 'check', 'explain', 'gaps', 'merge', 'methods', 'tables', 'tools', 'xlsx', 'form', 'report', 'scorecard/card', 'programme', 'synthesis', 'planning', 'pages', 'word', 'pilots', 'panel', 'robust'];
const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const shell = readFileSync(path('src/index.html'), 'utf8');

/** Puts policy, style and script where the shell has room for them. A policy allows what is named, nothing else. */
const page = (policy, style, script) => {
  const content = Object.entries({ 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", ...policy }).map(([key, value]) => `${key} ${value}`).join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
  return shell.replace('<!--policy-->', () => meta).replace('<!--style-->', () => style).replace('<!--script-->', () => script);
};

rmSync(path('dist'), { recursive: true, force: true });
mkdirSync(path('dist/site'), { recursive: true });
const styles = await build({ stdin: { contents: STYLES.map((name) => `@import './src/style/${name}.css';`).join('\n'), resolveDir: path('.'), loader: 'css' }, bundle: true, minify: true, write: false });
const css = styles.outputFiles[0].text;
const common = { bundle: true, minify: true, charset: 'utf8', target: 'es2022', legalComments: 'none', logLevel: 'warning' };

async function site() {
  await build({ ...common, entryPoints: { app: path('src/served.js') }, outdir: path('dist/site'), format: 'esm', splitting: true, chunkNames: 'part-[hash]' });
  for (const name of MODULES) copyFileSync(path(`node_modules/dothi/dist/${name}.wasm`), path(`dist/site/${basename(name)}.wasm`));
  writeFileSync(path('dist/site/style.css'), css);
  const policy = { 'script-src': "'self' 'wasm-unsafe-eval'", 'style-src': "'self'", 'connect-src': "'self'", 'worker-src': "'self'", 'img-src': "'self' data:" };
  writeFileSync(path('dist/site/index.html'), page(policy, '<link rel="stylesheet" href="style.css" />', '<script type="module" src="app.js"></script>'));
  const files = readdirSync(path('dist/site')).sort();
  const version = createHash('sha256');
  for (const file of files) version.update(file).update(readFileSync(path(`dist/site/${file}`)));
  await build({ ...common, entryPoints: [path('src/sw.js')], outfile: path('dist/site/sw.js'), format: 'iife', define: { FILES: JSON.stringify(files), BUILD: JSON.stringify(version.digest('hex').slice(0, 16)) } });
}

async function alone() {
  const made = await build({ ...common, entryPoints: [path('src/alone.js')], format: 'iife', loader: { '.wasm': 'binary' }, define: { 'import.meta.url': '""' }, write: false });
  const script = made.outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const policy = { 'script-src': `${digest(script)} 'wasm-unsafe-eval'`, 'style-src': digest(css), 'img-src': 'data:' };
  writeFileSync(path('dist/dothi.html'), page(policy, `<style>${css}</style>`, `<script>${script}</script>`));
}

await site();
await alone();
const kilobytes = (file) => Math.round(readFileSync(path(file)).length / 1000);
for (const file of ['dist/dothi.html', ...readdirSync(path('dist/site')).map((name) => `dist/site/${name}`)]) console.log(`${kilobytes(file)} KB  ${file}`);
