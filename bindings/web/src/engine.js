// The package `dothi`, and what this page adds. What the first parts of the page need is loaded at once; the bytes of the programme's modules
// come with it, so that nothing has to be fetched later, and are compiled when one comes to those parts.

import { criteriaSet, init, loadPart, loadSet, sets } from 'dothi';
import { init as initForm } from 'dothi/form';
import { init as initPanel } from 'dothi/panel';
import * as programme from 'dothi/programme';
import { init as initReport } from 'dothi/report';
import { init as initRobust } from 'dothi/robust';
import { init as initCard } from 'dothi/scorecard';
import { init as initTools } from 'dothi/tools';
import { init as initXlsx } from 'dothi/xlsx';

export { assess, check, criteriaSet, DothiError, explain, gaps } from 'dothi';
export { template as workbookForm, write as workbook } from 'dothi/form';
export { charts } from 'dothi/report';
export { carry, diff, record, recordSummary, verify } from 'dothi/tools';
export { cityFile, merge } from 'dothi/xlsx';
export { programme };

const loaded = new Map();

/** Loads the modules and all sets; afterwards the page needs no connection any more. */
export async function start({ core, tools, xlsx, form, report, card, ...parts } = {}) {
  for (const part of LATER) if (parts[part]) bytes.set(part, Promise.resolve(parts[part]));
  await Promise.all([init(core), ...['check', 'explain', 'gaps', 'merge', 'methods', 'tables'].map((part) => loadPart(part, parts[part]))]);
  const rest = [initTools(tools), initXlsx(xlsx), initForm(form), initReport(report), initCard(card)];
  await Promise.all([...rest, ...sets().map(({ id }) => load(id))]);
}

async function load(reference) {
  const set = await loadSet(reference);
  loaded.set(set.id, set);
}

const LATER = ['programme', 'synthesis', 'planning', 'pages', 'word', 'pilots', 'panel', 'robust'];
/** Those that are entries of the package; the others join the one of the programme. */
const ENTRIES = { programme: programme.init, panel: initPanel, robust: initRobust };
const bytes = new Map();
const joining = new Map();
const joined = new Set();

/** The bytes of a module, fetched once. */
function bytesOf(part) {
  if (!bytes.has(part)) bytes.set(part, fetch(`${part}.wasm`).then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(`${part}: ${answer.status}`)))));
  return bytes.get(part);
}

/** Fetches what is needed later, while that can be done. */
export const hold = () => Promise.all(LATER.map(bytesOf));

/** Compiles modules of the programme; from then on their verbs can be called. */
export function need(...parts) {
  const join = async (part) => {
    const source = await bytesOf(part);
    // `robust` joins over `panel`, which it would look for at the package's place.
    if (part === 'robust') await need('panel');
    await (ENTRIES[part]?.(source) ?? programme.loadPart(part, source));
    joined.add(part);
  };
  for (const part of parts) if (!joining.has(part)) joining.set(part, join(part));
  return Promise.all(parts.map((part) => joining.get(part)));
}

export const isThere = (...parts) => parts.every((part) => joined.has(part));

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
