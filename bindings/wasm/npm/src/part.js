// A part by name, fetched in a page.

import { fault } from './error.js';
import { core } from './set.js';

/** Fetches a part, from where the caller says or else from its place; a name that is none of the places is a fault. */
export async function partOf(places, part, source) {
  if (!Object.hasOwn(places, part)) {
    const [asked, known] = [String(part).slice(0, 80), Object.keys(places).join(', ')];
    throw fault('call.unknown_part', '/part', `\`${asked}\` không phải một trong: ${known}`, `\`${asked}\` is none of: ${known}`);
  }
  return core.loadPart(part, source, places[part]);
}
