// Words and values that every document uses, as criteria/FORMAT.md defines them.

/** An exact decimal: digits with a point, no exponent, no trailing zeros. Only counts are numbers. */
export type Decimal = string;
/** A decimal as files may hold it. */
export type DecimalInput = string | number;
/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type DateText = string;

export interface Text {
  vi: string;
  en: string;
}

export interface Cite {
  source: string;
  clause: string;
}

export type Confidence = 'primary' | 'mirror' | 'secondary';
export type Basis = 'official_target' | 'official_band' | 'derived' | 'assumption' | 'definition' | 'source';
export type Stage = 'draft' | 'released';
export type Status = 'official' | 'reported' | 'reference';
export type Tier = 'basic' | 'elective' | 'core' | 'advanced';
export type Role = 'value' | 'numerator' | 'denominator';
export type UnitKind = 'province' | 'urban_area' | 'commune' | 'new_urban_area' | 'national';
export type UrbanClass = 'special' | '1' | '2' | '3' | '4' | '5' | 'none';
export type Op = 'ge' | 'gt' | 'le' | 'lt' | 'eq';
export type FigureUse = 'placement' | 'national_target' | 'class_band' | 'requirement';
export type Aggregate =
  | 'none'
  | 'sum'
  | 'sum_of_scored'
  | 'weighted_arithmetic'
  | 'weighted_geometric'
  | 'weighted_harmonic'
  | 'power_mean'
  | 'minimum'
  | 'count_passed';
export type ScoreOf = 'value' | 'share';
/** SDMX observation status; `O` and `M` have no value. */
export type ObsStatus = 'A' | 'B' | 'E' | 'I' | 'P' | 'M' | 'O' | 'U';
export type Sampling = 'probability' | 'self_selected' | 'full_count';
export type Quality =
  | 'accurate_measurement'
  | 'survey_of_inhabitants'
  | 'higher_level_data'
  | 'estimate_on_assumptions'
  | 'personal_estimate'
  | 'unknown';
