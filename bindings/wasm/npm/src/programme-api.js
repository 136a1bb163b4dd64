// The national programme: the verbs of the part `programme`, and of those beside it: `synthesis`, `planning`, `pilots`, and `pages` and `word`,
// which write for people.

import * as glue from './core.js';
import { NONE, bytes, options, places, tables } from './input.js';
import { core, raw } from './set.js';

const run = (verb, ...parts) => core.call(verb, 'programme', ...parts);
const plan = (verb, ...files) => core.call(verb, 'planning', ...tables(...files));

/** The bytes of a file that may be left out. */
const maybe = (file, place) => (file === undefined || file === null ? NONE : bytes(file, place));

/** Reports: text, bytes, or an object; one report alone is as good as a file with one. */
function reports(data) {
  const alone = typeof data === 'object' && data !== null && 'outline' in data && !('reports' in data);
  return bytes(alone ? { format: 1, reports: [data] } : data, '/data');
}

const formed = (text, { format } = {}) => (format === 'csv' ? text : JSON.parse(text));

/** The outline of a report, as it was understood. */
export function outline(file) {
  return JSON.parse(run(() => glue.outline(maybe(file, '/outline'))));
}

/** A round, the units that it asks, and its last day on time. */
export function round(file) {
  return JSON.parse(run(() => glue.round(maybe(file, '/round'))));
}

/** An empty report to fill in. */
export function template(given = {}) {
  const { outline: by, ...rest } = given;
  return formed(run(() => glue.report_template(maybe(by, '/outline'), options(rest)), 'pages'), rest);
}

/** Reads reports and gives them as they were understood. */
export function reportFile(data, given = {}) {
  const { outline: by, ...rest } = given;
  return JSON.parse(run(() => glue.report_file(reports(data), maybe(by, '/outline'), options(rest))));
}

/** Reports as a table for a spreadsheet program, which `reportFile` reads again. */
export function reportTable(data, given = {}) {
  const { outline: by, ...rest } = given;
  return run(() => glue.report_table(reports(data), maybe(by, '/outline'), options(rest)), 'pages');
}

/** Files of a round inside the module, for one call. */
function taken(files, { outline: by, round: asked, sets = [], ...rest }) {
  const all = new glue.Reports(maybe(by, '/outline'), maybe(asked, '/round'), options(rest));
  for (const set of sets) all.set(raw(set, '/sets'));
  for (const { name, data } of files) all.add(String(name), reports(data));
  return all;
}

/** Every finding of reports, with the records beside them. */
export function check(data, given = {}) {
  const { records = [], ...rest } = given;
  return JSON.parse(run(() => taken(records, rest).check(reports(data))));
}

/** How a report names a record that goes with it. */
export function recordLink({ name, data }) {
  return { file: String(name), sha256: run(() => glue.file_digest(bytes(data, '/data'))) };
}

/** Criteria that a report answers, as city data. */
export function answers(data, given) {
  const { outline: by, round: asked, ...rest } = given;
  return JSON.parse(run(() => glue.report_answers(reports(data), maybe(by, '/outline'), maybe(asked, '/round'), options(rest))));
}

/** A synthesis inside the module, for as long as it is written. */
function gathered(files, given, write, ...parts) {
  const { previous, ...rest } = given;
  return run(() => {
    const before = previous && taken(previous.files, { ...rest, round: previous.round });
    const all = new glue.Gathered(taken(files, rest), before);
    try {
      return write(all);
    } finally {
      all.free();
    }
  }, 'synthesis', ...parts);
}

/** The reports and records of a round as one national report. */
export function synthesis(files, given) {
  const { format, lang, ...rest } = given;
  return formed(gathered(files, rest, (all) => all.write(options({ format, lang }))), given);
}

/** A national report as a page with charts, or as Markdown. */
export function synthesisPage(files, given) {
  const { format, lang, ...rest } = given;
  return gathered(files, rest, (all) => glue.synthesis_page(all, options({ format, lang })), 'pages');
}

/** A national report as a Word document. */
export function synthesisDocx(files, given) {
  const { lang, ...rest } = given;
  return gathered(files, rest, (all) => glue.synthesis_word(all, options({ lang })), 'word');
}

/** A local report in the layout of offices, as a page or as Markdown. */
export function reportPage(data, given = {}) {
  const { outline: by, ...rest } = given;
  return run(() => glue.report_page(reports(data), maybe(by, '/outline'), options(rest)), 'pages');
}

/** A local report as a Word document. */
export function reportDocx(data, given = {}) {
  const { outline: by, ...rest } = given;
  return run(() => glue.report_docx(reports(data), maybe(by, '/outline'), options(rest)), 'word');
}

/** The milestones of Decision 950 on a day. */
export function milestones(given) {
  const { progress, ...rest } = given;
  return formed(plan(() => glue.milestones(maybe(progress, '/progress'), options(rest))), given);
}

/** The dated targets of a set for one place. */
export function targets(set, data, given) {
  const file = places(data);
  return formed(plan(() => glue.targets(raw(set), file, options(given)), file), given);
}

/** The result of one place by the objectives of Resolution 06-NQ/TW. */
export function objectives(set, data, given) {
  const file = places(data);
  return formed(plan(() => glue.objectives(raw(set), file, options(given)), file), given);
}

/** What one place should do next, in order, with the reasons. */
export function priorities(set, data, given) {
  const { survey, local, by = [], ...rest } = given;
  const asked = options({ ...rest, by: by.map((key) => ({ key })) });
  const file = places(data);
  const [described, answered] = [maybe(survey?.description, '/survey/description'), maybe(survey?.answers, '/survey/answers')];
  return formed(plan(() => glue.priorities(raw(set), file, described, answered, maybe(local, '/local'), asked), file), given);
}

/** What the answers of a survey come to. */
export function voice({ description, answers: given }, asked = {}) {
  return formed(plan(() => glue.voice(bytes(description, '/description'), bytes(given, '/answers'), options(asked))), asked);
}

/** The figures of a survey as city data. */
export function voiceCity({ description, answers: given }) {
  return JSON.parse(plan(() => glue.voice_city(bytes(description, '/description'), bytes(given, '/answers'))));
}

/** Places of one file, or of several with their names, inside the module for one call. */
function candidates(data, write, ...parts) {
  const files = Array.isArray(data) ? data.map(({ name, data: own }) => [String(name), places(own)]) : [['', places(data)]];
  const verb = () => {
    const all = new glue.Candidates();
    for (const [name, file] of files) all.add(name, file);
    return write(all);
  };
  return core.call(verb, 'pilots', ...parts, ...new Set(tables(...files.map(([, file]) => file))));
}

/** Candidates held against rules: eligibility, readiness, rank. */
export function pilots(set, data, given) {
  const { rules, statements, ...rest } = given;
  const [by, stated, asked] = [maybe(rules, '/rules'), maybe(statements, '/statements'), options(rest)];
  // The weights are doubted by the engine of `robust`, which reads the readiness score as a small criteria set.
  const engine = rest.robust === undefined || rest.robust === null ? [] : ['check', 'robust'];
  return formed(candidates(data, (all) => all.select(raw(set), by, stated, asked), ...engine), rest);
}

/** A pilot before and after, beside comparable places. */
export function pilotEffect(set, data, given) {
  const { against, ...rest } = given;
  const asked = options({ ...rest, against: against?.map((code) => ({ code })) });
  return formed(candidates(data, (all) => all.effect(raw(set), asked)), rest);
}
