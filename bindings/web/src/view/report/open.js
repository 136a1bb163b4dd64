// Files of the report: reports as JSON or CSV, rounds, records. What a file is is seen from its content.

import { programme } from '../../engine.js';
import { tooLarge } from '../../open.js';
import { attempt, change, state } from '../../state.js';
import { ask } from '../ask.js';
import { blank, byOutline } from './model.js';
import { attach } from './records.js';

/** The object in a JSON file; an empty one for everything else. */
export function json(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

export const isRound = (value) => typeof value.round === 'string' && 'units_on' in value;

export const isOutline = (value) => typeof value.outline === 'string' && Array.isArray(value.parts);

/** Reports, a round or an outline, as JSON. */
export const isOfProgramme = (value) => Array.isArray(value.reports) || isRound(value) || isOutline(value);

/** Puts a report in the place of the one that is written; asked about first where something would be lost. */
export function replace(report) {
  const put = () => {
    change({ report, offered: [] });
    document.getElementById('r-unit-name')?.focus();
  };
  if (state.report?.edited) ask('r-replace', { question: 'replaceQuestion', help: 'replaceHelp', no: 'keepReport', yes: 'replaceReport' }, put);
  else put();
}

/** A report out of a file becomes the one that is written. */
export const choose = (file, doc) => replace({ file, doc: { totals: [], nothing: [], records: [], ...doc }, records: {}, unread: {}, edited: false });

/** Takes in a round of the reader's own; the findings when it is none. */
export function takeRound(data) {
  const { findings, read } = attempt(() => ({ read: programme.round(data) }));
  if (read) state.rounds = [...state.rounds.filter(({ round }) => round.round !== read.round.round), read];
  return { findings, id: read?.round.round };
}

/** Takes in an outline of the reader's own, for the report and the synthesis; the findings when it is none. */
export function takeOutline(name, data) {
  const { findings, read } = attempt(() => ({ read: programme.outline(data) }));
  if (read) state.outline = { name, data, read };
  return { findings };
}

/** Opens files for the report: every fault of every file is listed. Gives what came of it. */
export async function openReports(files) {
  const [refused, offered, records] = [[], [], []];
  const refuse = (file, findings) => refused.push({ file, findings });
  const opened = [];
  for (const file of files) {
    const large = tooLarge(file);
    if (large) {
      refuse(file.name, large);
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    opened.push({ name: file.name, bytes, value: json(new TextDecoder().decode(bytes)) });
  }
  // Tables of reports are read by the outline that came with them.
  opened.sort((a, b) => isOutline(b.value) - isOutline(a.value));
  for (const { name, bytes, value } of opened) {
    if (value.record_format !== undefined) records.push([name, new TextDecoder().decode(bytes)]);
    else if (isOutline(value) || isRound(value)) {
      const { findings } = isOutline(value) ? takeOutline(name, bytes) : takeRound(bytes);
      if (findings) refuse(name, findings);
    } else {
      const { findings, read } = attempt(() => ({ read: programme.reportFile(bytes, { numbers: state.numbers, ...byOutline() }) }));
      if (findings) refuse(name, findings);
      else offered.push(...read.file.reports.map((doc) => ({ file: name, doc })));
    }
  }
  change({ reportRefused: refused, offered: offered.length > 1 ? offered : [] });
  if (offered.length === 1) choose(offered[0].file, offered[0].doc);
  if (records.length > 0) {
    const report = state.report ?? blank();
    for (const [name, text] of records) attach(report, name, text);
    change({ report });
  }
  return { opened: offered.length, refused: refused.length, records: records.length };
}
