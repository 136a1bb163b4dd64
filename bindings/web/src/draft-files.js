// Files inside a draft: as text where that says every byte, else as base64.

/** What is kept in the browser: about 5 million letters in all. */
export const KEPT = 3 * 1024 * 1024;

/** What is saved in a file of its own: with quotes escaped it can still be opened, which ends at 64 MB. */
export const SAVED = 24 * 1024 * 1024;

const bytesOf = (data) => (typeof data === 'string' ? new TextEncoder().encode(data) : data);

/** A file as JSON has it. */
export function packed({ name, data }) {
  if (typeof data === 'string') return { name, text: data };
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data) };
  } catch {
    return { name, base64: btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')) };
  }
}

/** The file again, or null when it is none. */
export function unpacked(value) {
  const { name, text, base64 } = value ?? {};
  if (typeof name !== 'string') return null;
  if (typeof text === 'string') return { name, data: bytesOf(text) };
  try {
    return typeof base64 === 'string' ? { name, data: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) } : null;
  } catch {
    return null;
  }
}

/** Bytes of all files of a synthesis. */
export const sizeOf = ({ files, before }) => [...files, ...before.files].reduce((sum, { data }) => sum + bytesOf(data).length, 0);

const roundName = ({ round }) => (typeof round === 'string' ? round : null);

const side = ({ files, round }) => ({ files: files.map(packed), round });

/** The files of a synthesis and of the round before, with the rounds chosen. */
export const packedNational = (national) => ({ ...side(national), before: side(national.before) });

/** The same again, or null when a file is damaged. */
export function unpackedNational(value) {
  const [own, before] = [value, value?.before].map((one) => (Array.isArray(one?.files) ? one.files.map(unpacked) : [null]));
  if ([...own, ...before].includes(null)) return null;
  return { files: own, round: roundName(value), before: { files: before, round: roundName(value.before) } };
}
