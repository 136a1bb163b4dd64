// Files come in: what they are is seen from their content, not from their name.

import { addSet, cityFile, check, DothiError, known, setOf } from './engine.js';
import { addPlace, attempt, change, state } from './state.js';
import { restore } from './draft.js';

const LARGEST = 64 * 1024 * 1024;

/** Opens files, several at once: every fault of every file is listed, no file stops another. */
export async function openFiles(files) {
  const before = state.places.length;
  state.refused = [];
  state.notes = [];
  for (const file of files) {
    if (file.size > LARGEST) refuse(file.name, [ours('too_large', 'Tệp lớn hơn 64 MB.', 'The file is larger than 64 MB.')]);
    else await openOne(file.name, new Uint8Array(await file.arrayBuffer()));
  }
  change({ chosen: state.places[before]?.key ?? state.chosen });
  return { opened: state.places.length - before, refused: state.refused.length };
}

async function openOne(name, bytes) {
  const kind = kindOf(bytes);
  if (kind === 'workbook') {
    refuse(name, [ours('workbook', 'Trang này chưa đọc được sổ tính Excel. Hãy lưu bảng thành CSV (UTF-8) rồi mở lại.', 'This page cannot read Excel workbooks yet. Save the table as CSV (UTF-8) and open that.')]);
  } else if (kind.dothi_draft !== undefined) restored(name, kind);
  else if (Array.isArray(kind.schemes)) openSet(name, bytes);
  else openData(name, bytes);
}

/** `workbook`, or the object in a JSON file; an empty object for everything else, which is read as city data. */
function kindOf(bytes) {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'workbook';
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
  const { findings, file } = attempt(() => cityFile(bytes, { numbers: state.numbers }));
  if (file === undefined) return refuse(name, findings);
  for (const city of file.cities) addPlace(name, city);
  if (findings.length > 0) note(name, findings);
}

function restored(name, draft) {
  const fault = restore(draft);
  if (fault) refuse(name, [fault]);
}

const refuse = (file, findings) => state.refused.push({ file, findings });
const note = (file, findings) => state.notes.push({ file, findings });

/** A finding of the page itself. */
export function ours(code, vi, en, severity = 'error') {
  return { code: `page.${code}`, severity, class: 'shape', place: '', message: { vi, en } };
}

/** The places of the files opened that the set chosen has nothing to say about. */
export function foreign(city) {
  return attempt(() => check({ format: 1, cities: [city] }, { set: setOf(state.set), asOf: state.asOf })).findings.filter(({ severity }) => severity === 'error');
}

/** The set under which a place has the fewest errors, when it is not the one chosen. */
export function better(city) {
  const faults = (set) => attempt(() => check({ format: 1, cities: [city] }, { set, asOf: state.asOf })).findings.filter(({ severity }) => severity === 'error').length;
  const now = faults(setOf(state.set));
  if (now === 0) return null;
  const best = known().map((set) => ({ set, count: faults(set) })).reduce((a, b) => (b.count < a.count ? b : a));
  return best.count < now ? best.set : null;
}

export { DothiError };
