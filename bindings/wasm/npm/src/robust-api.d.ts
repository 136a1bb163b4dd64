// The entry `dothi/robust`: how far results of many places hold when weights, assumptions or figures are other than the edition says.

import type { ModuleSource, ReadOptions, Told } from './index.js';
import type { DateText, Mark, StopSignal, Text } from './documents.js';
import type { Batch, Impute, Normalise, Outliers, PanelPlan, Treatment } from './panel-api.js';

/** Loads the part `robust.wasm`, and `panel.wasm` from beside it; they join the module of the package, which `init` of that loads. */
export function init(source?: ModuleSource): Promise<void>;

/** The error of a column: normal, independent for each figure. Arrays give one for each row; NaN and 0: none. */
export type FigureError =
  | { /** Standard error in the unit of the column. */ standard: number | Float64Array }
  | { /** Standard error in percent of the figure. */ relative: number | Float64Array }
  | { /** A share found by asking `people`; the column writes `whole` (1 or 100) for all of them. */ survey: { people: number; whole: number } }
  | { /** The column counts people of a denominator beside it. */ counted: true };

/** What is doubted, and how often it is drawn. Only what is named varies. */
export interface RobustOptions {
  /** A whole number; the same seed, options and data give the same results on every machine. */
  seed: number | bigint;
  /** Default 10 000. */
  replications?: number;
  /** Weights: drawn around those of the edition, the closer the larger `dirichlet`; or evenly within `band` percent on both sides. */
  weights?: { dirichlet: number } | { band: number };
  /** What the set marks as its own assumption, by so many percent to both sides. */
  assumed?: number;
  /** Ways of putting shares together, one drawn for each replication. */
  means?: readonly ('arithmetic' | 'geometric' | 'harmonic')[];
  /** What is done to figures before they are judged; without it what the scheme says. This varies nothing by itself. */
  treatment?: Treatment;
  /** Ways of making figures shares, one drawn for each replication. */
  normalise?: readonly Normalise[];
  /** What happens to outliers, one drawn for each replication; null: nothing. */
  outliers?: readonly (Outliers | null)[];
  /** What fills gaps, one drawn for each replication; null: nothing. */
  impute?: readonly (Impute | null)[];
  /** By column. */
  errors?: Readonly<Record<string, FigureError>>;
  /** Count for every two places how often one ranks at or above the other. */
  pairs?: boolean;
  /** Called after every slice, between which the page can do other things. */
  onProgress?: (progress: { done: number; of: number }) => void;
  /** Stops the analysis: `call.cancelled`, its reason as `cause`. */
  signal?: StopSignal;
}

export interface RobustPlace {
  /** Its row in the batch or in the table, from 0. */
  row: number;
  /** Of a table: the code and the name of the place. */
  code?: string;
  name?: { vi: string; en?: string };
  /** By the edition as it is. */
  score?: number;
  rank?: number;
  level?: { reached: number } | { open: { low: number; high: number } } | { refused: true };
  /** Over all replications: 5 %, 50 % and 95 % of them are at or before these ranks. */
  ranks?: { low: number; median: number; high: number; mean: number };
  /** Over all replications; absent where a replication gave no score. */
  scores?: { mean: number; deviation: number };
  /** Parts of all replications: by level reached, from 0 for none; open; none given. */
  levels?: { reached: number[]; open: number; refused: number };
  /** All this in words that never stand bare. */
  statement: Text;
}

export interface RobustResult {
  /** Of a table with periods. */
  period?: DateText;
  set: string;
  scheme: string;
  as_of: DateText;
  state: Text;
  /** What has to stand wherever these results stand. */
  marks: Mark[];
  /** What is done to figures, and what has to stand beside the results for that. */
  treatment?: { text: Text; mark: Text };
  /** What was left out of what was asked for, and why. */
  remarks?: Told[];
  seed: string;
  replications: number;
  /** What was doubted, in the words of the command. */
  doubts: string;
  /** How far ranks are from those of the edition as it is, over all replications and places. */
  mean_shift: number;
  /** Those that are ranked, by row. */
  places: RobustPlace[];
  /** Place after place of `places`: the part of replications in which it ranks at or above each other. */
  pairs?: Float64Array;
}

/**
 * Draws everything that is doubted again and again, for the places of a batch as it is now.
 * @throws {DothiError} everything that is wrong with the options, at once; `call.cancelled`
 */
export function robust(batch: Batch, options: RobustOptions): Promise<RobustResult>;

/**
 * The same for a wide table (CSV: `unit_code`, `name_vi`, `kind`, then `name_en`, `period` and `region` if there are any, and a column for
 * each input of the plan), each period by itself. Places are told apart by their codes, whatever the order of the rows.
 * @throws {DothiError} everything that is wrong with the options, or else with the table
 */
export function robustTable(plan: PanelPlan, table: string | ArrayBuffer | ArrayBufferView, options: RobustOptions & ReadOptions): Promise<RobustResult[]>;
