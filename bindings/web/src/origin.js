// Where figures stood in the table they came from: kept with the figure itself, since its number in the list changes with editing.

const places = new WeakMap();

/** Remembers the origins of one place of a file. */
export function remember(city, origins, number) {
  const start = `/cities/${number}/`;
  for (const [pointer, words] of Object.entries(origins ?? {})) {
    const fact = pointer.startsWith(start) ? at(city, pointer.slice(start.length)) : null;
    if (typeof fact === 'object' && fact !== null) places.set(fact, words);
  }
}

/** Where the fact stood that a finding about a place points to, or into. */
export function originOf(city, pointer) {
  const inside = /^\/cities\/0\/(\w+\/\d+)/.exec(pointer ?? '')?.[1];
  const fact = inside && at(city, inside);
  return fact ? places.get(fact) : undefined;
}

const at = (value, pointer) => pointer.split('/').reduce((found, key) => found?.[key], value);
