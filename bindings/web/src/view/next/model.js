// The files that stand beside a place when one plans, each known by its content.

import { attempt, state } from '../../state.js';
import { programme } from '../../engine.js';
import { json } from '../report/open.js';

/** What a file is: the description of a survey, declared priorities, statements on milestones; else the answers of a survey. */
function kindOf(value) {
  if (value.survey_format !== undefined) return 'survey';
  if (Array.isArray(value.priorities)) return 'local';
  return Array.isArray(value.statements) ? 'progress' : 'answers';
}

export async function takeBeside(files) {
  const beside = { ...state.beside };
  for (const file of files) {
    const data = new Uint8Array(await file.arrayBuffer());
    beside[kindOf(json(new TextDecoder().decode(data)))] = { name: file.name, data };
  }
  state.beside = beside;
}

/** A survey with its answers; undefined while one of them is missing. */
export function survey() {
  const { survey: description, answers } = state.beside;
  return description && answers ? { description: description.data, answers: answers.data } : undefined;
}

/** The priorities of a place: `{ list }` or `{ findings }`. A survey of another place stands in nobody's way: it is said, and left out. */
export function prioritiesOf(set, city, options) {
  const given = { ...options, local: state.beside.local?.data };
  const whole = attempt(() => ({ list: programme.priorities(set, city, { ...given, survey: survey() }) }));
  if (whole.list || !whole.findings.some(({ file }) => file)) return whole;
  const wrong = (input) => whole.findings.some(({ file }) => (input === 'survey' ? ['survey', 'answers'].includes(file) : file === input));
  const less = { ...options, ...(!wrong('local') && { local: given.local }), ...(!wrong('survey') && { survey: survey() }) };
  return { ...attempt(() => ({ list: programme.priorities(set, city, less) })), findings: whole.findings };
}
