// The functions of the package.

import type {
  Assessment,
  CityData,
  CityFile,
  CriteriaFile,
  DateText,
  Finding,
  Gap,
  Mark,
  ModuleSource,
  Stage,
  Status,
  Text,
  UnitKind,
} from './documents.js';

export * from './documents.js';

/**
 * Loads the module. In a page: fetches `core.wasm` from beside the package, or takes it from where `source` says. In Node there is
 * nothing to wait for.
 * @throws {DothiError} `call.not_loaded`
 */
export function init(source?: ModuleSource): Promise<void>;

/**
 * What only some verbs need: `check` and `criteriaSet`; `explain`; `gaps`; `tables` for `cityFile`, `template` and all data that are CSV.
 * `loadSet` loads `methods` by itself for the sets that need it.
 */
export type Part = 'check' | 'explain' | 'gaps' | 'merge' | 'methods' | 'tables';

/**
 * Loads a part of the module. In a page: fetches it from beside the package, or takes it from where `source` says; a verb that needs a
 * part which is not there throws `call.not_ready`. In Node there is nothing to wait for.
 * @throws {DothiError} `call.not_loaded`, `call.unknown_part`
 */
export function loadPart(part: Part, source?: ModuleSource): Promise<void>;

/** Everything that a verb throws. */
export class DothiError extends Error {
  constructor(findings: Told[], options?: ErrorOptions);
  readonly name: 'DothiError';
  /** The code of the first finding. */
  readonly code: string;
  /** Every fault at once. */
  readonly findings: Told[];
  toJSON(): { code: string; findings: Told[] };
}

/** A finding; when it is in a table, its place in words and in parts. */
export interface Told extends Finding {
  place_words?: Text;
  cell?: Cell;
  /** The name of the file, when several were read. */
  file?: string;
}

export interface Cell {
  /** The sheet of a workbook; empty when there is only one table. */
  table: string;
  /** As a spreadsheet counts, the header being row 1; 0 = the whole table. */
  row: number;
  /** Column header; empty = the whole row. */
  column: string;
}

/** A criteria set that was read and checked: made by `criteriaSet` or `loadSet`. */
export class CriteriaSet {
  private constructor();
  /** `set@edition-urevision` */
  readonly id: string;
  readonly summary: Readonly<SetSummary>;
  /** The whole file: titles, criteria, thresholds, sources. Of a set of the package it is written when it is asked for: part `check`. */
  readonly file: CriteriaFile;
  toJSON(): CriteriaFile;
}

export interface SetSummary {
  id: string;
  set: string;
  edition: string;
  revision: number;
  title: Text;
  status: Status;
  stage: Stage;
  criteria: { all: number; basic: number; elective: number };
  sources: { primary: number; mirror: number; secondary: number };
  marks: Mark[];
}


/** Text, bytes, or what `JSON.parse` gives. */
export type CriteriaInput = string | ArrayBuffer | ArrayBufferView | CriteriaFile;

/** JSON or CSV as text or bytes, a city file, or one place of it. Give CSV as bytes: old encodings are then recognised. */
export type CityInput = string | ArrayBuffer | ArrayBufferView | CityFile | CityData;

export interface ReadOptions {
  /** How a CSV file writes its numbers: `1.234,5` or `1,234.5`; `auto` (default) = as the file itself shows. */
  numbers?: 'auto' | 'vi' | 'en';
}

/** City data as they were understood. */
export interface Read {
  file: CityFile;
  findings: Told[];
  /** Where figures and documents of a table stood, by their pointer in `file`; findings of an assessment name pointers. */
  origins: Record<string, Text>;
}

export interface AssessOptions extends ReadOptions {
  /** The day the assessment is made for, `YYYY-MM-DD`; there is no clock inside. */
  asOf: DateText;
  /** The scheme; without it the set's first. */
  scheme?: string;
  /** Values in place of the set's own; the result then says so. */
  parameters?: { id: string; level?: number; value: string | number }[];
  /** The code of the place; needed when the data have several. */
  unit?: string;
}

export interface ExplainOptions extends AssessOptions {
  /** Default `vi`. */
  lang?: 'vi' | 'en';
  /** Only this criterion, by id or as it is printed. */
  criterion?: string;
}

export interface GapOptions extends AssessOptions {
  /** The level to reach; without it the next one. */
  target?: number;
  /** What fixing a criterion costs, in any one unit; those not named cost their relative distance to the threshold. */
  costs?: { criterion: string; cost: string | number }[];
}

export interface CheckOptions extends ReadOptions {
  set?: undefined;
}

/** Also holds city data against a set. */
export interface CheckAgainstOptions extends Omit<AssessOptions, 'unit'> {
  set: CriteriaSet;
}

export interface Checked {
  /** Seen from the content. */
  kind: 'criteria' | 'cities';
  /** No finding is an error. */
  ok: boolean;
  /** The id of the criteria file, or of the set that the data were held against. */
  set?: string;
  /** How many places were read. */
  places?: number;
  marks: Mark[];
  findings: CheckFinding[];
}

export interface CheckFinding extends Told {
  /** The code of the place, for what was found by holding its data against a set. */
  unit?: string;
}

/** The criteria sets that come with the package, oldest edition of a set first. */
export function sets(): SetSummary[];

/**
 * Loads a set of the package by `set`, `set@edition` or `set@edition-urevision`; without edition or revision the newest. It is
 * fetched only now.
 * @throws {DothiError} `call.unknown_set`
 */
export function loadSet(reference: string): Promise<CriteriaSet>;

/**
 * Reads and checks a criteria file. Part `check`.
 * @throws {DothiError} every finding
 */
export function criteriaSet(data: CriteriaInput): CriteriaSet;

/**
 * Reads city data and gives them as they were understood, with remarks. Part `tables`.
 * @throws {DothiError} every finding
 */
export function cityFile(data: CityInput, options?: ReadOptions): Read;

/**
 * Every finding of a file, criteria or city data. Faults of the file are the answer, not an error. Part `check`.
 * @throws {DothiError} what is wrong with the options
 */
export function check(data: CityInput | CriteriaInput, options?: CheckOptions | CheckAgainstOptions): Checked;

/**
 * An empty city file to fill in. Part `tables`.
 * @throws {DothiError} `call.kind_not_judged` and other faults of the options
 */
export function template(set: CriteriaSet, options: { kind: UnitKind; format?: 'json'; lang?: 'vi' | 'en' }): CityFile;
export function template(set: CriteriaSet, options: { kind: UnitKind; format: 'csv'; lang?: 'vi' | 'en' }): string;

/**
 * Judges one place. A criterion of which both views say the same is one object in both.
 * @throws {DothiError} every finding
 */
export function assess(set: CriteriaSet, data: CityInput, options: AssessOptions): Assessment;

/**
 * Tells in words why a result is what it is. Part `explain`.
 * @throws {DothiError} every finding
 */
export function explain(set: CriteriaSet, data: CityInput, options: ExplainOptions): string;

/**
 * What to fix first: the smallest set of criteria to fix so that a level is reached. Part `gaps`.
 * @throws {DothiError} every finding
 */
export function gaps(set: CriteriaSet, data: CityInput, options: GapOptions): Gap;
