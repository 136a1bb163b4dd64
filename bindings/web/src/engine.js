// The package `dothi`, and what this page adds: everything is loaded at once, so that nothing has to be fetched later.

import { criteriaSet, init, loadSet, sets } from 'dothi';

export { assess, check, cityFile, criteriaSet, DothiError, explain, gaps } from 'dothi';

const loaded = new Map();

/** Loads the module, and the newest edition of the set that is shown first. */
export async function start(module, first) {
  await init(module);
  await load(first);
}

/** All other sets; then the page needs no connection any more. */
export async function loadAll() {
  await Promise.all(sets().map(({ id }) => load(id)));
}

async function load(reference) {
  const set = await loadSet(reference);
  if (!loaded.has(set.id)) loaded.set(set.id, set);
  return set;
}

/** A criteria file of the reader's own. */
export function addSet(data) {
  const set = criteriaSet(data);
  loaded.set(set.id, set);
  return set;
}

/** Sets by name, editions of a set from the newest to the oldest. */
export function known() {
  return [...loaded.values()].sort((a, b) => (a.summary.set === b.summary.set ? b.id.localeCompare(a.id) : a.id.localeCompare(b.id)));
}

export const setOf = (id) => loaded.get(id);
