// What several tests need. They run in an empty app that has the packed package installed; the repository is only read.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const repository = process.env.REPOSITORY;
export const native = process.env.NATIVE;

export const text = (path) => readFileSync(join(repository, path), 'utf8');
export const json = (path) => JSON.parse(text(path));

/** What the library wrote without WebAssembly, one document a line. */
export const lines = (name) => readFileSync(join(native, name), 'utf8').replace(/\n$/, '').split('\n');

/** Files of cases, in order. */
export function caseFiles(folder = 'tests/cases') {
  const entries = readdirSync(join(repository, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'sets' ? [] : caseFiles(path);
    return entry.name.endsWith('.json') ? [path] : [];
  });
}

/** A fictional place with one criterion, for tests that need no more. */
export const place = (observations = []) => ({ unit: { code: 'X', name: { vi: 'Ví Dụ' }, kind: 'province' }, observations });
export const asOf = '2026-11-21';

/** What a call throws. */
export function thrown(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** Times in microseconds for a tool that is run by hand. */
export const micros = () => Number(process.hrtime.bigint()) / 1e3;
