// The entry `dothi/programme`: local reports and their synthesis, milestones, priorities, pilots, the residents' voice.

import type { AssessOptions, CityFile, CityInput, CriteriaSet, ModuleSource, ReadOptions, Told } from './index.js';
import type { DateText, UnitKind } from './documents.js';
import type {
  LevelRecord,
  LocalReport,
  LocalReports,
  Milestones,
  Money,
  ObjectivesView,
  Outline,
  PilotEffect,
  PilotSelection,
  Priorities,
  PriorityKey,
  Punctuality,
  RecordLink,
  ReportRound,
  RoundRead,
  Synthesis,
  Targets,
  Voice,
} from './programme.js';

export type * from './programme.js';

type Loaded = ModuleSource;

/** Loads the part `programme.wasm`; it joins the module of the package, which `init` of that loads. */
export function init(source?: Loaded): Promise<void>;

/**
 * What only some verbs need: `synthesis` for those of that name; `planning` for milestones, targets, objectives, priorities and voice;
 * `pilots` for pilots and pilotEffect; `pages` for empty reports, CSV, HTML and Markdown, `word` for DOCX.
 */
export type ProgrammePart = 'synthesis' | 'planning' | 'pilots' | 'pages' | 'word';

/**
 * Loads such a part.
 * @throws {DothiError} `call.not_loaded`, `call.unknown_part`
 */
export function loadPart(part: ProgrammePart, source?: Loaded): Promise<void>;

/** A file: text or bytes, or what `JSON.parse` gives. */
export type FileInput = string | ArrayBuffer | ArrayBufferView | object;

/** Reports: JSON or CSV as text or bytes, a file of reports, or one report. */
export type ReportInput = string | ArrayBuffer | ArrayBufferView | LocalReports | LocalReport;

export interface NamedFile {
  name: string;
  data: FileInput;
}

export interface LangOption {
  /** Default `vi`. */
  lang?: 'vi' | 'en';
}

export interface OutlineOption {
  /** Default: the outline of dispatch 1683/BXD-PTDT, which comes with the package. */
  outline?: FileInput;
}

/**
 * An outline as it was understood; without a file the one of the package.
 * @throws {DothiError} every finding
 */
export function outline(file?: FileInput): Outline;

/**
 * A round, the units that it asks and its last day on time; without a file the one of the package.
 * @throws {DothiError} every finding
 */
export function round(file?: FileInput): RoundRead;

export interface TemplateOptions extends OutlineOption, LangOption {
  /** Default `province`. */
  kind?: Exclude<UnitKind, 'national'>;
  /** Id of the round it answers. */
  round?: string;
}

/**
 * An empty report to fill in: JSON, or CSV for a spreadsheet program.
 * @throws {DothiError} what is wrong with the options
 */
export function template(options?: TemplateOptions & { format?: 'json' }): object;
export function template(options: TemplateOptions & { format: 'csv' }): string;

/** Reports as they were understood. */
export interface ReportsRead {
  file: LocalReports;
  findings: Told[];
}

/**
 * Reads reports.
 * @throws {DothiError} every finding, in a table with row and column
 */
export function reportFile(data: ReportInput, options?: OutlineOption & ReadOptions): ReportsRead;

/**
 * Reports as the table that `reportFile` reads, written as spreadsheet programs of the language expect.
 * @throws {DothiError} every finding
 */
export function reportTable(data: ReportInput, options?: OutlineOption & ReadOptions & LangOption): string;

export interface RoundOptions extends OutlineOption, ReadOptions {
  /** The round that the reports answer. */
  round?: FileInput;
  /** Sets with which records may have been made. */
  sets?: CriteriaSet[];
}

export interface CheckedReport {
  unit: string;
  name: string;
  /** No finding is an error. */
  ok: boolean;
  /** Every part and item that the outline always asks is there. */
  complete: boolean;
  /** What a corrected report may name it by. */
  digest: string;
  /** Parts and items that are missing, one for each finding that says so, in their order. */
  missing: string[];
  /** Only with a round. */
  punctuality?: Punctuality;
  planned: Money;
  disbursed: Money;
  /** Levels of the records that hold. */
  levels: LevelRecord[];
  findings: Told[];
}

export interface CheckedReports {
  /** It could be read, and no finding is an error. */
  ok: boolean;
  /** Those of reading. */
  findings: Told[];
  /** Empty when it could not be read. */
  reports: CheckedReport[];
}

/**
 * Every finding of reports at once: what is missing, late, doubled, not in the outline, does not add up; records that do not hold.
 * @throws {DothiError} what is wrong with the options, the outline or the round; what is wrong with the reports is the answer
 */
export function check(data: ReportInput, options?: RoundOptions & { records?: NamedFile[] }): CheckedReports;

/** How a report names a record that goes with it. */
export function recordLink(record: NamedFile): RecordLink;

/**
 * City data with the answers to the criteria of a set that can be judged from a report; `null` when there are none.
 * @throws {DothiError} every finding
 */
export function answers(data: ReportInput, options: OutlineOption & ReadOptions & { round: FileInput; set: string; file: string; unit?: string }): CityFile | null;

export interface SynthesisOptions extends RoundOptions {
  round: FileInput;
  /** The round before, with its files. */
  previous?: { round: FileInput; files: NamedFile[] };
}

/**
 * The reports and records of a round as one national report: JSON, or everything as one CSV table. Files that cannot be read are named
 * in it.
 * @throws {DothiError} what is wrong with the options, the outline or the rounds
 */
export function synthesis(files: NamedFile[], options: SynthesisOptions & { format?: 'json' }): Synthesis;
export function synthesis(files: NamedFile[], options: SynthesisOptions & LangOption & { format: 'csv' }): string;

export interface PageOption extends LangOption {
  /** Default `html`: one file that needs nothing else. */
  format?: 'html' | 'md';
}

/** A national report as a page with charts, or as Markdown. */
export function synthesisPage(files: NamedFile[], options: SynthesisOptions & PageOption): string;

/** A national report as a Word document. */
export function synthesisDocx(files: NamedFile[], options: SynthesisOptions & LangOption): Uint8Array;

export interface ReportDocumentOptions extends OutlineOption, ReadOptions, LangOption {
  /** The code of the place; needed when there are several reports. */
  unit?: string;
}

/**
 * A local report in the layout of offices, as a page or as Markdown.
 * @throws {DothiError} every finding that is an error
 */
export function reportPage(data: ReportInput, options?: ReportDocumentOptions & PageOption): string;

/**
 * A local report as a Word document.
 * @throws {DothiError} every finding that is an error
 */
export function reportDocx(data: ReportInput, options?: ReportDocumentOptions): Uint8Array;

export interface MilestoneOptions extends LangOption {
  asOf: DateText;
  /** What is stated about the milestones; without it none is measurable. */
  progress?: FileInput;
}

/** The milestones of Decision 950 on a day. */
export function milestones(options: MilestoneOptions & { format?: 'json' }): Milestones;
export function milestones(options: MilestoneOptions & { format: 'csv' }): string;

/**
 * The dated targets of a set for one place.
 * @throws {DothiError} every finding
 */
export function targets(set: CriteriaSet, data: CityInput, options: AssessOptions & { format?: 'json' }): Targets;
export function targets(set: CriteriaSet, data: CityInput, options: AssessOptions & LangOption & { format: 'csv' }): string;

/** Level at which criteria are looked at; default 1. */
export interface ObjectiveOptions extends AssessOptions {
  level?: number;
}

/**
 * The result of one place by the five objectives of Resolution 06-NQ/TW; only `vn-ssc` has a mapping.
 * @throws {DothiError} every finding
 */
export function objectives(set: CriteriaSet, data: CityInput, options: ObjectiveOptions & { format?: 'json' }): ObjectivesView;
export function objectives(set: CriteriaSet, data: CityInput, options: ObjectiveOptions & LangOption & { format: 'csv' }): string;

/** A survey of residents: its description, JSON, and its answers, CSV with one row for each respondent. */
export interface SurveyFiles {
  description: FileInput;
  answers: FileInput;
}

export interface PriorityOptions extends AssessOptions {
  /** The level to reach; without it the next one. */
  target?: number;
  /** By what to order, the first first. */
  by?: PriorityKey[];
  survey?: SurveyFiles;
  /** Priorities that the place declares. */
  local?: FileInput;
}

/**
 * What one place should do next, in order, with the reasons.
 * @throws {DothiError} every finding; of files beside the data with `file`: `survey`, `answers` or `local`
 */
export function priorities(set: CriteriaSet, data: CityInput, options: PriorityOptions & { format?: 'json' }): Priorities;
export function priorities(set: CriteriaSet, data: CityInput, options: PriorityOptions & LangOption & { format: 'csv' }): string;

/**
 * What the answers of a survey come to; figures of few people are hidden.
 * @throws {DothiError} every finding, with `file`: `survey` or `answers`
 */
export function voice(survey: SurveyFiles, options?: { format?: 'json' }): Voice;
export function voice(survey: SurveyFiles, options: LangOption & { format: 'csv' }): string;

/** The figures of a survey as city data: observations of the criteria that it names. */
export function voiceCity(survey: SurveyFiles): CityFile;

/** City data: one file, or several, which findings then name. */
export type PilotInput = CityInput | NamedFile[];

/** By what the weights of readiness are doubted; see `dothi/robust`, whose `init()` a page has to have waited for, and the part `check`. */
export interface PilotDoubt {
  /** Drawn around the weights of the rules, or within so many percent of them. */
  weights: { dirichlet: number } | { band: number };
  /** At most 9007199254740991. */
  seed: number;
  /** Default 10 000. */
  replications?: number;
}

export interface PilotOptions extends Omit<AssessOptions, 'unit'> {
  /** Default: the conditions that the documents read name; they are of `vn-ssc` 2026 and have no readiness score. */
  rules?: FileInput;
  /** What is stated of the candidates, for conditions that only a statement answers. */
  statements?: FileInput;
  /** Intervals of ranks when the weights of readiness are others. */
  robust?: PilotDoubt;
}

/**
 * Candidates held against rules: who may be a pilot, how ready, in which order; all that a decision sheet of each needs.
 * @throws {DothiError} every finding; with `file`: the name of the data, `rules`, `statements` or `robust`
 */
export function pilots(set: CriteriaSet, data: PilotInput, options: PilotOptions & { format?: 'json' }): PilotSelection;
export function pilots(set: CriteriaSet, data: PilotInput, options: PilotOptions & LangOption & { format: 'csv' }): string;

export interface PilotEffectOptions extends Omit<AssessOptions, 'unit'> {
  /** Code of the pilot. */
  pilot: string;
  /** Codes of comparable places; without it every other place of its kind. */
  against?: string[];
  /** The period before: year, month or day. */
  before: DateText;
  after: DateText;
  /** Fewer comparable places than this, and nothing is said of a difference; default 3. */
  minimum?: number;
}

/**
 * A pilot before and after, criterion by criterion, beside comparable places. It is no statistical test and proves no cause.
 * @throws {DothiError} every finding
 */
export function pilotEffect(set: CriteriaSet, data: PilotInput, options: PilotEffectOptions & { format?: 'json' }): PilotEffect;
export function pilotEffect(set: CriteriaSet, data: PilotInput, options: PilotEffectOptions & LangOption & { format: 'csv' }): string;
