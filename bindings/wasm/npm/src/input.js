// What callers pass in, as the module wants it: data as the bytes of a file, options as JSON text.

import { fault } from './error.js';

const encoder = new TextEncoder();

/** The bytes of a file: text, bytes, or an object that is written as JSON. */
export function bytes(data, place) {
  if (typeof data === 'string') return encoder.encode(data);
  if (data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (typeof data !== 'object' || data === null) {
    throw fault('call.wrong_type', place, 'ở đây cần chữ, byte hoặc một đối tượng', 'expected text, bytes or an object');
  }
  return encoder.encode(json(data, place));
}

/** The same for city data; one place alone is as good as a file with one place. */
export function places(data) {
  const alone = typeof data === 'object' && data !== null && 'unit' in data && !('cities' in data);
  return bytes(alone ? { format: 1, cities: [data] } : data, '/data');
}

/** No file. */
export const NONE = new Uint8Array();

const [BRACE, ...SKIPPED] = [0x7b, 0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0c, 0x0d];
const [P, K] = [0x50, 0x4b];

/** The parts that read data which are not JSON. */
export function tables(...files) {
  return files.flatMap((file) => {
    if (file === NONE || file.find((byte) => !SKIPPED.includes(byte)) === BRACE) return [];
    return file[0] === P && file[1] === K ? ['xlsx'] : ['tables'];
  });
}

/** Numbers go as text, so that they are read as written and `NaN` does not turn into nothing. */
export function options(given = {}) {
  return json(given, '', (_, value) => (typeof value === 'number' || typeof value === 'bigint' ? String(value) : value));
}

function json(value, place, replacer) {
  try {
    return JSON.stringify(value, replacer) ?? 'null';
  } catch (error) {
    throw fault('call.not_json', place, 'đối tượng này không viết được thành JSON', 'this object cannot be written as JSON', error);
  }
}
