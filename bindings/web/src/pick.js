// Which sets, editions and schemes there are to choose from.

import { known } from './engine.js';

/** The newest edition of a set. */
export const newest = (name) => known().find(({ summary }) => summary.set === name)?.id;

/** One entry for each set, with its editions from the newest. */
export function families() {
  const found = new Map();
  for (const set of known()) found.set(set.summary.set, [...(found.get(set.summary.set) ?? []), set]);
  return [...found].map(([name, editions]) => ({ name, editions }));
}

/** The scheme that judges: the one chosen, else the first for the kind of place, else the first. */
export function schemeFor(set, chosen, kind) {
  const { schemes } = set.file;
  return schemes.find(({ id }) => id === chosen) ?? schemes.find(({ unit_kinds: kinds }) => !kinds || kinds.includes(kind)) ?? schemes[0];
}

/** The leaves of a tree with the group each stands in, in order. */
export function leaves(tree, group = null) {
  return tree.children.flatMap((child) => (child.criterion ? [{ ...child, group }] : leaves(child, child.group)));
}
