// City data, criteria/FORMAT.md §2.

import type { DateText, DecimalInput, ObsStatus, Quality, Role, Sampling, ScoreOf, Text, UnitKind, UrbanClass } from './common.js';

export interface CityFile {
  format: 1;
  cities: CityData[];
}

export interface CityData {
  unit: Unit;
  fictional?: boolean;
  period?: DateText;
  prepared_by?: string;
  notes?: Text[];
  observations: Observation[];
  evidence?: Evidence[];
  not_applicable?: { criterion: string; reason: string }[];
  references?: { id: string; value: DecimalInput; unit?: string; period?: DateText; source: string }[];
  published?: Published[];
}

export interface Unit {
  /** Text: zeros in front are kept. */
  code: string;
  name: UnitName;
  kind: UnitKind;
  parent?: string;
  members?: { code: string; name: string }[];
  region?: string;
  urban_class?: UrbanClass;
  centrally_run?: boolean;
  heritage?: boolean;
  special_factors?: boolean;
  declared_urban?: boolean;
  valid_from?: DateText;
}

export interface UnitName {
  vi: string;
  en?: string;
}

export interface Observation {
  criterion: string;
  data_point?: string;
  role?: Role;
  /** A decimal, yes/no, or a step. */
  value?: DecimalInput | boolean;
  unit?: string;
  period?: DateText;
  part?: string;
  status?: ObsStatus;
  quality?: Quality;
  sampling?: Sampling;
  source?: string;
  note?: string;
}

export interface Evidence {
  criteria: string[];
  number?: string;
  date?: DateText;
  issuer?: string;
  summary: string;
  pages?: string;
  url?: string;
  sha256?: string;
  kind?: 'result' | 'plan' | 'recognition';
  public?: boolean;
  review?: { result: 'accepted' | 'rejected' | 'asked_again'; by?: string; date?: DateText; reason?: string };
}

export interface Published {
  scheme?: string;
  group?: string;
  of: ScoreOf;
  value: DecimalInput;
  source: string;
  clause?: string;
}
