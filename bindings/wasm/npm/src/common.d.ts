// Words and values of results, as criteria/FORMAT.md defines them; those of files are the same.

import type { ObservationStatus } from './schema/city-data.js';

export type { Quality, Role, Sampling, ScoreOf, Text, UnitKind, UrbanClass } from './schema/city-data.js';
export type { Aggregate, Basis, Cite, Confidence, FigureUse, Op, Stage, Status, Tier } from './schema/criteria-set.js';
/** SDMX observation status; `O` and `M` have no value. */
export type ObsStatus = ObservationStatus;

/** An exact decimal: digits with a point, no exponent, no trailing zeros. Only counts are numbers. */
export type Decimal = string;
