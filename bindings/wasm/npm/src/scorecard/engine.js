// The module behind the element: the core of the package and a part of it, called with bytes and JSON text.

import * as glue from '../core.js';
import { options, places, tables } from '../input.js';
import { CriteriaSet, core, raw } from '../set.js';

let sheets;

/** Fetches the part, from beside this file or from where the caller says, and the core when it is not there. */
export async function init(source) {
  await Promise.all([core.load(undefined, () => new URL('../core.wasm', import.meta.url)), core.loadPart('card', source, () => new URL('./card.wasm', import.meta.url))]);
}

/** A set as the element is given it: one of the package, or a file of somebody's own, which is checked first. */
export async function kept(data) {
  if (data instanceof CriteriaSet) return data;
  await core.loadPart('check', undefined, () => new URL('../check.wasm', import.meta.url));
  return new CriteriaSet(data);
}

/** City data as they were understood. */
export async function city(data, given) {
  const file = places(data);
  const needed = tables(file);
  if (needed.length > 0) await core.loadPart('tables', undefined, () => new URL('../tables.wasm', import.meta.url));
  return JSON.parse(core.call(() => glue.city(file, options(given)), 'card', ...needed));
}

/** What a scorecard shows of a place. */
export function card(set, data, given) {
  const file = places(data);
  return JSON.parse(core.call(() => glue.card(raw(set), file, options(given)), 'card', ...tables(file)));
}

/** Colours of outcomes and charts. */
export const style = () => (sheets ??= JSON.parse(core.call(() => glue.style(), 'card')));
