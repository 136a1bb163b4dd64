// The packed package in headless Chromium: every case, to the byte what the library gives; the examples of the README in a plain page and
// through Vite (built and served), webpack and esbuild.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { caseFiles, native, repository, text } from './support.js';

const from = createRequire(join(repository, 'bindings/wasm/npm/package.json'));
const load = (name) => import(pathToFileURL(from.resolve(name)));
const { chromium } = (await load('playwright-core')).default;
const app = process.cwd();
const example = (which) => [...text('bindings/wasm/npm/README.md').matchAll(/```(?:js|html)\n([\s\S]*?)```/g)][which][1];
const LEVEL = /^cấp độ tham khảo 1\/3 \(/;

const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8', '.json': 'application/json' };
const roots = { '/repository/': `${repository}/`, '/native/': `${native}/`, '/': `${app}/` };
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://x').pathname;
  const [start, folder] = Object.entries(roots).find(([start]) => path.startsWith(start));
  try {
    const bytes = readFileSync(join(folder, path.slice(start.length)));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain; charset=utf-8' });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const at = `http://127.0.0.1:${server.address().port}`;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launchPersistentContext(join(tmpdir(), `dothi-${process.pid}`), {
  executablePath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Opens a page and gives what it says in #level. */
async function opened(url) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(url);
  try {
    await page.waitForFunction(() => document.querySelector('#level')?.textContent, undefined, { timeout: 20_000 });
  } catch (error) {
    throw new Error(`${url}: ${faults.join('\n')}`, { cause: error });
  }
  const said = await page.textContent('#level');
  await page.close();
  assert.deepEqual(faults, [], url);
  return said;
}

const head = '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">';
const entry = ['', 'tools', 'xlsx', 'form', 'report', 'panel', 'robust', 'programme'].map((name) => [name ? `dothi/${name}` : 'dothi', `/node_modules/dothi/dist/web${name ? `-${name}` : ''}.js`]);
const map = `<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(entry) })}</script>`;

try {
  writeFileSync('cases.html', `${head}${map}<p id="level">-</p>`);
  const page = await browser.newPage();
  await page.goto(`${at}/cases.html`);
  const found = await page.evaluate(inPage, caseFiles());
  assert.deepEqual(found.faults, []);
  assert(found.cases > 1000 && found.records > 50, JSON.stringify(found));
  console.log(`Chromium ${browser.browser()?.version() ?? ''}: ${found.cases} cases and ${found.records} records, the same bytes as the library`);
  await page.close();

  const times = [];
  for (let i = 0; i < 3; i++) {
    const fresh = await browser.newPage();
    await fresh.goto(`${at}/cases.html`);
    times.push(await fresh.evaluate(first));
    await fresh.close();
  }
  console.log(`first assessment in a fresh page once the bytes are there: ${times.map((time) => time.toFixed(0)).join(', ')} ms (aim 60; not a test)`);

  const places = example(0).replaceAll("'./dothi/", "'/node_modules/dothi/");
  writeFileSync('plain.html', head + places);
  assert.match(await opened(`${at}/plain.html`), LEVEL);
  console.log('plain page: the example of the README');

  // Bundlers: the example, then what it is for; each lazily loaded module as well.
  mkdirSync('bundled', { recursive: true });
  writeFileSync('bundled/judge.js', example(1));
  writeFileSync(
    'bundled/main.js',
    `import { judge } from './judge.js';
import { explain, loadPart, loadSet } from 'dothi';
const city = (await (await fetch('${at}/repository/examples/vi-du.json')).json()).cities.find(({ unit }) => unit.code === 'X-0001');
const set = await loadSet('vn-ssc@2026');
const [tools, xlsx, form, report, panel, robust] = await Promise.all([import('dothi/tools'), import('dothi/xlsx'), import('dothi/form'), import('dothi/report'), import('dothi/panel'), import('dothi/robust')]);
await Promise.all([loadPart('explain'), ...[tools, xlsx, form, report, panel, robust].map((module) => module.init())]);
const plan = panel.plan(await loadSet('dti-922'), { kind: 'province', asOf: '2026-11-21' });
const batch = plan.batch(Object.fromEntries(plan.inputs.map(({ key }, i) => [key, new Float64Array([0.5, 0.1 * i, Number.NaN])])));
const ranked = batch.score({ ranks: 'competition' }).ranks.of + (await robust.robust(batch, { seed: 1, replications: 50, weights: { band: 10 } })).places.length;
const programme = await import('dothi/programme');
await Promise.all([programme.init(), ...['synthesis', 'planning', 'pilots', 'pages', 'word'].map((part) => programme.loadPart(part)), loadPart('check')]);
const first = programme.priorities(set, city, { asOf: '2026-11-21' }).items[0];
const page = programme.synthesisPage([], { round: programme.round().round });
const trial = Object.fromEntries(await Promise.all(['do-thi', 'quy-tac', 'khai'].map(async (name) => [name, await (await fetch('${at}/repository/examples/programme/thi-diem/' + name + '.json')).text()])));
const chosen = programme.pilots(set, trial['do-thi'], { asOf: '2026-11-21', rules: trial['quy-tac'], statements: trial.khai, robust: { weights: { band: 20 }, seed: 1 } });
const intervals = chosen.candidates.filter(({ ranks }) => ranks).length;
const told = explain(set, city, { asOf: '2026-11-21' });
const { file } = xlsx.cityFile(form.write(set, city));
const held = tools.verify(set, tools.record(set, file, { asOf: '2026-11-21' }), { data: city });
const drawn = report.charts(set, city, { asOf: '2026-11-21' }).length;
document.querySelector('#level').textContent = held.ok && intervals === chosen.ranked && intervals > 1 && first.in_plan && page.includes('1683') && ranked === 4 && drawn > 2 && told.length > 1000 ? judge(city).self_assessed.level.statement.vi : JSON.stringify(held);
`,
  );
  writeFileSync('bundled/index.html', `${head}<p id="level"></p><script type="module" src="./main.js"></script>`);
  // Pages of other servers ask this one for the example.
  server.prependListener('request', (_, response) => response.setHeader('access-control-allow-origin', '*'));

  const root = join(app, 'bundled');
  // The server of version 7 moves dependencies away from their modules unless it is told not to.
  for (const [name, rest] of [['vite', {}], ['vite7', { optimizeDeps: { exclude: ['dothi'] } }]]) {
    const vite = await load(name);
    const shared = { root, logLevel: 'error', configFile: false, build: { target: 'es2022', outDir: join(app, `built-${name}`), emptyOutDir: true }, ...rest };
    await vite.build({ ...shared, base: './' });
    assert.match(await opened(`${at}/built-${name}/index.html`), LEVEL);
    const dev = await vite.createServer({ ...shared, cacheDir: join(app, `cache-${name}`), server: { port: 0, host: '127.0.0.1', fs: { allow: [app] } } });
    await dev.listen();
    const { port } = dev.httpServer.address();
    assert.match(await opened(`http://127.0.0.1:${port}/`), LEVEL);
    await dev.close();
    console.log(`Vite ${vite.version}: built and served`);
  }

  const { default: webpack } = await load('webpack');
  const stats = await new Promise((resolve, reject) => {
    const output = { path: join(app, 'built-webpack'), filename: 'main.js', publicPath: '/built-webpack/' };
    webpack({ mode: 'production', context: root, entry: './main.js', output, performance: false }, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.equal(stats.hasErrors(), false, stats.toString('errors-only'));
  copyFileSync('bundled/index.html', 'built-webpack/index.html');
  assert.match(await opened(`${at}/built-webpack/index.html`), LEVEL);
  console.log(`webpack ${webpack.version}: built`);

  const esbuild = await load('esbuild');
  await esbuild.build({ entryPoints: ['bundled/main.js'], bundle: true, splitting: true, format: 'esm', outdir: 'built-esbuild', absWorkingDir: app, logLevel: 'error' });
  for (const name of ['core', 'methods', 'check', 'explain', 'tables', 'tools', 'xlsx', 'merge', 'form', 'report', 'panel', 'robust', 'programme', 'synthesis', 'planning', 'pilots', 'pages', 'word']) copyFileSync(`node_modules/dothi/dist/${name}.wasm`, `built-esbuild/${name}.wasm`);
  copyFileSync('bundled/index.html', 'built-esbuild/index.html');
  assert.match(await opened(`${at}/built-esbuild/index.html`), LEVEL);
  console.log(`esbuild ${esbuild.version}: built, the modules copied beside it`);
} finally {
  await browser.close();
  server.close();
}

/** In the page: every case, and of some the record. */
async function inPage(paths) {
  const dothi = await import('dothi');
  const tools = await import('dothi/tools');
  const { differences, judge } = await import('/test/conform.js');
  await Promise.all([dothi.init(), dothi.loadPart('check'), tools.init()]);
  const get = async (path) => (await fetch(path)).text();
  const split = (all) => all.replace(/\n$/, '').split('\n');
  const [results, records] = [split(await get('/native/cases.jsonl')), split(await get('/native/records.jsonl'))];
  const [sets, faults] = [new Map(), []];
  let [cases, recorded] = [0, 0];
  for (const path of paths) {
    const file = JSON.parse(await get(`/repository/${path}`));
    if (!sets.has(file.set)) {
      sets.set(file.set, file.set.includes('@') ? await dothi.loadSet(file.set) : dothi.criteriaSet(await get(`/repository/tests/cases/${file.set}`)));
    }
    const set = sets.get(file.set);
    for (const [i, one] of file.cases.entries()) {
      const result = judge(dothi, set, file, one);
      faults.push(...differences(one.expect, result).map((differ) => `${one.name}: ${differ}`));
      if (JSON.stringify(result) !== results[cases]) faults.push(`${one.name}: not the bytes of the library`);
      cases += 1;
      if (i % 20 !== 0) continue;
      const data = { unit: one.unit ?? file.unit, observations: [] };
      for (const key of ['observations', 'evidence', 'not_applicable', 'references', 'published']) if (key in one) data[key] = one[key];
      let made = '';
      try {
        made = JSON.stringify(tools.record(set, data, { asOf: file.as_of, scheme: file.scheme, parameters: one.parameters }));
      } catch (error) {
        if (!(error instanceof dothi.DothiError)) throw error;
      }
      if (made !== records[recorded]) faults.push(`${one.name}: not the record of the library`);
      recorded += 1;
    }
  }
  return { cases, records: recorded, faults: faults.slice(0, 20) };
}

/** In a fresh page: milliseconds from the bytes to the first result. */
async function first() {
  const bytes = async (path) => (await fetch(path)).arrayBuffer();
  const [module, data] = await Promise.all(['/node_modules/dothi/dist/core.wasm', '/repository/examples/vi-du.json'].map(bytes));
  const [dothi] = await Promise.all([import('dothi'), import('/node_modules/dothi/dist/packed/vn-ssc-2026.js')]);
  const start = performance.now();
  await dothi.init(module);
  dothi.assess(await dothi.loadSet('vn-ssc@2026'), data, { asOf: '2026-11-21', unit: 'X-0001' });
  return performance.now() - start;
}
