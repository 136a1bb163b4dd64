// What the page knows: one object, and those who are told when it changes. Nothing of it is kept when the page is closed, but what the
// reader saves.

import { assess, check, DothiError, setOf } from './engine.js';
import { today } from './lib/date.js';

/** What is open before anything is. */
export function nothing() {
  return {
    /** @type {{ key: string, file: string, city: object, source?: Uint8Array, edited: boolean, unread: Record<string, string> }[]} */
    places: [],
    chosen: null,
    refused: [],
    notes: [],
    compare: [null, null],
    /** What came of joining files, while it stands. */
    conflicts: null,
    /** Records that were opened, with what verifying said. */
    records: [],
    /** The local report that is being written: as a file has it, but not yet whole. */
    /** @type {null | { file: string, doc: object, records: Record<string, string>, unread: Record<string, string>, edited: boolean }} */
    report: null,
    /** Reports of a file with several, to choose from. */
    offered: [],
    /** Files of reports that could not be read. */
    reportRefused: [],
    /** Rounds of the reader's own. */
    rounds: [],
    /** The reader's own outline: its file, and what it says once it was read; the one of the package when there is none. */
    /** @type {null | { name: string, data: Uint8Array, read?: object }} */
    outline: null,
    /** Files of a synthesis, and of the round before. */
    national: { files: [], round: null, before: { files: [], round: null } },
    /** Files that stand beside a place when one plans: survey, answers, local, progress. */
    beside: {},
    /** Files that pilots are chosen from, and what is asked of them; made by the part that shows them. */
    /** @type {null | ReturnType<typeof import('./view/pilots/model.js').empty>} */
    pilots: null,
  };
}

export const state = {
  lang: 'vi',
  view: 'data',
  set: null,
  scheme: null,
  asOf: today(),
  numbers: 'auto',
  ...nothing(),
  ready: false,
  /** No connection is possible any more. */
  shut: false,
};

const told = new Set();
let version = 0;
let kept = new Map();

/** Calls back after every change, with what changed. */
export const onChange = (listener) => told.add(listener);

/** Changes the state; `quiet` = whoever changed it shows it already. */
export function change(changes, { quiet = false } = {}) {
  Object.assign(state, changes);
  touch(quiet);
}

/** Tells that data changed in place. */
export function touch(quiet = false) {
  version += 1;
  kept = new Map();
  for (const listener of told) listener(state, quiet);
}

export const currentSet = () => setOf(state.set);
export const currentPlace = () => state.places.find(({ key }) => key === state.chosen) ?? null;

let count = 0;

/** Adds a place to the open ones; whoever opens chooses. */
export function addPlace(file, city, source) {
  const place = { key: `p${(count += 1)}`, file, city, source, edited: false, unread: {} };
  state.places.push(place);
  return place;
}

/** The scheme chosen, as an option; the library takes the first that judges the kind of place when there is none. */
const scheme = () => (state.scheme === null ? {} : { scheme: state.scheme });

export const options = () => ({ asOf: state.asOf, ...scheme() });

/** The result of a place under the set chosen: `{ assessment }` or `{ findings }`. Computed once per change. */
export function resultOf(city) {
  return once(city, 'result', () => attempt(() => ({ assessment: assess(currentSet(), city, options()) })));
}

/** All findings of a place, held against the set chosen. */
export function findingsOf(city) {
  return findingsFor(currentSet(), city, options());
}

/** The same against any set; with no options of the one chosen but the day. */
export function findingsFor(set, city, given = { asOf: state.asOf }) {
  return once(city, `findings ${set.id}`, () => attempt(() => ({ findings: check({ format: 1, cities: [city] }, { set, ...given }).findings }))).findings;
}

function once(city, what, make) {
  const key = `${what} ${version}`;
  const made = kept.get(city) ?? {};
  kept.set(city, made);
  return (made[key] ??= make());
}

/** What came of it, or the findings that stand in its way. */
export function attempt(verb) {
  try {
    return verb();
  } catch (error) {
    if (error instanceof DothiError) return { findings: error.findings };
    throw error;
  }
}
