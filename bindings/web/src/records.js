// Records are opened, held against their set and their data, and say whether they hold.

import { recordSummary, setOf, verify } from './engine.js';
import { addPlace, attempt, change } from './state.js';
import { ours } from './open.js';

/** Verifies a record; what came of it is shown with what is saved and verified. */
export function openRecord(name, bytes, value) {
  const { findings, summary } = attempt(() => ({ summary: recordSummary(bytes) }));
  if (!summary) return { name, ok: false, findings };
  const set = setOf(summary.set);
  if (!set) {
    const [vi, en] = [`Hồ sơ này theo ${summary.set}; hãy mở bộ tiêu chí đó trước.`, `This record was made with ${summary.set}; open that criteria set first.`];
    return { name, ok: false, summary, findings: [ours('unknown_set', vi, en)] };
  }
  return { name, ...verify(set, bytes), summary, content: value };
}

/** Opens the data inside a record, under its set and on its day. */
export function openData({ name, content, summary }) {
  const { key } = addPlace(name, structuredClone(content.data));
  change({ chosen: key, set: summary.set, scheme: summary.scheme, asOf: content.body.as_of, view: 'result' });
}
