// The sets of the package. They were checked when it was built.

import { fault } from './error.js';
import { CriteriaSet, core } from './set.js';
import { list, modules } from './sets/index.js';

/** What sets need besides; in full, so that bundlers see it. */
export const places = { methods: () => new URL('./methods.wasm', import.meta.url) };

/** The criteria sets that come with the package, oldest edition of a set first. */
export function sets() {
  return structuredClone(list);
}

/** Loads a set of the package, and what judging by it needs: both are only fetched now. */
export async function loadSet(reference) {
  const fits = ({ id, set, edition }) => [id, set, `${set}@${edition}`].includes(reference);
  const found = list.findLast(fits);
  if (found === undefined) {
    const [asked, known] = [String(reference).slice(0, 80), list.map(({ id }) => id).join(', ')];
    throw fault('call.unknown_set', '/set', `\`${asked}\` không phải một trong: ${known}`, `\`${asked}\` is none of: ${known}`);
  }
  const { default: text, parts = [] } = await modules[found.id]();
  // Where files can be read at once, a part is when it is needed.
  if (!core.read) await Promise.all(parts.map((part) => core.loadPart(part, undefined, places[part])));
  return new CriteriaSet(text, found, parts);
}
