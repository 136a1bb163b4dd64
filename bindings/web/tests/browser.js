// A browser, a page that is ready, and what it asked the network for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { serve } from './serve.js';

export const path = (file) => fileURLToPath(new URL(file, import.meta.url));
export const example = (name) => path(`../../../examples/${name}`);

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

/** The page from a file server, in a browser of its own; everything ends with `end`. */
export async function served() {
  const [server, browser] = [await serve(path('../dist/site')), await launch()];
  const end = () => Promise.all([browser.close(), server.close()]);
  return { server, browser, end, open: (options, query = '') => open(browser, `${server.url}${query}`, options) };
}

/** A fresh page, ready. `requests` and `errors` go on being written. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const [requests, errors] = [[], []];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(url);
  await page.waitForSelector('html[data-shut]');
  return { context, page, requests, errors };
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page, id, most = 120) {
  for (let press = 0; press < most; press += 1) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${id} was not reached by ${most} presses of Tab`);
}

const AXE = readFileSync(path('../node_modules/axe-core/axe.min.js'), 'utf8');

/** What is shown has no serious finding of axe and is no wider than the window. */
export async function accessible(page, view) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  assert.deepEqual(serious.map(({ id, nodes }) => `${view} ${id} ${nodes[0].html.slice(0, 200)}`), []);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `${view} is ${content} wide in ${window}`);
}
