// A local report out of a draft: only what a report can have is taken, and each in its shape. Whether it is right is said in the form.

const TEXTS = ['outline', 'round', 'number', 'date', 'received', 'prepared_by'];
const LISTS = {
  entries: ['item', 'text', 'to', 'document', 'date'],
  nothing: ['item', 'reason'],
  funding: ['category', 'project', 'code', 'year', 'source', 'planned', 'disbursed', 'unit', 'note'],
  totals: ['category', 'year', 'source', 'planned', 'disbursed', 'unit'],
  records: ['file', 'sha256'],
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members that are texts, or years. */
function texts(from, names) {
  const known = names.filter((name) => typeof from[name] === 'string' || (name === 'year' && Number.isInteger(from[name])));
  return Object.fromEntries(known.map((name) => [name, from[name]]));
}

const words = (from) => Object.fromEntries(Object.entries(isObject(from) ? from : {}).filter(([, text]) => typeof text === 'string'));

/** The report of a draft, or null when it is none. */
export function soundReport(value) {
  const { doc, file, records, unread } = value ?? {};
  if (!isObject(doc) || !isObject(doc.unit) || typeof doc.outline !== 'string') return null;
  const lists = Object.entries(LISTS).map(([name, keys]) => [name, (Array.isArray(doc[name]) ? doc[name] : []).filter(isObject).map((one) => texts(one, keys))]);
  const out = { ...texts(doc, TEXTS), unit: { code: '', name: '', kind: 'province', ...texts(doc.unit, ['code', 'name', 'kind', 'parent']) }, ...Object.fromEntries(lists) };
  if (isObject(doc.replaces)) out.replaces = texts(doc.replaces, ['number', 'date', 'sha256']);
  if (isObject(doc.period)) out.period = texts(doc.period, ['from', 'to']);
  if (doc.fictional === true) out.fictional = true;
  return { file: String(file ?? ''), doc: out, records: words(records), unread: words(unread), edited: false };
}
