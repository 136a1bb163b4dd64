// Dates as files write them, and as people do.

const PARTS = [/^(?<y>\d{4})(?:-(?<m>\d{2})(?:-(?<d>\d{2}))?)?$/, /^(?:(?:(?<d>\d{1,2})[/.-])?(?<m>\d{1,2})[/.-])?(?<y>\d{4})$/];

/** `31/12/2025`, `12/2025`, `2025` or ISO → ISO of the same exactness; null when it is no date. */
export function readDate(text) {
  for (const form of PARTS) {
    const found = form.exec(text.trim())?.groups;
    if (found) return iso(found);
  }
  return null;
}

function iso({ y, m, d }) {
  if (!m) return y;
  const [month, day] = [m.padStart(2, '0'), (d ?? '1').padStart(2, '0')];
  const date = new Date(`${y}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return null;
  return d ? `${y}-${month}-${day}` : `${y}-${month}`;
}

/** ISO → `31/12/2025` in Vietnamese, as it is in English. */
export function showDate(text, lang) {
  return lang === 'vi' ? String(text).split('-').map((part, at) => (at === 0 ? part : part.replace(/^0/, ''))).reverse().join('/') : String(text);
}

/** Today, where the reader is. */
export function today() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
