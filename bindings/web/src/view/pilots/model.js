// The files that pilots are chosen from, each known by its content, and what the library makes of them. Nothing here shows a page.

import { cityFile, known, programme, setOf } from '../../engine.js';
import { tooLarge } from '../../open.js';
import { attempt, currentSet, state } from '../../state.js';
import { json } from '../report/open.js';

/** Nothing taken in yet; `doubt` = how weights are doubted, ours until the reader says otherwise. */
export const empty = () => ({ files: [], rules: null, statements: null, refused: [], set: null, doubt: { way: 'dirichlet', amount: '20', seed: '1' }, sheet: null, effect: {} });

/** Takes files in: rules, statements, everything else as city data; a file of the same name takes the place of the old. Gives how many. */
export async function takeFiles(files) {
  const own = state.pilots;
  own.refused = [];
  let taken = 0;
  for (const file of files) {
    const findings = tooLarge(file) ?? take(file.name, new Uint8Array(await file.arrayBuffer()));
    if (findings) own.refused.push({ file: file.name, findings });
    else taken += 1;
  }
  return taken;
}

/** Takes one file in; the findings when it is none of those known. */
export function take(name, data) {
  const own = state.pilots;
  const value = json(new TextDecoder().decode(data));
  if (value.pilot_rules !== undefined) {
    own.rules = { name, data };
    own.set = named(value.set) ?? own.set;
    return null;
  }
  if (Array.isArray(value.statements)) {
    own.statements = { name, data };
    return null;
  }
  const { findings, file } = attempt(() => cityFile(data, { numbers: state.numbers }));
  if (file === undefined) return findings;
  own.files = [...own.files.filter((one) => one.name !== name), { name, data, cities: file.cities }];
  return null;
}

/** The newest set that a rules file names: `vn-ssc`, `vn-ssc@2026` or `vn-ssc@2026-u1`. */
const named = (name) => known().find(({ id, summary }) => [id, summary.set, `${summary.set}@${summary.edition}`].includes(name))?.id;

export const theSet = () => setOf(state.pilots.set) ?? currentSet();

/** Every place of the files. */
export const cities = () => state.pilots.files.flatMap((file) => file.cities);

const data = () => state.pilots.files.map(({ name, data: bytes }) => ({ name, data: bytes }));
const options = () => ({ asOf: state.asOf, numbers: state.numbers, ...(theSet().id === state.set && state.scheme !== null && { scheme: state.scheme }) });

/** What a selection is asked for. */
export function asked({ robust = true } = {}) {
  const { rules, statements, doubt } = state.pilots;
  const doubted = robust && doubt.way !== 'none' && { robust: { weights: { [doubt.way]: doubt.amount }, seed: doubt.seed } };
  return { ...options(), ...(rules && { rules: rules.data }), ...(statements && { statements: statements.data }), ...doubted };
}

const kept = new Map();

/** Made once for the same files and choices. */
function once(what, make) {
  const own = state.pilots;
  const parts = [own.files, own.rules, own.statements];
  const key = JSON.stringify([own.set, own.doubt, state.set, state.scheme, state.asOf, state.numbers, own.effect]);
  const last = kept.get(what);
  if (last && last.key === key && last.parts.every((part, at) => part === parts[at])) return last.made;
  const made = make();
  kept.set(what, { key, parts, made });
  return made;
}

/** `{ all, doubtful? }` or `{ findings }`; `doubtful` = why there are no intervals of ranks, which stands in nobody's way. */
export const selection = () =>
  once('selection', () => {
    const made = attempt(() => ({ all: programme.pilots(theSet(), data(), asked()) }));
    const robust = made.findings?.every(({ file, place }) => file === 'robust' || place.startsWith('/robust'));
    return robust ? { ...attempt(() => ({ all: programme.pilots(theSet(), data(), asked({ robust: false })) })), doubtful: made.findings } : made;
  });

/** The selection as a table, with intervals where there are any. */
export const selectionCsv = () => programme.pilots(theSet(), data(), { ...asked({ robust: !selection().doubtful }), format: 'csv', lang: state.lang });

/** The years and months that observations of a place are of, in order. */
export function periods(city) {
  const all = (city?.observations ?? []).map(({ period }) => period).filter(Boolean);
  return [...new Set(all)].sort();
}

/** What a pilot is compared by: what the reader chose, else the first place, its last two periods, and every other place of its kind. */
export function compared() {
  const own = state.pilots.effect;
  const all = cities();
  const pilot = all.find(({ unit }) => unit.code === own.pilot) ?? all[0];
  const [before, after] = periods(pilot).slice(-2);
  const others = all.filter(({ unit }) => unit.kind === pilot.unit.kind && unit.code !== pilot.unit.code);
  const without = own.without ?? [];
  return { pilot, others, against: others.filter(({ unit }) => !without.includes(unit.code)), before: own.before ?? before ?? '', after: own.after ?? after ?? '', minimum: own.minimum ?? '3' };
}

function askedOfEffect() {
  const { pilot, against, before, after, minimum } = compared();
  return { ...options(), pilot: pilot.unit.code, against: against.map(({ unit }) => unit.code), before, after, minimum };
}

/** `{ effect }` or `{ findings }`. */
export const effect = () => once('effect', () => attempt(() => ({ effect: programme.pilotEffect(theSet(), data(), askedOfEffect()) })));

export const effectCsv = () => programme.pilotEffect(theSet(), data(), { ...askedOfEffect(), format: 'csv', lang: state.lang });
