// The entry `dothi/panel`: many places at once, as columns of numbers.

import type { CriteriaSet, ModuleSource, Told } from './index.js';
import type { DateText, Decimal, Mark, Role, Sampling, Text, UnitKind } from './documents.js';

/** Loads the part `panel.wasm`; it joins the module of the package, which `init` of that loads. */
export function init(source?: ModuleSource): Promise<void>;

/** In place of a level: none is given, since a precondition fails. */
export const REFUSED: 0xffff_ffff;
/** In place of a level: it depends on how the source is read; lowest and highest stand in `open`. */
export const OPEN: 0xffff_fffe;

/** What is wrong with a figure says in which column and row it stands, rows from 0. */
export interface PanelTold extends Told {
  column?: string;
  row?: number;
}

export interface PlanOptions {
  /** The kind of all the places; kinds are never put into one order. */
  kind: UnitKind;
  /** The day the places are judged for, `YYYY-MM-DD`. */
  asOf: DateText;
  /** The scheme; without it the set's first. */
  scheme?: string;
  /** Values in place of the set's own; the marks then say so. */
  parameters?: { id: string; level?: number; value: string | number }[];
}

/**
 * Makes a scheme ready for many places of a kind.
 * @throws {DothiError} an unknown scheme, a kind that the set does not judge, and other faults of the options
 */
export function plan(set: CriteriaSet, options: PlanOptions): PanelPlan;

/** A column that a plan can take. */
export interface PanelInput {
  /** Its name: the criterion, with `/data point` where it has several, with `/role` where that has several inputs. */
  key: string;
  criterion: string;
  data_point: string;
  role: Role;
  /** Numbers, steps, or yes (1) and no (0). */
  kind: 'number' | 'boolean' | 'ordinal';
}

/** A node of the scheme's tree. */
export interface PanelNode {
  /** The id of the group; null for the whole. */
  group: string | null;
  title?: Text;
  /** Its value when nothing is missing. */
  full?: number;
}

/** A scheme of a set, ready for many places of one kind. */
export interface PanelPlan {
  /** `set@edition-urevision` */
  readonly set: string;
  readonly scheme: { id: string; title: Text };
  readonly kind: UnitKind;
  readonly as_of: DateText;
  /** That results are self-assessed, in the words of the set. */
  readonly state: Text;
  /** What has to stand wherever a result of this plan stands. */
  readonly marks: Mark[];
  readonly inputs: PanelInput[];
  /** The root first. */
  readonly nodes: PanelNode[];
  /** How many levels there are. */
  readonly levels: number;
  /** The highest score; absent where the edition defines no score, so that nothing is ranked. */
  readonly top_score?: Decimal;
  /** Why columns cannot follow the scheme: each place is then judged by the exact path, which takes longer. */
  readonly exact_path?: Text;
  /** What the scheme says is done to figures before they are judged. */
  readonly treatment?: Treatment;

  /**
   * Holds columns against the plan; they are copied. NaN is no figure; an input without a column is missing everywhere.
   * @throws {DothiError} every figure that is refused (`PanelTold`: outside its domain, infinite), names that the plan does not have, columns of different lengths
   */
  batch(columns: Readonly<Record<string, Float64Array>>, options?: BatchOptions): Batch;
  /** Gives its memory back; otherwise that happens when it is no longer reachable. */
  free(): void;
}

export interface BatchOptions {
  /** For some of the columns: 0 in each row where the criterion cannot exist, else 1. */
  applies?: Readonly<Record<string, Uint8Array>>;
  /** How the people of surveys among the figures were chosen. */
  sampling?: Sampling;
  /** How many places there are; without it as many as the first column has rows. */
  units?: number;
}

/** Which ranks equal scores get: 1, 2, 2, 4; 1, 2, 2, 3; 1, 2, 3, 4; 1, 2.5, 2.5, 4. */
export type Ties = 'competition' | 'dense' | 'ordinal' | 'average';

export type Normalise = 'goalposts' | 'min_max' | 'z_score' | 'rank' | 'percentile';
export type Outliers =
  | { method: 'winsorise'; low: string | number; high: string | number }
  | { method: 'by_shape'; skewness: string | number; kurtosis: string | number; most: number }
  | { method: 'logarithm' };
export interface Impute {
  stage: 'criterion' | 'group';
  among: 'all' | 'region';
  with: 'mean' | 'median';
}

/** What is done to figures before they are judged, in the words of a criteria file. Scores then have no levels. */
export interface Treatment {
  normalise?: Normalise;
  outliers?: Outliers;
  impute?: Impute;
  /** The least share of its figures that a place must have to be ranked, from 0 to 1. */
  least_data?: string | number;
}

export interface ScoreOptions {
  /** Ids of groups whose values are wanted; null is the whole. */
  nodes?: readonly (string | null)[];
  /** Ranks among all places; `panel.no_score` where the edition defines no score. */
  ranks?: Ties;
  treatment?: Treatment;
  /** The region of each place, for a treatment that looks at regions. */
  regions?: readonly (string | null)[];
  /** For a treatment: not 0 for places that are not ranked and from which nothing is computed. */
  unranked?: Uint8Array;
}

/** Results by row; arrays are the caller's own. Wherever a level or a rank is shown, `marks` or `said` go with it. */
export interface PanelScores {
  units: number;
  /** NaN where there is none. */
  score: Float64Array;
  /** The values of the nodes asked for; NaN where there is none. */
  nodes: Map<string | null, Float64Array>;
  /** 0 = none reached, `REFUSED`, `OPEN`; absent where the scheme has no levels. */
  level?: Uint32Array;
  open: { row: number; low: number; high: number }[];
  ranks?: {
    /** NaN without a score; halves only for `average`. */
    rank: Float64Array;
    /** How many places have a rank. */
    of: number;
    ties: Ties;
    /** So many lay so close to another that exact scores put them in order. */
    told_apart: number;
  };
  /** Rows that the exact path decided, ascending. */
  settled: Uint32Array;
  /** What was done to the figures. */
  treatment?: TreatmentDone;
  state: Text;
  marks: Mark[];
}

export interface TreatmentDone {
  asked: Treatment;
  text: Text;
  /** What has to stand beside results: that places are measured by each other. */
  mark: Text;
  /** How many places take part in what is computed from the places at hand. */
  sample: number;
  /** More places than are computed exactly. */
  approximate: boolean;
  inputs: {
    input: string;
    figures: number;
    drawn_up: number;
    drawn_down: number;
    ends?: [Decimal, Decimal];
    still_long?: boolean;
    logarithm?: boolean;
    not_positive?: boolean;
    imputed: number;
    constant?: boolean;
  }[];
}

/** The result of one row. */
export interface PanelRow {
  score: number;
  /** As in `PanelScores`. */
  level?: number;
  open?: { low: number; high: number };
  /** By group; null is the whole. */
  nodes: Map<string | null, number>;
}

/** A result in words. */
export interface PanelSaid {
  /** Level and rank, never bare; rank as of the last `score` that asked for it. */
  statement: Text;
  /** The marks in one line. */
  marks: Text;
  /** What the result rests on besides the place's own figures. */
  notes: { note: string; input?: string; group?: string; percent?: number; text: Text }[];
}

/** Figures of many places, kept inside the module. */
export interface Batch {
  readonly plan: PanelPlan;
  readonly units: number;
  /**
   * Judges what has not been judged yet, and gives the results.
   * @throws {DothiError} what only the exact path sees in figures (`PanelTold`), and faults of the options
   */
  score(options?: ScoreOptions): PanelScores;
  /**
   * Puts another figure into a row, NaN for none, and judges that row anew. What is refused changes nothing. Ranks are taken again by
   * the next `score`.
   * @throws {DothiError} the figure is refused
   */
  change(row: number, column: string, value: number, options?: { applies?: boolean }): PanelRow;
  row(row: number): PanelRow;
  /** Level and rank of a row in words. */
  said(row: number): PanelSaid;
  /** Gives its memory back; otherwise that happens when it is no longer reachable. */
  free(): void;
}
