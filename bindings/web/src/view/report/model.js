// A local report while it is written, and what the library finds in it. Nothing here shows a page.

import { known, programme } from '../../engine.js';
import { attempt, state } from '../../state.js';
import { ours } from '../../open.js';
import { findId } from './link.js';

/** The outline that the form is made from: the reader's own, else the one of the package. One that was damaged in a draft is refused. */
let packaged;
export function theOutline() {
  const own = state.outline;
  if (own && !own.read) {
    const { findings, read } = attempt(() => ({ read: programme.outline(own.data) }));
    if (read) own.read = read;
    else Object.assign(state, { outline: null, reportRefused: [...state.reportRefused, { file: own.name, findings }] });
  }
  return state.outline?.read ?? (packaged ??= programme.outline());
}

/** The outline as the verbs of the library ask for it. */
export const byOutline = () => (theOutline() === packaged ? {} : { outline: state.outline.data });

/** The round of the package, then those of the reader's own. */
let built;
export const rounds = () => [(built ??= programme.round()), ...state.rounds];
export const roundOf = (id) => rounds().find(({ round }) => round.round === id) ?? null;

/** What entries and amounts stand under: the items of a part, or the part itself. */
export const leaves = (part) => part.items ?? [part];

export function blank() {
  return { file: '', doc: { outline: theOutline().outline, unit: { code: '', name: '', kind: 'province' }, entries: [], funding: [] }, records: {}, unread: {}, edited: false };
}

const isEmpty = (...texts) => texts.every((text) => text === undefined || text === '');

/** What a row of a list lacks to be read: the key of a field and a finding, `{}` for a row with nothing in it, null for a whole one. */
const LACKS = {
  entries: ({ text, to, document, date }) => {
    if (!isEmpty(text)) return null;
    return isEmpty(to, document, date) ? {} : { key: 'text', words: ['Dòng này có văn bản nhưng chưa có nội dung; hãy ghi nội dung.', 'This row has a document but no text; write the text.'] };
  },
  funding: ({ project, year, source, planned, disbursed }) => {
    if (isEmpty(project, year, source, planned, disbursed)) return {};
    if (isEmpty(project)) return { key: 'project', words: ['Khoản kinh phí này chưa có tên dự án, công việc; hãy ghi tên.', 'This amount has no project; name it.'] };
    if (isEmpty(year)) return { key: 'year', words: [`“${project}” chưa ghi năm; hãy ghi năm ngân sách.`, `“${project}” has no year; give the year of the budget.`] };
    return isEmpty(source) ? { key: 'source', words: [`“${project}” chưa chọn nguồn vốn; hãy chọn.`, `“${project}” has no source of funds; choose one.`] } : null;
  },
  totals: ({ planned, disbursed }) => (isEmpty(planned, disbursed) ? {} : null),
  nothing: () => null,
  records: () => null,
};

/** A copy without empty members, as the library reads it. */
const filled = (one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined && value !== ''));

/**
 * The report as the library reads it, without rows that lack something.
 * `kept` = for each list the places in the form of the rows that are left; `lacking` = findings about the others.
 */
export function prepared({ doc }) {
  const [kept, lacking, out] = [{}, [], filled({ ...doc, unit: filled(doc.unit), period: undefined, replaces: undefined })];
  const say = (id, [vi, en]) => lacking.push({ ...ours('incomplete', vi, en), id });
  for (const [list, lack] of Object.entries(LACKS)) {
    kept[list] = [];
    const rows = (doc[list] ?? []).filter((row, at) => {
      const missing = lack(row);
      if (missing === null) kept[list].push(at);
      else if (missing.key) say(`r-${list}-${at}-${missing.key}`, missing.words);
      return missing === null;
    });
    if (rows.length > 0 || list === 'entries' || list === 'funding') out[list] = rows.map(filled);
    else delete out[list];
  }
  const { from, to } = doc.period ?? {};
  if (!isEmpty(from) && !isEmpty(to)) out.period = { from, to };
  else if (!isEmpty(from) || !isEmpty(to)) say(isEmpty(from) ? 'r-period-from' : 'r-period-to', ['Kỳ báo cáo cần đủ ngày đầu và ngày cuối.', 'The period needs its first and its last day.']);
  const replaces = filled(doc.replaces ?? {});
  if (Object.keys(replaces).length > 0) out.replaces = replaces;
  if (isEmpty(doc.unit.name)) say('r-unit-name', ['Hãy ghi tên đơn vị báo cáo.', 'Give the name of the reporting unit.']);
  if (isEmpty(doc.unit.code)) say('r-unit-code', ['Hãy ghi mã đơn vị báo cáo.', 'Give the code of the reporting unit.']);
  return { out, kept, lacking };
}

/** Options of every verb that reads the report. */
const options = ({ doc, records }) => ({
  ...byOutline(),
  ...(roundOf(doc.round) && { round: roundOf(doc.round).round }),
  records: Object.entries(records).map(([name, data]) => ({ name, data })),
  sets: known(),
});

/**
 * Everything that is to be said about the report, each finding with the `id` of its field: what rows lack, what the library finds. Rows that
 * cannot be read at all are set aside, so that they hide nothing of the others.
 */
export function checked(report) {
  const { out, kept, lacking } = prepared(report);
  // What has no name yet is called something, so that the rest can be read; what is then said of that name is left out.
  const named = { ...out, unit: { ...out.unit, code: out.unit.code ?? '?', name: out.unit.name ?? '?' } };
  const findings = [...lacking];
  const asked = options(report);
  for (let doc = named; ; ) {
    const { findings: refused, result } = attempt(() => ({ result: programme.check(doc, asked) }));
    const unreadable = refused ?? (result.reports.length === 0 ? result.findings : []);
    const [one] = result?.reports ?? [];
    const missing = [...(one?.missing ?? [])];
    const said = [...unreadable, ...(one ? [...result.findings, ...one.findings] : [])];
    const whole = said.map((finding) => ({ ...finding, id: findId(finding, kept, missing) }));
    findings.push(...whole.filter(({ id }) => !(id === 'r-unit-code' && isEmpty(report.doc.unit.code))));
    if (one) return { findings, one };
    const less = without(doc, kept, unreadable);
    if (less === null) return { findings, one: null };
    doc = less;
  }
}

/** The report without the rows and members that could not be read; null when nothing can be left out. */
function without(doc, kept, findings) {
  const rows = findings.map(({ place }) => /^\/reports\/0\/(entries|funding|totals|nothing|records)\/(\d+)/.exec(place)).filter(Boolean);
  const members = findings.map(({ place }) => /^\/reports\/0\/(period|replaces|date|received|number|prepared_by|round)\b/.exec(place)?.[1]).filter(Boolean);
  if (rows.length + members.length === 0) return null;
  const out = { ...doc };
  for (const key of members) delete out[key];
  for (const list of new Set(rows.map(([, name]) => name))) {
    const gone = rows.filter(([, name]) => name === list).map(([, , at]) => Number(at));
    out[list] = out[list].filter((_, at) => !gone.includes(at));
    kept[list] = kept[list].filter((_, at) => !gone.includes(at));
  }
  return out;
}
