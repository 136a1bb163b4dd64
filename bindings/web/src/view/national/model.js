// The files of a synthesis, and what the library makes of them.

import { known, programme } from '../../engine.js';
import { attempt, state } from '../../state.js';
import { tooLarge } from '../../open.js';
import { byOutline, roundOf, rounds } from '../report/model.js';
import { isOutline, isRound, json, takeOutline, takeRound } from '../report/open.js';

/** Takes files in: rounds become known, an outline is used, everything else is put together, whatever it is; a file of the same name takes the place of the old. `refused` = those that are not. */
export async function takeFiles(side, files) {
  let taken = 0;
  side.refused = [];
  for (const file of files) {
    const large = tooLarge(file);
    if (large) {
      side.refused.push({ file: file.name, findings: large });
      continue;
    }
    const data = new Uint8Array(await file.arrayBuffer());
    const value = json(new TextDecoder().decode(data));
    if (isRound(value)) {
      const { id, findings } = takeRound(data);
      if (id) side.round = id;
      else side.refused.push({ file: file.name, findings });
      continue;
    }
    if (isOutline(value)) {
      const { findings } = takeOutline(file.name, data);
      if (findings) side.refused.push({ file: file.name, findings });
      continue;
    }
    side.files = [...side.files.filter(({ name }) => name !== file.name), { name: file.name, data }];
    taken += 1;
  }
  return taken;
}

/** The round of one side: the one chosen, else the newest of the reader's own, else that of the package. */
export const roundOfSide = ({ round }) => roundOf(round) ?? rounds().at(-1);

/** What a synthesis is asked for. */
export function asked() {
  const { before } = state.national;
  const previous = before.files.length > 0 && before.round ? { previous: { round: roundOfSide(before).round, files: before.files } } : {};
  return { round: roundOfSide(state.national).round, sets: known(), ...byOutline(), ...previous };
}

let last = { files: null };

/** The national report: `{ all }` or `{ findings }`; computed once for the same files and rounds. */
export function gathered() {
  const { files, before } = state.national;
  const key = JSON.stringify([state.national.round, before.round, state.rounds.length]);
  if (last.files !== files || last.before !== before.files || last.outline !== state.outline || last.key !== key) {
    last = { files, before: before.files, outline: state.outline, key, made: attempt(() => ({ all: programme.synthesis(files, asked()) })) };
  }
  return last.made;
}
