// Two editions beside each other, and records.

import type { City as CityData, Date as DateText, Unit } from './schema/city-data.js';
import type { Cite, Confidence, Decimal, ObsStatus, Op, Role, Sampling, Stage, Status, Text, UnitKind } from './common.js';
import type { CrosswalkRow, Judgement as Method, Threshold } from './schema/criteria-set.js';
import type { Assessment, ConditionResult, Finding, Flag, GroupResult, LevelOutcome, Mark, Outcome } from './results.js';

export interface EditionReference {
  id: string;
  edition: string;
  revision: number;
  stage: Stage;
  status: Status;
  retrospective?: true;
  title: Text;
}

export type Aspect =
  | 'id'
  | 'label'
  | 'title'
  | 'question'
  | 'tier'
  | 'applies_to'
  | 'direction'
  | 'data'
  | 'method'
  | 'evidence'
  | 'definition'
  | 'remarks'
  | 'place'
  | 'edition'
  | 'units'
  | 'unit_kinds'
  | 'parameters'
  | 'rules'
  | 'groups'
  | 'levels'
  | 'scheme';

/** A place where two files differ; the values stand as they do in the files. */
export interface Change {
  aspect: Aspect;
  path: string;
  before?: unknown;
  now?: unknown;
}

/** What differs between two editions. */
export interface EditionDiff {
  diff_format: 1;
  before: EditionReference;
  now: EditionReference;
  marks?: Mark[];
  pairing: string;
  counts: Record<CrosswalkRow['kind'], number>;
  findings?: Finding[];
  criteria?: CriterionDiff[];
  set?: Change[];
}

export interface CriterionDiff {
  kind: CrosswalkRow['kind'];
  declared: boolean;
  before?: NamedCriterion;
  now?: NamedCriterion;
  note?: string;
  thresholds?: { scheme?: string; level: number; asks_differ: boolean; differ?: string[]; before?: Threshold; now?: Threshold }[];
  changes?: Change[];
}

export interface NamedCriterion {
  id: string;
  label: string;
  title: Text;
  cites?: Cite[];
  confidence: Confidence;
}

/** Results under two editions side by side, and why they differ. */
export interface Carried {
  carry_format: 1;
  from: EditionReference;
  to: EditionReference;
  pairing: string;
  unit: Unit;
  as_of: DateText;
  marks?: (Mark | CarryMark)[];
  boundary?: BoundaryChange[];
  criteria?: CarriedCriterion[];
  changes?: OutcomeChange[];
  levels?: { step: 'edition' | 'data'; verified: boolean; from?: number; to?: number; causes?: ('data' | 'rule' | 'boundary')[] }[];
  crosswalk_findings?: Finding[];
  before: Assessment;
  now: Assessment;
  newer?: Assessment;
}

/** A mark that only results side by side carry. */
export interface CarryMark {
  code: 'carried' | 'break_in_series';
  text: Text;
}

/** What of the place itself differs: a break in series, never a trend. */
export interface BoundaryChange {
  what: 'code' | 'kind' | 'valid_from' | 'members';
  before?: string;
  now?: string;
}

export type CarryReason =
  | 'added'
  | 'dropped'
  | 'merged'
  | 'data_type'
  | 'unit'
  | 'inputs'
  | 'derivation'
  | 'steps'
  | 'question'
  | 'parts'
  | 'evidence';

export interface CarriedCriterion {
  before?: string;
  now?: string;
  kind: CrosswalkRow['kind'];
  holds: boolean;
  reworded?: true;
  needs_new_data: boolean;
  reasons?: CarryReason[];
  figures: { all: number; carried: number };
  documents: { all: number; carried: number };
  claimed?: true;
  note?: string;
}

export interface OutcomeChange {
  step: 'edition' | 'data';
  state: 'self_assessed' | 'verified';
  before?: string;
  now?: string;
  from?: Reached;
  to?: Reached;
  causes: Cause[];
  note?: string;
}

export interface Reached {
  outcome: Outcome;
  met_level?: number;
  value?: Decimal;
  answer?: boolean;
  points?: Decimal;
  share?: Decimal;
}

export type Cause =
  | { cause: 'data'; reasons?: CarryReason[] }
  | { cause: 'rule'; thresholds?: number[]; changes?: Change[]; dropped?: true }
  | { cause: 'boundary'; changes?: BoundaryChange[] };

/** An assessment that anybody can replay, criteria/FORMAT.md. */
export interface AssessmentRecord {
  record_format: 1;
  body: RecordBody;
  data: CityData;
  salt?: string;
  producer: { name: string; version: string };
}

export interface RecordBody {
  assessment_format: 1;
  set: { id: string; sha256: string; stage: Stage; status: Status; retrospective?: true; not_official?: Text };
  scheme: string;
  as_of: DateText;
  parameters?: { id: string; level?: number; value: Decimal }[];
  unit: { code: string; kind: UnitKind };
  data_sha256: string;
  data_date?: DateText;
  marks?: Mark['code'][];
  self_assessed: RecordView;
  verified?: RecordView;
}

export interface RecordView {
  level?: { reached: number; of: number; marks?: Mark['code'][]; verdict?: true };
  level_range?: { low: number; high: number; of: number; marks?: Mark['code'][]; verdict?: true };
  refused?: LevelOutcome['refused'] & object;
  score?: { value: Decimal; unrounded: Decimal; marks?: Mark['code'][] };
  score_range?: { low: Decimal; high: Decimal; marks?: Mark['code'][] };
  range?: { low: number; high: number };
  levels?: { level: number; reached?: boolean; condition: RecordCondition }[];
  groups: RecordGroup[];
  criteria: RecordCriterion[];
}

export interface RecordCondition extends Omit<ConditionResult, 'title' | 'cites' | 'of'> {
  of?: RecordCondition[];
}

export interface RecordGroup extends Pick<GroupResult, 'aggregate' | 'exponent' | 'value' | 'unrounded' | 'share' | 'present' | 'undecided' | 'weight' | 'max_points' | 'met'> {
  id: string;
  band?: Decimal;
  low?: { value?: Decimal; share?: Decimal; band?: Decimal };
  high?: { value?: Decimal; share?: Decimal; band?: Decimal };
}

export interface RecordCriterion {
  id: string;
  outcome: Outcome;
  method: Method['method'];
  met_level?: number;
  /** A decimal, `"yes"` or `"no"`. */
  value?: string;
  share?: Decimal;
  points?: Decimal;
  unrounded?: Decimal;
  weight?: Decimal;
  max_points?: Decimal;
  levels?: {
    level: number;
    outcome: Outcome;
    value_passes: boolean;
    op?: Op;
    threshold?: string;
    variant?: number;
    from?: Decimal;
    to?: Decimal;
  }[];
  parts?: { data_point: string; method: Method['method']; outcome: Outcome; value?: string; points?: Decimal; max_points?: Decimal }[];
  change?: { base_value: string; difference?: Decimal };
  low?: { outcome: Outcome; met_level?: number; points?: Decimal; share?: Decimal };
  high?: { outcome: Outcome; met_level?: number; points?: Decimal; share?: Decimal };
  inputs?: { data_point?: string; role: Role; part?: string; period?: DateText; status: ObsStatus; value?: string }[];
  flags?: Flag[];
  survey?: { sampling?: Sampling; positive: Decimal; asked: Decimal; interval?: { low: Decimal; high: Decimal }; sample_to_settle?: Decimal };
  documents?: { all: number; plans: number; accepted: number; rejected: number; recognitions: number };
}
