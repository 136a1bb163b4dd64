// Unfinished work: as a file, and on this machine when the reader agreed.

import { cityFile, setOf } from './engine.js';
import { addPlace, attempt, change, state } from './state.js';
import { ours } from './open.js';
import { soundReport } from './report-draft.js';

const KEY = 'dothi.draft';

/** The work as it stands: what was typed and not understood is kept as typed. */
export function draft() {
  const { set, scheme, asOf, lang, places, report, rounds } = state;
  return JSON.stringify({ dothi_draft: 1, set, scheme, as_of: asOf, lang, places: places.map(({ file, city, unread }) => ({ file, city, unread })), ...(report && { report }), ...(rounds.length > 0 && { rounds }) });
}

/** Opens a draft beside what is open. Gives a finding when it cannot. */
export function restore(value) {
  const sound = value.dothi_draft === 1 && Array.isArray(value.places) && value.places.every(isPlace) && (value.report === undefined || soundReport(value.report) !== null);
  if (!sound) return ours('bad_draft', 'Bản nháp này bị hỏng hoặc do phiên bản khác tạo ra.', 'This draft is damaged or was made by another version.');
  if (setOf(value.set)) Object.assign(state, { set: value.set, scheme: schemeOf(value) });
  if (/^\d{4}-\d{2}-\d{2}$/.test(value.as_of)) state.asOf = value.as_of;
  for (const { file, city, unread } of value.places) {
    const place = addPlace(String(file ?? ''), city);
    state.chosen ??= place.key;
    for (const [key, text] of Object.entries(unread ?? {})) place.unread[key] = String(text);
  }
  if (value.report !== undefined) state.report = soundReport(value.report);
  if (Array.isArray(value.rounds)) state.rounds = value.rounds.filter((one) => typeof one?.round?.round === 'string' && Array.isArray(one.asked));
  return null;
}

const schemeOf = ({ set, scheme }) => (setOf(set).file.schemes.some(({ id }) => id === scheme) ? scheme : null);

/** A form in progress may lack its name and code and contradict itself, but has the shape of a place. */
function isPlace(place) {
  const { city } = place ?? {};
  if (typeof city?.unit?.name?.vi !== 'string' || !Array.isArray(city.observations)) return false;
  const { findings, file } = attempt(() => cityFile({ format: 1, cities: [city] }));
  return file !== undefined || findings.every(({ severity, code }) => severity !== 'error' || code === 'json.empty_text' || code.startsWith('city.'));
}

/** Browsers may refuse storage; then there is none. */
function storage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

export const storageThere = () => storage() !== null;

/** Whether a draft is kept here: the draft itself is the consent, nothing else is ever stored. */
export const kept = () => storage()?.getItem(KEY) !== null && storage() !== null;

/** Keeps the work on this machine. False when the browser has no room for it. */
export function keep() {
  try {
    storage().setItem(KEY, draft());
    return true;
  } catch {
    return false;
  }
}

export function recall() {
  const text = storage()?.getItem(KEY);
  if (!text) return;
  try {
    restore(JSON.parse(text));
  } catch {
    storage().removeItem(KEY);
  }
}

export const forgetDraft = () => storage()?.removeItem(KEY);

/** Deletes what is kept here and closes what is open. */
export function wipe() {
  forgetDraft();
  change({ places: [], chosen: null, refused: [], notes: [], compare: [null, null], conflicts: null, records: [], report: null, offered: [], reportRefused: [], rounds: [], national: { files: [], round: null, before: { files: [], round: null } }, beside: {}, pilots: null });
}
