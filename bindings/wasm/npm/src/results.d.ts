// What comes out: findings, assessments, plans.

import type { Date as DateText, Unit, UnitName } from './schema/city-data.js';
import type {
  Aggregate,
  Basis,
  Cite,
  Confidence,
  Decimal,
  FigureUse,
  ObsStatus,
  Op,
  Quality,
  Role,
  Sampling,
  ScoreOf,
  Stage,
  Status,
  Text,
  Tier,
} from './common.js';
import type { Judgement as Method } from './schema/criteria-set.js';

/** A sentence that must stand wherever the result stands. */
export interface Mark {
  code: 'fictional' | 'not_official' | 'reported' | 'retrospective' | 'draft' | 'non_default' | 'kind_reading' | 'level_reading';
  text: Text;
}

/** One fault or remark. */
export interface Finding {
  /** Stable; those of a call itself begin with `call.`. */
  code: string;
  severity: 'note' | 'warning' | 'error';
  class: 'lexical' | 'shape' | 'meaning';
  /** JSON pointer into the data (into the options for `call.` codes; empty = the whole), or a cell in English words. */
  place: string;
  message: Text;
}

export interface SetReference {
  id: string;
  edition: string;
  revision: number;
  stage: Stage;
  status: Status;
}

/** The whole result of one place. `JSON.stringify` of it is its canonical form (RFC 8785). */
export interface Assessment {
  assessment_format: 1;
  set: SetReference & { title: Text };
  scheme: string;
  unit: Unit;
  fictional: boolean;
  notes?: Text[];
  as_of: DateText;
  data_date?: DateText;
  /** Empty (absent) only for an official, released set with default parameters. */
  marks?: Mark[];
  parameters?: { id: string; level?: number; value: Decimal; default: Decimal }[];
  non_default: boolean;
  findings?: Finding[];
  /** As the city claims: reviews are ignored. */
  self_assessed: View;
  /** As reviewed: only accepted documents count. Absent when no document was reviewed. */
  verified?: View;
  published?: PublishedResult[];
}

export interface View {
  level?: LevelOutcome;
  /** The levels between which the source, or what is left open, lets it lie. */
  level_range?: { low: number; high: number };
  score?: { value: Decimal; unrounded: Decimal };
  score_range?: { low: Decimal; high: Decimal };
  /** Criteria met of asked, in words, for a scheme without levels. */
  statement?: Text;
  /** The level if all criteria without data failed, and if all were met. */
  range?: { low: number; high: number };
  levels?: LevelResult[];
  sensitivity?: ShareSensitivity[];
  tree: GroupResult;
}

export interface LevelOutcome {
  /** Highest level reached, 0 = none; absent when refused or undecided. */
  reached?: number;
  of: number;
  /** The one level is a verdict, met or not met. */
  verdict?: true;
  refused?: { condition: 'out_of_scope' | 'min_applicable' | 'max_not_applicable_share'; count: number; of: number; limit?: Decimal }[];
  /** The level in words that never stand bare. Show these, not the number alone. */
  statement: Text;
}

export interface LevelResult {
  level: number;
  title: Text;
  /** Absent when undecided. */
  reached?: boolean;
  undecided?: true;
  condition: ConditionResult;
  /** What the criteria that decide the level rest on. */
  deciding: {
    criteria: number;
    assumed: number;
    own_use: number;
    primary: number;
    mirror: number;
    secondary: number;
    repeated: number;
  };
}

export interface ConditionResult {
  condition: 'all' | 'any' | 'at_least' | 'share_met' | 'count_met' | 'node_value' | 'mandatory' | 'lower_levels' | 'if' | 'unclear';
  /** Absent when undecided. */
  holds?: boolean;
  undecided?: true;
  attribute_absent?: true;
  /** Over zero criteria. */
  vacuous?: true;
  tier?: Tier;
  parameter?: string;
  group?: string;
  met?: number;
  met_high?: number;
  asked?: number;
  value?: Decimal;
  value_range?: { low: Decimal; high: Decimal };
  min?: Decimal;
  missing?: number;
  title?: Text;
  cites?: Cite[];
  of?: ConditionResult[];
}

export interface ShareSensitivity {
  parameter: string;
  value: Decimal;
  confidence: Confidence;
  above?: { met: number; asked: number };
  up_to?: { met: number; asked: number };
  per_group: number;
  overall: number;
}

export interface GroupResult {
  /** Absent for the root. */
  group?: string;
  aggregate: Aggregate;
  /** Of a power mean. */
  exponent?: Decimal;
  value?: Decimal;
  unrounded?: Decimal;
  share?: Decimal;
  band?: Band;
  low?: NodePossibility;
  high?: NodePossibility;
  present?: Decimal;
  undecided?: true;
  weight?: Decimal;
  max_points?: Decimal;
  met?: { level: number; met: number; met_high?: number; asked: number }[];
  children: (GroupResult | CriterionResult)[];
}

export interface Band {
  at_least: Decimal;
  title: Text;
}

export interface NodePossibility {
  value?: Decimal;
  share?: Decimal;
  band?: Band;
}

export type Outcome =
  | 'passed'
  | 'scored'
  | 'monitored'
  | 'not_applicable'
  | 'not_considered'
  | 'undecided'
  | 'below_threshold'
  | 'survey_inconclusive'
  | 'no_data'
  | 'no_evidence'
  | 'evidence_rejected'
  | 'plan_only';

export type Flag =
  | 'attribute_absent'
  | 'clamped'
  | 'excluded'
  | 'left_open'
  | 'mixed_periods'
  | 'parts_summed'
  | 'relief'
  | 'self_selected'
  | 'worst_part'
  | 'zero_for_missing';

export interface CriterionResult {
  criterion: string;
  outcome: Outcome;
  /** An undecided criterion: what it is in the reading that gives least, and in the one that gives most. */
  low?: Possibility;
  high?: Possibility;
  method: Method['method'];
  tier?: Tier;
  met_level?: number;
  value?: Decimal;
  answer?: boolean;
  unit?: string;
  /** Beside the value of an earlier year; nothing is judged by it. */
  change?: { base_value?: string; difference?: Decimal };
  parts?: PartResult[];
  share?: Decimal;
  points?: Decimal;
  unrounded?: Decimal;
  weight?: Decimal;
  max_points?: Decimal;
  levels?: LevelAnswer[];
  inputs?: UsedObservation[];
  flags?: Flag[];
  /** One unit more or less would change an outcome. */
  fragile?: true;
  survey?: SurveyResult;
  reason?: string;
  not_considered?: { cites: Cite[]; note?: string };
  documents?: { all: number; plans: number; accepted: number; rejected: number; recognitions?: number };
  cites?: Cite[];
  confidence: Confidence;
}

export interface Possibility {
  outcome: Outcome;
  met_level?: number;
  points?: Decimal;
  share?: Decimal;
}

export interface PartResult {
  data_point: string;
  title?: Text;
  method: Method['method'];
  outcome: Outcome;
  value?: Decimal;
  answer?: boolean;
  unit: string;
  points?: Decimal;
  max_points?: Decimal;
  evidence?: 'recognition';
  cites?: Cite[];
}

/** By a threshold, by a range, or by the parts of a combination. */
export type LevelAnswer = ThresholdAnswer | RangeAnswer | PartsAnswer;

export interface PartsAnswer {
  level: number;
  outcome: Outcome;
  value_passes: boolean;
}

export interface RangeAnswer extends PartsAnswer {
  from: Decimal;
  to: Decimal;
  below: 'met' | 'not_met' | 'unclear';
  above: 'met' | 'not_met' | 'unclear';
  printed?: Text;
  basis: Basis;
  confidence: Confidence;
  cites?: Cite[];
}

export interface ThresholdAnswer extends PartsAnswer {
  op: Op;
  /** A decimal, or `"yes"`. */
  threshold: string;
  printed_op?: string;
  /** The variant that replaced the main value. */
  variant?: number;
  basis: Basis;
  use?: FigureUse[];
  confidence: Confidence;
  carried_from?: number;
  cites?: Cite[];
}

export interface UsedObservation {
  data_point?: string;
  role: Role;
  part?: string;
  value?: string;
  unit?: string;
  period?: DateText;
  status: ObsStatus;
  quality?: Quality;
  source?: string;
}

export interface SurveyResult {
  sampling?: Sampling;
  positive: Decimal;
  asked: Decimal;
  /** Wilson interval, as shares of 1. */
  interval?: { low: Decimal; high: Decimal };
  sample_to_settle?: Decimal;
  plain_share_passes: boolean;
}

export interface PublishedResult {
  group?: string;
  of: ScoreOf;
  published: Decimal;
  computed?: Decimal;
  difference?: Decimal;
  within_tolerance?: boolean;
  source: string;
  clause?: string;
}

/** What to fix first. */
export interface Gap {
  gap_format: 1;
  set: SetReference;
  scheme: string;
  unit: { code: string; name: UnitName };
  fictional: boolean;
  as_of: DateText;
  data_date?: DateText;
  state: 'self_assessed';
  marks?: Mark[];
  target?: { level: number; statement: Text };
  outcome: 'reachable' | 'possibly_reachable' | 'no_way' | 'already_reached' | 'no_levels';
  /** No smaller set of criteria reaches the level. */
  proven_minimal: boolean;
  /** Those of the lowest level first. */
  fixes?: Fix[];
  /** Point sums that a level asks for, and how far they are from it. */
  needs?: { group?: string; value: Decimal; min: Decimal; short: Decimal }[];
  /** Criteria that could still give points, the largest gain first. */
  gains?: PointGain[];
}

export interface PointGain {
  criterion: string;
  outcome: Outcome;
  value?: Decimal;
  points: Decimal;
  max_points: Decimal;
  gain: Decimal;
  full_at?: Decimal;
  next?: { at: Decimal; gain: Decimal };
}

export interface Fix {
  criterion: string;
  kind: 'bring_evidence' | 'bring_data' | 'ask_more_people' | 'improve_result';
  outcome: Outcome;
  level: number;
  value?: Decimal;
  op?: Op;
  /** The value to reach: a decimal, or `"yes"`. */
  reach?: string;
  /** The end of the range to reach. */
  reach_to?: Decimal;
  gain?: Decimal;
  unit?: string;
  cost: Decimal;
}
