// Where figures come from.

import { text } from '../../words.js';

/** Every source and clause of the thresholds of a criterion, else of its definition; each once. */
export function citesOf({ levels = [], cites = [] }, set) {
  const all = levels.flatMap(({ cites: list }) => list ?? []);
  const words = (all.length > 0 ? all : cites).map(({ source, clause }) => {
    const known = set.file.sources.find(({ id }) => id === source);
    return `${known?.number ?? text(known?.title)}, ${clause}`;
  });
  return [...new Set(words)];
}
