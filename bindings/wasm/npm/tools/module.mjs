// Reads a WebAssembly module far enough to say what each part of it weighs.

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
const [FUNCTION, TABLE, , GLOBAL] = [0, 1, 2, 3];

/** Sections by id, and code bodies with the names of the name section. */
export function parts(bytes) {
  let at = 8;
  const uint = () => {
    let [out, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at++];
      out += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return out;
  };
  const take = (length) => bytes.subarray(at, (at += length));
  const name = () => take(uint()).toString('utf8');
  const sections = [];
  let [imported, bodies, names] = [0, [], new Map()];
  while (at < bytes.length) {
    const [id, size] = [bytes[at++], uint()];
    const end = at + size;
    let title = '';
    if (id === IMPORT) {
      for (let left = uint(); left > 0; left--) {
        name();
        name();
        const kind = bytes[at++];
        if (kind === FUNCTION) {
          uint();
          imported += 1;
        } else if (kind === GLOBAL) {
          at += 2;
        } else {
          // A table says what it holds, a memory does not; both say their limits.
          if (kind === TABLE) at += 1;
          if (uint() & 1) uint();
          uint();
        }
      }
    } else if (id === CODE) {
      for (let left = uint(); left > 0; left--) bodies.push(take(uint()));
    } else if (id === CUSTOM) {
      title = name();
      if (title === 'name') names = functionNames(end);
    }
    sections.push({ id, title, bytes: bytes.subarray(end - size, end) });
    at = end;
  }
  return { sections, functions: bodies.map((body, i) => ({ name: names.get(i + imported) ?? '?', body })) };

  function functionNames(end) {
    const out = new Map();
    while (at < end) {
      const [kind, size] = [bytes[at++], uint()];
      const stop = at + size;
      if (kind === 1) for (let left = uint(); left > 0; left--) out.set(uint(), name());
      at = stop;
    }
    return out;
  }
}

/** The module without its custom sections. */
export function stripped(bytes) {
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  while (at < bytes.length) {
    const start = at;
    const id = bytes[at++];
    let [size, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at++];
      size += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    at += size;
    if (id !== CUSTOM) kept.push(bytes.subarray(start, at));
  }
  return Buffer.concat(kept);
}
