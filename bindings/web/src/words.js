// Words of the page, in the language chosen.

import { state } from './state.js';
import { en } from './words/en.js';
import { vi } from './words/vi.js';

export const languages = { vi, en };

/** The words under a key; `{name}` is replaced by the value of that name. */
export function t(key, values = {}) {
  return languages[state.lang][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Text of a file, in the language chosen. */
export const text = (both) => both?.[state.lang] ?? both?.vi ?? '';
