// What comes out of the national programme. Types of reports and rounds are made from the library's JSON Schemas.

import type { Basis, Cite, Confidence, Decimal, Op, Sampling, Text, UnitKind } from './common.js';
import type { Date as DateText, UnitName } from './schema/city-data.js';
import type { Source } from './schema/criteria-set.js';
import type { ReportRound, RoundUnit } from './schema/report-round.js';
import type { Finding, Fix, Mark, Outcome } from './results.js';

export type { FundingLine, LocalReport, LocalReports, MoneyUnit, RecordLink, ReportEntry, ReportNothing, ReportReplaces, StatedTotal } from './schema/local-reports.js';
export type { ReportRound, RoundUnit } from './schema/report-round.js';

/** A sentence that must stand wherever a document of the programme stands. */
export interface ProgrammeMark {
  code: Mark['code'] | 'as_reported' | 'stated' | 'own_survey' | 'self_selected' | 'own_order' | 'own_mapping' | 'no_decision' | 'assumed_rules' | 'no_test';
  text: Text;
}

/** A part or an item of an outline. */
export interface OutlineItem {
  /** `3`, `3.1` */
  id: string;
  title: Text;
  required: 'yes' | 'if_any' | 'no';
  /** It stands in the outline, only the press reported it, or it is this project's own. */
  origin: 'outline' | 'press' | 'ours';
  confidence: Confidence;
  cites: Cite[];
  note?: string;
}

export type PartRole = 'text' | 'funding' | 'difficulties' | 'proposals';

export interface OutlinePart extends OutlineItem {
  role: PartRole;
  /** Absent where entries stand under the part itself. */
  items?: OutlineItem[];
}

/** The outline of a local report. */
export interface Outline {
  format: number;
  outline: string;
  title: Text;
  sources: Source[];
  parts: OutlinePart[];
  /** Classes of funds; none is in the outline. */
  fund_sources: { id: string; title: Text }[];
  /** Criteria that can be judged from a report. */
  criteria?: { set: string; criterion: string; asks: 'on_time_and_complete' | 'funding_by_category' }[];
  notes?: Text[];
}

export interface RoundRead {
  round: ReportRound;
  /** Who is asked, by code. */
  asked: RoundUnit[];
  /** The last day on time. */
  last_day?: DateText;
}

/** A sum in đồng of what is known; what is not known is counted, and is not zero. */
export interface Money {
  dong: Decimal;
  given: number;
  missing: number;
}

export interface Sums {
  lines: number;
  planned: Money;
  disbursed: Money;
}

export type Punctuality = 'on_time' | 'late' | 'unknown';

/** The level in a record that holds. */
export interface LevelRecord {
  file: string;
  unit: string;
  name: string;
  kind: UnitKind;
  set: string;
  scheme: string;
  as_of: DateText;
  verified: boolean;
  non_default: boolean;
  /** 0 = none reached; absent where none is given. */
  level?: number;
  levels: number;
  /** The level in the sentence that never stands bare. */
  statement: Text;
  marks: Mark[];
}

/** What became of a report: only those counted are in national sums. */
export type Standing = 'counted' | 'inside' | 'copy' | 'replaced' | 'contradicting' | 'refused' | 'other_round' | 'not_listed';

export interface FundingRow extends Sums {
  key: string;
  of?: string;
}

export interface Funding {
  total: Sums;
  by_category: FundingRow[];
  by_year: FundingRow[];
  by_source: FundingRow[];
  by_province: FundingRow[];
  by_category_and_year: FundingRow[];
  by_province_and_category: FundingRow[];
}

/** The proof that nothing was lost or added twice. */
export interface Reconciliation {
  read: Sums;
  rows: (Sums & { standing: Standing; reports: number })[];
  tables: (Sums & { table: Exclude<keyof Funding, 'total'>; agrees: boolean })[];
  planned_difference: Decimal;
  disbursed_difference: Decimal;
  agrees: boolean;
}

export interface ProvinceState extends RoundUnit {
  outcome: 'reported' | 'contradictory' | 'refused' | 'missing';
  punctuality?: Punctuality;
  /** Whether the first report that is replaced came in time. */
  first?: Punctuality;
  complete: boolean;
  sums?: Sums;
  /** Communes and urban areas inside; their amounts are in no national sum. */
  inside?: { code: string; name: string; sums: Sums }[];
}

export interface ReportState {
  file: string;
  unit: string;
  name: string;
  kind: UnitKind;
  standing: Standing;
  punctuality: Punctuality;
  /** File of the report that stands in for it. */
  replaced_by?: string;
  day?: DateText;
  complete: boolean;
  findings: Finding[];
}

export interface ReportedProject {
  unit: string;
  /** The province that the unit is or lies in. */
  province: string;
  file: string;
  standing: Standing;
  project: string;
  code?: string;
  lines: {
    category: string;
    year: number;
    source: string;
    /** In đồng. */
    planned?: Decimal;
    /** In đồng. */
    disbursed?: Decimal;
    /** Amounts that are none, as written. */
    written?: [Decimal | null, Decimal | null, string | null];
    project?: string;
    note?: string;
  }[];
}

export interface TextGroup {
  item: string;
  title: Text;
  role: PartRole;
  /** Every text as written, with who wrote it. */
  texts: { to?: string; unit: string; name: string; text: string; document?: string; date?: DateText; file: string; standing: Standing }[];
  /** Who says that there is nothing, and why. */
  nothing?: [string, string | null][];
}

export interface LevelGroup {
  set: string;
  scheme: string;
  kind: UnitKind;
  verified: boolean;
  non_default: boolean;
  marks: Mark[];
  /** How many places have each level; `null` = none given. */
  counts: { level: number | null; places: number }[];
  results: LevelRecord[];
  not_counted?: LevelRecord[];
}

export interface ProgressRow {
  key: string;
  before?: Sums;
  now?: Sums;
  planned?: Decimal;
  disbursed?: Decimal;
}

/** Against the round before; pairs are before and now. */
export interface Progress {
  round: string;
  title: Text;
  same_units: boolean;
  asked: [number, number];
  reported: [number, number];
  total: ProgressRow;
  by_category: ProgressRow[];
  by_year: ProgressRow[];
  by_source: ProgressRow[];
  by_province: ProgressRow[];
  texts: [string, number, number][];
}

/** One national report of a round. `JSON.stringify` of it is its canonical form. */
export interface Synthesis {
  synthesis_format: number;
  round: string;
  title: Text;
  outline: string;
  marks: ProgrammeMark[];
  units_on: DateText;
  deadline?: string;
  last_day?: DateText;
  provinces: ProvinceState[];
  reports: ReportState[];
  unreadable: { file: string; units?: string[]; findings: Finding[] }[];
  funding: Funding;
  reconciliation: Reconciliation;
  projects: ReportedProject[];
  texts: TextGroup[];
  levels: LevelGroup[];
  progress?: Progress;
  /** Everything that is late, missing, doubled or contradictory. */
  anomalies: { unit?: string; file?: string; finding: Finding }[];
}

/** The state of a milestone or target on a day. */
export type TargetState =
  | 'reached'
  | 'reached_late'
  | 'unproven'
  | 'on_track'
  | 'behind'
  | 'under_way'
  | 'not_started'
  | 'pace_unknown'
  | 'overdue'
  | 'due_unknown'
  | 'undecided'
  | 'not_measurable'
  | 'not_applicable'
  | 'not_a_target';

/** The milestones of Decision 950 on a day. */
export interface Milestones {
  milestones_format: 1;
  milestones: { id: string; title: Text };
  as_of: DateText;
  fictional: boolean;
  marks: ProgrammeMark[];
  items: {
    milestone: string;
    kind: 'milestone' | 'quantity' | 'structure' | 'follow_up';
    title: Text;
    horizon?: DateText;
    state: TargetState;
    target?: { op: Op; value: Decimal; unit: string };
    statement?: { date: DateText; value?: Decimal; source: string };
    projected?: Decimal;
    confidence: Confidence;
    cites: Cite[];
    note?: string;
  }[];
  notes?: Text[];
}

export interface Figure {
  value: Decimal;
  period: DateText;
}

/** The dated targets of a set for one place. */
export interface Targets {
  targets_format: 1;
  places: {
    unit: { code: string; name: UnitName };
    set: string;
    scheme: string;
    as_of: DateText;
    state: 'self_assessed';
    fictional: boolean;
    marks?: ProgrammeMark[];
    targets?: {
      criterion: string;
      title: Text;
      level: number;
      horizon: DateText;
      asked: { op: Op | 'range' | 'parts'; value?: string; to?: Decimal };
      state: TargetState;
      now?: Figure;
      earlier?: Figure;
      projected?: Decimal;
      basis?: Basis;
      use?: string;
      confidence?: Confidence;
      cites?: Cite[];
    }[];
    /** Targets without a horizon, which are not in the list. */
    undated: number;
    findings?: Finding[];
  }[];
  /** Places in each state; absent without a place that counts. */
  counts?: { criterion: string; level: number; horizon: DateText; states: { state: TargetState; places: number }[] }[];
}

/** By what priorities are ordered. */
export type PriorityKey = 'plan' | 'weight' | 'dissatisfaction' | 'local' | 'distance';

/** What one place should do next, in order. */
export interface Priorities {
  priorities_format: 1;
  set: string;
  scheme: string;
  unit: { code: string; name: UnitName };
  as_of: DateText;
  state: 'self_assessed';
  fictional: boolean;
  marks: ProgrammeMark[];
  target: number;
  keys: PriorityKey[];
  /** The rule of the order in a sentence. */
  rule: Text;
  items?: {
    criterion: string;
    title: Text;
    outcome: Outcome;
    to_do: Fix['kind'];
    value?: Decimal;
    reach?: string;
    /** Part of the smallest plan to the level. */
    in_plan: boolean;
    decides_level: boolean;
    levels_short: number;
    gain?: Decimal;
    distance: Decimal;
    /** The place's own priority it falls under, from 1. */
    local?: { at: number; of: string; reason: string };
    dissatisfied?: { question: string; share: Decimal };
    reasons: { vi: string[]; en: string[] };
  }[];
}

/** A result by the objectives of Resolution 06-NQ/TW; the mapping is this project's own. */
export interface ObjectivesView {
  objectives_format: 1;
  objectives: { id: string; title: Text };
  mapping: { basis: Basis; note: Text };
  set: string;
  scheme: string;
  unit: { code: string; name: UnitName };
  as_of: DateText;
  state: 'self_assessed';
  fictional: boolean;
  level: number;
  marks: ProgrammeMark[];
  items: {
    objective: string;
    /** A task that a later document sets. */
    task: boolean;
    title: Text;
    groups?: string[];
    asked: number;
    met: number;
    no_data: number;
    undecided: number;
    /** Criteria not met. */
    open?: string[];
    confidence: Confidence;
    cites: Cite[];
    note?: string;
  }[];
}

export type VoiceCell =
  | { state: 'empty' | 'too_few' | 'protects' }
  | {
      state: 'shown';
      answers: number;
      positive: number;
      share: Decimal;
      /** Wilson interval, as shares of 1. */
      interval?: { low: Decimal; high: Decimal };
      effective?: Decimal;
      design_effect?: Decimal;
    };

/** The figures of a survey of residents. */
export interface Voice {
  voice_format: 1;
  survey: { id: string; title: Text };
  unit: { code: string; name: UnitName };
  fictional: boolean;
  period?: DateText;
  sampling: Sampling;
  population?: number;
  minimum_cell: number;
  z: Decimal;
  state: 'self_assessed';
  marks: ProgrammeMark[];
  respondents?: number;
  questions: {
    question: string;
    kind: 'interest' | 'satisfaction' | 'use';
    title: Text;
    criterion?: string;
    about?: string[];
    whole: VoiceCell;
    strata?: { stratum: string; cell: VoiceCell }[];
    needed?: { margin: Decimal; simple: number; designed?: number; reached?: boolean }[];
  }[];
  findings?: Finding[];
}

/** Whether a condition holds, or a place may be a pilot; `unknown`: no statement, no data, or left open by the source. */
export type PilotAnswer = 'yes' | 'unknown' | 'no';

/** What a rule rests on. */
export interface PilotGround {
  /** `assumption` = the user's own. */
  basis: Basis;
  confidence?: Confidence;
  /** Which of the sources of the rules, and where. */
  cites?: Cite[];
  note?: string;
}

export interface PilotCandidate {
  unit: { code: string; name: UnitName; kind: UnitKind };
  eligible: PilotAnswer;
  /** Readiness as a share of 1; absent where the rules have no item that applies. */
  score?: Decimal;
  /** Among the eligible. */
  rank?: number;
  /** When weights vary: 5 and 95 of 100 draws are at or before `low` and `high`. */
  ranks?: { low: number; median: number; high: number; mean: Decimal };
  /** The level in the sentence that never stands bare. */
  level?: Text;
  conditions?: (PilotGround & { id: string; title: Text; holds: PilotAnswer; statement?: { holds: boolean; source: string } })[];
  readiness?: (PilotGround & {
    id: string;
    title: Text;
    /** Absent where nothing of it applies or it is left open; it is then no part of the score. */
    share?: Decimal;
    weight: Decimal;
    level: number;
    /** Criteria of it without data; they count as not met. */
    no_data: number;
  })[];
  /** What to fix first, by the set's own levels. */
  fixes?: { criterion: string; kind: Fix['kind'] }[];
}

/** Candidates held against rules, best first. `JSON.stringify` of it is its canonical form. */
export interface PilotSelection {
  pilots_format: 1;
  rules: { id: string; title: Text; sources?: Source[]; notes?: Text[] };
  /** Absent without candidates. */
  set?: string;
  scheme?: string;
  as_of?: DateText;
  state: 'self_assessed';
  fictional: boolean;
  marks: ProgrammeMark[];
  ties: 'competition';
  ranked: number;
  robustness?: { seed: number; replications: number; doubt: string; mean_shift: Decimal };
  candidates?: PilotCandidate[];
}

/** What a comparison says; it is no statistical test. */
export type EffectVerdict = 'above_all' | 'above_mean' | 'same' | 'below_mean' | 'below_all' | 'not_judged' | 'too_few' | 'not_measurable';

/** A pilot before and after, beside comparable places. `JSON.stringify` of it is its canonical form. */
export interface PilotEffect {
  effect_format: 1;
  set: string;
  as_of: DateText;
  pilot: { code: string; name: UnitName };
  comparators?: { code: string; name: UnitName }[];
  before: DateText;
  after: DateText;
  minimum: number;
  fictional: boolean;
  state: 'self_assessed';
  marks: ProgrammeMark[];
  criteria?: {
    criterion: string;
    title: Text;
    /** Which way is better; `none` is shown and not judged. */
    direction: 'more' | 'less' | 'none';
    before?: Decimal;
    after?: Decimal;
    change?: Decimal;
    /** Comparable places with both figures. */
    comparators?: { code: string; before: Decimal; after: Decimal }[];
    /** Codes of those without. */
    without?: string[];
    mean_change?: Decimal;
    /** The change of the pilot less that mean. */
    difference?: Decimal;
    verdict: EffectVerdict;
  }[];
  /** Remarks: another urban class, changed borders. */
  findings?: Finding[];
}
