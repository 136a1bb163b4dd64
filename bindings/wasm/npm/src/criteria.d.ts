// The criteria file, criteria/FORMAT.md §1.

import type {
  Aggregate,
  Basis,
  Cite,
  Confidence,
  DateText,
  DecimalInput,
  FigureUse,
  Op,
  Role,
  ScoreOf,
  Stage,
  Status,
  Text,
  Tier,
  UnitKind,
  UrbanClass,
} from './common.js';

export interface CriteriaFile {
  format: 1;
  set: string;
  edition: string;
  revision: number;
  stage: Stage;
  status: Status;
  retrospective?: boolean;
  title: Text;
  issuer: Text;
  authoritative: 'vi' | 'en';
  published: DateText;
  effective?: DateText;
  supersedes?: string;
  not_official?: Text;
  missing_parts?: Text[];
  notes?: Text[];
  sources: Source[];
  units: UnitOfMeasure[];
  unit_kinds: UnitKindRule[];
  parameters?: Parameter[];
  groups?: Group[];
  rules?: RegimeRule[];
  crosswalk?: { from: string; rows: CrosswalkRow[] };
  criteria: Criterion[];
  schemes: Scheme[];
}

export interface Source {
  id: string;
  kind: string;
  number?: string;
  title: Text;
  issuer: Text;
  issued?: DateText;
  effective?: DateText;
  url?: string;
  retrieved: DateText;
  confidence: Confidence;
  note?: string;
}

export interface UnitOfMeasure {
  id: string;
  symbol: Text;
  factor?: DecimalInput;
}

export interface UnitKindRule {
  kind: UnitKind;
  judged_as: string;
  title?: Text;
  basis: Basis;
  level_is_reading?: boolean;
  note?: string;
}

export interface Parameter {
  id: string;
  level?: number;
  value: DecimalInput;
  minimum: DecimalInput;
  maximum: DecimalInput;
  title: Text;
  basis: Basis;
  confidence: Confidence;
  cites: Cite[];
  note?: string;
}

export interface Group {
  id: string;
  label: string;
  title: Text;
  cites: Cite[];
  note?: string;
}

export interface RegimeRule {
  id: string;
  level?: number;
  value: string;
  status: string;
  confidence: Confidence;
  cites: Cite[];
  note?: string;
}

export interface CrosswalkRow {
  before?: string;
  now?: string;
  kind: 'same' | 'threshold_changed' | 'renamed' | 'merged' | 'dropped' | 'added';
  note?: string;
}

export interface Criterion {
  id: string;
  label: string;
  title: Text;
  question?: Text;
  tier?: Tier;
  applies_to?: string[];
  applies_when?: AttributeTest[];
  direction: 'more' | 'less' | 'none';
  direction_basis?: 'inferred';
  data_points: DataPoint[];
  judge: Judgement[];
  evidence?: { required: boolean; asked: Text; plans_count?: boolean };
  cites: Cite[];
  confidence: Confidence;
  provenance?: { field: string; from: string }[];
  related?: string[];
  note?: string;
}

export interface DataPoint {
  id: string;
  title?: Text;
  type: 'number' | 'boolean' | 'ordinal';
  unit: string;
  inputs: Input[];
  derive?: Expr;
  steps?: { step: number; label: Text }[];
  parts?: 'sum' | 'each' | 'single';
}

export interface Input {
  role: Role;
  title: Text;
  unit: string;
  whole?: boolean;
  minimum?: DecimalInput;
  above?: DecimalInput;
  within?: Role;
  own_period?: boolean;
}

export type Expr =
  | { op: 'input'; role: Role }
  | { op: 'ratio'; of: [Expr, Expr] }
  | { op: 'constant'; value: DecimalInput; cites: Cite[] }
  | { op: 'reference'; id: string }
  | { op: 'at'; years_earlier: number; of: Expr }
  | { op: 'window'; years: number; how: 'mean' | 'worst'; of: Expr }
  | { op: 'add' | 'sub' | 'mul' | 'div' | 'mean' | 'min' | 'max'; of: Expr[] };

export type Judgement = { schemes?: string[] } & Method;

export type Method =
  | { method: 'pass_fail'; thresholds: Threshold[] }
  | { method: 'survey'; z: DecimalInput; cites: Cite[]; thresholds: Threshold[] }
  | ({ method: 'goalposts'; worst: DecimalInput; best: DecimalInput; outside: 'clamp' | 'refuse' } & Ground)
  | ({
      method: 'interpolate';
      minimum: DecimalInput;
      maximum: DecimalInput;
      points_min: DecimalInput;
      points_max: DecimalInput;
      relief?: Relief;
    } & NotedGround)
  | ({ method: 'steps'; points: PointStep[]; open?: { when: AttributeTest[]; cites: Cite[]; note?: string } } & NotedGround)
  | TargetShare
  | Range
  | { method: 'combine'; how: 'any' | 'all' | 'readings' | 'sum'; of: Part[] }
  | { method: 'combine'; how: 'at_least'; n: number; of: Part[] }
  | { method: 'monitor' };

/** What a rule rests on. */
export interface Ground {
  basis: Basis;
  confidence: Confidence;
  cites: Cite[];
}

export interface NotedGround extends Ground {
  note?: string;
}

export interface PointStep {
  at_least: DecimalInput;
  points: DecimalInput;
}

export interface TargetShare extends NotedGround {
  method: 'target_share';
  target: DecimalInput;
  bands: PointStep[];
}

export interface Range extends NotedGround {
  method: 'range';
  level: number;
  low: DecimalInput;
  high: DecimalInput;
  below: 'met' | 'not_met' | 'unclear';
  above: 'met' | 'not_met' | 'unclear';
  printed?: Text;
  horizon?: string;
}

export interface Relief {
  when: AttributeTest[];
  factor: DecimalInput;
  whole?: boolean;
  cites: Cite[];
  note?: string;
}

/** One data point, or one reading, of a combined criterion. */
export type Part = { data_point?: string; title?: Text; derive?: Expr; evidence?: { kind: 'recognition' } } & (
  | { method: 'pass_fail'; thresholds: Threshold[] }
  | Range
  | TargetShare
  | { method: 'monitor' }
);

export interface Threshold {
  level: number;
  op: Op;
  /** A decimal, `"yes"`, or a step as a decimal. */
  value: DecimalInput;
  printed_op?: string;
  basis: Basis;
  use?: FigureUse[];
  confidence: Confidence;
  carried_from?: number;
  figure?: string;
  horizon?: string;
  cites: Cite[];
  variants?: Variant[];
  note?: string;
}

export interface Variant {
  when: AttributeTest[];
  value: DecimalInput;
  basis: Basis;
  confidence: Confidence;
  cites: Cite[];
  note?: string;
}

export type AttributeTest =
  | { attribute: 'urban_class'; in: UrbanClass[] }
  | { attribute: 'members'; in: ('one' | 'several')[] }
  | { attribute: 'centrally_run' | 'heritage' | 'special_factors'; equals: boolean };

export interface Scheme {
  id: string;
  title: Text;
  tree: Tree;
  unit_kinds?: UnitKind[];
  not_considered?: { criterion: string; when: AttributeTest[]; cites: Cite[]; note?: string }[];
  compare_with?: { year: DateText; cites: Cite[]; note?: string };
  bands?: { at_least: DecimalInput; title: Text }[];
  verdict?: boolean;
  missing: { policy: 'not_met' | 'zero' | 'exclude' | 'undecided'; minimum_share?: DecimalInput; basis: Basis; cites: Cite[]; note?: string };
  rounding?: { stage: 'criterion' | 'group' | 'score'; digits: number; mode: 'half_up' | 'half_even' | 'down'; cites: Cite[] }[];
  scale?: DecimalInput;
  score?: { of: ScoreOf };
  preconditions?: Precondition[];
  levels?: { level: number; title: Text; conditions: Condition[] }[];
  published_tolerance?: { value: DecimalInput; cites: Cite[] };
}

export interface Tree {
  weight?: DecimalInput;
  max_points?: DecimalInput;
  aggregate: Aggregate;
  /** Of `power_mean`, and only there. */
  exponent?: DecimalInput;
  children: TreeChild[];
}

export type TreeChild = { criterion: string; weight?: DecimalInput; max_points?: DecimalInput } | ({ group: string } & Tree);

export type Limit =
  | DecimalInput
  | { parameter: string }
  | { value: DecimalInput; variants: { when: AttributeTest[]; value: DecimalInput; cites: Cite[] }[] };

export type Precondition =
  | { condition: 'min_applicable'; tier?: Tier; min: Limit }
  | { condition: 'max_not_applicable_share'; tier?: Tier; max: Limit };

export type Condition =
  | { condition: 'all' | 'any'; of: Condition[] }
  | { condition: 'at_least'; n: number; of: Condition[] }
  | { condition: 'share_met'; tier?: Tier; group?: string; each_group?: boolean; min: Limit }
  | { condition: 'count_met'; tier?: Tier; group?: string; min: Limit }
  | { condition: 'node_value'; group?: string; of: ScoreOf; op: 'ge' | 'gt'; min: Limit }
  | { condition: 'mandatory'; criteria: string[] }
  | { condition: 'lower_levels' }
  | { condition: 'if'; when: AttributeTest[]; then: Condition[]; otherwise?: Condition[] }
  | { condition: 'unclear'; of?: Condition[]; title: Text; cites: Cite[] };
