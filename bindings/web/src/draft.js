// Unfinished work: as a file, and on this machine when the reader agreed.

import { KEPT, packed, packedNational, SAVED, sizeOf, unpacked, unpackedNational } from './draft-files.js';
import { cityFile, setOf } from './engine.js';
import { addPlace, attempt, change, nothing, state } from './state.js';
import { ours } from './open.js';
import { soundReport } from './report-draft.js';

const KEY = 'dothi.draft';

/** The work as it stands: what was typed and not understood is kept as typed. `most` = bytes of the files of a synthesis; with more they are left out. */
export function draft(most = SAVED) {
  const { set, scheme, asOf, lang, places, report, rounds, outline, national } = state;
  const files = holdsFiles() && sizeOf(national) <= most;
  return JSON.stringify({
    dothi_draft: 1,
    set,
    scheme,
    as_of: asOf,
    lang,
    places: places.map(({ file, city, unread }) => ({ file, city, unread })),
    ...(report && { report }),
    ...(rounds.length > 0 && { rounds }),
    ...(outline && { outline: packed(outline) }),
    ...(files && { national: packedNational(national) }),
  });
}

const holdsFiles = () => state.national.files.length + state.national.before.files.length > 0;

/** The megabytes of the files of a synthesis when they are too many for a draft; 0 when they are in it. */
export const tooManyFiles = (most) => (holdsFiles() && sizeOf(state.national) > most ? sizeOf(state.national) / 1024 / 1024 : 0);

/** Opens a draft beside what is open. Gives a finding when it cannot. */
export function restore(value) {
  const sound = value.dothi_draft === 1 && Array.isArray(value.places) && value.places.every(isPlace) && (value.report === undefined || soundReport(value.report) !== null);
  const [national, outline] = [value.national && unpackedNational(value.national), value.outline && unpacked(value.outline)];
  if (!sound || national === null || outline === null) return ours('bad_draft', 'Bản nháp này bị hỏng hoặc do phiên bản khác tạo ra.', 'This draft is damaged or was made by another version.');
  if (setOf(value.set)) Object.assign(state, { set: value.set, scheme: schemeOf(value) });
  if (/^\d{4}-\d{2}-\d{2}$/.test(value.as_of)) state.asOf = value.as_of;
  for (const { file, city, unread } of value.places) {
    const place = addPlace(String(file ?? ''), city);
    state.chosen ??= place.key;
    for (const [key, text] of Object.entries(unread ?? {})) place.unread[key] = String(text);
  }
  if (value.report !== undefined) state.report = soundReport(value.report);
  if (Array.isArray(value.rounds)) state.rounds = value.rounds.filter((one) => typeof one?.round?.round === 'string' && Array.isArray(one.asked));
  if (outline) state.outline = outline;
  if (national) state.national = { ...together(state.national, national), before: together(state.national.before, national.before) };
  return null;
}

/** A file of the same name takes the place of the one that is open. */
const together = (open, { files, round }) => ({ files: [...open.files.filter(({ name }) => files.every((file) => file.name !== name)), ...files], round: round ?? open.round });

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

/** Whether what was kept last lacks the files of the synthesis. */
let lacks = false;
export const lacksFiles = () => lacks;

/** Keeps the work on this machine; without the files of a synthesis where they are too many. False when the browser has no room for it. */
export function keep() {
  for (const most of tooManyFiles(KEPT) > 0 || !holdsFiles() ? [0] : [KEPT, 0]) {
    try {
      storage().setItem(KEY, draft(most));
      lacks = most === 0 && holdsFiles();
      return true;
    } catch {
      continue;
    }
  }
  return false;
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
  change(nothing());
}
