// The package `dothi`, and what this page adds: everything is loaded at once, so that nothing has to be fetched later.

import { criteriaSet, init, loadPart, loadSet, sets } from 'dothi';
import { init as initForm } from 'dothi/form';
import { init as initReport } from 'dothi/report';
import { init as initCard } from 'dothi/scorecard';
import { init as initTools } from 'dothi/tools';
import { init as initXlsx } from 'dothi/xlsx';

export { assess, check, criteriaSet, DothiError, explain, gaps } from 'dothi';
export { template as workbookForm, write as workbook } from 'dothi/form';
export { charts } from 'dothi/report';
export { carry, diff, record, recordSummary, verify } from 'dothi/tools';
export { cityFile, merge } from 'dothi/xlsx';

const loaded = new Map();

/** Loads the modules and all sets; afterwards the page needs no connection any more. */
export async function start({ core, tools, xlsx, form, report, card, ...parts } = {}) {
  await Promise.all([init(core), ...['check', 'explain', 'gaps', 'tables'].map((part) => loadPart(part, parts[part]))]);
  const rest = [initTools(tools), initXlsx(xlsx), initForm(form), initReport(report), initCard(card)];
  await Promise.all([...rest, ...sets().map(({ id }) => load(id))]);
}

async function load(reference) {
  const set = await loadSet(reference);
  loaded.set(set.id, set);
}

/** A criteria file of the reader's own. */
export function addSet(data) {
  const set = criteriaSet(data);
  loaded.set(set.id, set);
  return set;
}

/** Sets by name, editions of a set from the newest to the oldest. */
export function known() {
  return [...loaded.values()].sort((a, b) => (a.summary.set === b.summary.set ? b.id.localeCompare(a.id) : a.id.localeCompare(b.id)));
}

export const setOf = (id) => loaded.get(id);
