// The result as a table for a spreadsheet: one row for each criterion, and on every row what it must not be parted from.

import { results } from './view/result/tree.js';

const COLUMNS = ['unit_code', 'unit_name', 'set', 'as_of', 'data_date', 'state', 'statement', 'marks', 'criterion', 'label', 'title', 'outcome', 'met_level', 'value', 'unit', 'points', 'max_points'];

export function resultCsv(assessment, set, lang) {
  const views = [['self_assessed', assessment.self_assessed], ['verified', assessment.verified]].filter(([, view]) => view);
  const rows = views.flatMap(([state, view]) => results(view.tree).map(({ criterion, result }) => row(assessment, set, lang, state, view, criterion, result)));
  return `\ufeff${[COLUMNS, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function row({ unit, as_of: asOf, data_date: dataDate, marks = [] }, set, lang, state, { level, statement }, id, result) {
  const { label, title } = set.file.criteria.find((one) => one.id === id);
  const words = (level?.statement ?? statement)?.[lang];
  const name = (lang === 'en' && unit.name.en) || unit.name.vi;
  const value = result.value ?? (result.answer === undefined ? undefined : result.answer ? 'yes' : 'no');
  return [unit.code, name, set.id, asOf, dataDate, state, words, marks.map((mark) => mark.text[lang]).join(' | '), id, label, title[lang], result.outcome, result.met_level, value, result.unit, result.points, result.max_points];
}

/** Quoted where needed; a text that a spreadsheet would run as a formula begins with an apostrophe, as in the library's own tables. */
function cell(value) {
  const text = String(value ?? '');
  const safe = /^(['\s]*[=+\-@]|[\t\r])/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
