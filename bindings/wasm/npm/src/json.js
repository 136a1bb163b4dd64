// City data for modules that read nothing but JSON: tables are read by the first module.

import { city_file } from './core.js';
import { options, places } from './input.js';
import { core } from './set.js';

const [BRACE, ...SKIPPED] = [0x7b, 0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d];

/** The bytes of JSON. */
export function jsonPlaces(data, numbers) {
  const given = places(data);
  if (given.find((byte) => !SKIPPED.includes(byte)) === BRACE) return given;
  const read = JSON.parse(core.call(() => city_file(given, options(numbers === undefined ? {} : { numbers }))));
  return places(read.file);
}
