// A page that loads the packed package from a server of its own, in Debian's Chromium.

import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const { REPOSITORY, CHROMIUM = '/usr/bin/chromium' } = process.env;
const { chromium } = createRequire(join(REPOSITORY, 'bindings/wasm/npm/package.json'))('playwright-core');
const home = fileURLToPath(new URL('../', import.meta.resolve('dothi')));
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
// What the README asks for, and no more: no style in the page, no script from elsewhere.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const PAGE = '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>dothi</title><main><dothi-scorecard></dothi-scorecard></main><script type="module" src="/dist/scorecard/index.js"></script></html>';

export const asOf = '2026-11-21';
export const example = (name) => readFileSync(join(REPOSITORY, 'examples', name), 'utf8');
export const axe = readFileSync(createRequire(join(REPOSITORY, 'bindings/wasm/npm/package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** Chromium and a server; `open` gives a page with the element in it, `errors` what the pages complained about. */
export async function browser() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (path === '/') return response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY }).end(PAGE);
    const file = join(home, path);
    if (!path.startsWith('/dist/') || !existsSync(file)) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const errors = [];
  return {
    errors,
    async open({ width = 1200, height = 900, dark = false, bypassCSP = false, ...more } = {}) {
      const context = await own.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', bypassCSP, ...more });
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await page.evaluate(() => customElements.whenDefined('dothi-scorecard'));
      return page;
    },
    async close() {
      await own.close();
      server.close();
    },
  };
}

/** Puts a set and a place into the element and waits until they are shown. */
export const show = (page, { set, city, assessment, ...attributes }) =>
  page.evaluate(
    async ([set, city, assessment, attributes]) => {
      const card = document.querySelector('dothi-scorecard');
      for (const [name, value] of Object.entries(attributes)) value === null ? card.removeAttribute(name) : card.setAttribute(name, value);
      Object.assign(card, JSON.parse(JSON.stringify({ set, city, assessment })));
      await card.shown;
    },
    [set, city, assessment, attributes],
  );

/** Serious findings of axe in the page, as lines. */
export async function serious(page) {
  const violations = await page.evaluate(async (source) => {
    if (!window.axe) new Function(source)();
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.flat().join(' ')}: ${failureSummary}`) }));
  }, axe);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map((v) => `${v.id}: ${v.help}\n${v.nodes.join('\n')}`);
}
