// Files come in: what they are is seen from their content, not from their name.

import { restore } from './draft.js';
import { addSet, cityFile, known, need } from './engine.js';
import { remember } from './origin.js';
import { openRecord } from './records.js';
import { addPlace, attempt, change, currentSet, findingsFor, state } from './state.js';
import { isOfProgramme, openReports } from './view/report/open.js';

const LARGEST = 64 * 1024 * 1024;

/** Opens files, several at once: every fault of every file is listed, no file stops another. */
export async function openFiles(files) {
  const [before, records] = [state.places.length, state.records.length];
  state.refused = [];
  state.notes = [];
  state.conflicts = null;
  const reports = [];
  for (const file of files) {
    const large = tooLarge(file);
    if (large) refuse(file.name, large);
    else if (!openOne(file.name, new Uint8Array(await file.arrayBuffer()))) reports.push(file);
  }
  if (reports.length > 0) {
    await need('programme');
    await openReports(reports);
  }
  change({ chosen: state.places[before]?.key ?? state.chosen });
  return { opened: state.places.length - before, refused: state.refused.length, records: state.records.length - records, reports: reports.length };
}

/** False for a file of the programme, which another part of the page opens. */
function openOne(name, bytes) {
  const kind = json(bytes);
  if (isOfProgramme(kind)) return false;
  if (kind.dothi_draft !== undefined) restored(name, kind);
  else if (kind.record_format !== undefined) state.records.push(openRecord(name, bytes, kind));
  else if (Array.isArray(kind.schemes)) openSet(name, bytes);
  else openData(name, bytes);
  return true;
}

/** The object in a JSON file; an empty one for everything else, which is read as city data. */
function json(bytes) {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function openSet(name, bytes) {
  const { findings, set } = attempt(() => ({ set: addSet(bytes) }));
  if (findings) return refuse(name, findings);
  Object.assign(state, { set: set.id, scheme: null });
  note(name, [ours('own_set', `Đã mở bộ tiêu chí ${set.id}.`, `Criteria set ${set.id} opened.`, 'note')]);
}

function openData(name, bytes) {
  const { findings, file, origins } = attempt(() => cityFile(bytes, { numbers: state.numbers }));
  if (file === undefined) return refuse(name, findings);
  file.cities.forEach((city, number) => {
    remember(city, origins, number);
    addPlace(name, city, bytes);
  });
  if (findings.length > 0) note(name, findings);
}

function restored(name, draft) {
  const fault = restore(draft);
  if (fault) refuse(name, [fault]);
}

const refuse = (file, findings) => state.refused.push({ file, findings });
const note = (file, findings) => state.notes.push({ file, findings });

/** What stands against a file of more than can be opened; null for every other. */
export const tooLarge = ({ size }) => (size > LARGEST ? [ours('too_large', 'Tệp lớn hơn 64 MB.', 'The file is larger than 64 MB.')] : null);

/** A finding of the page itself. */
export function ours(code, vi, en, severity = 'error') {
  return { code: `page.${code}`, severity, class: 'shape', place: '', message: { vi, en } };
}

/** The set under which a place has the fewest errors, when it is not the one chosen. */
export function better(city) {
  const faults = (set) => findingsFor(set, city).filter(({ severity }) => severity === 'error').length;
  const now = faults(currentSet());
  const best = known().map((set) => ({ set, count: faults(set) })).reduce((a, b) => (b.count < a.count ? b : a));
  return best.count < now ? best.set : null;
}
