// Words and values of results, as criteria/FORMAT.md defines them; those of files are the same.

import type { ObservationStatus } from './schema/city-data.js';

export type { Quality, Role, Sampling, ScoreOf, Text, UnitKind, UrbanClass } from './schema/city-data.js';
export type { Aggregate, Basis, Cite, Confidence, FigureUse, Op, Stage, Status, Tier } from './schema/criteria-set.js';
/** SDMX observation status; `O` and `M` have no value. */
export type ObsStatus = ObservationStatus;

/** An exact decimal: digits with a point, no exponent, no trailing zeros. Only counts are numbers. */
export type Decimal = string;

/** A type of the platform, where it is known: the types work in pages, in workers and in Node.js alone. */
type Platform<Name extends string> = typeof globalThis extends { [name in Name]: { prototype: infer Own } } ? Own : never;
type Compiled = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Own } } } ? Own : never;

/** Where a module is: its address, an answer of `fetch`, its bytes, or the module as it was compiled. */
export type ModuleSource = string | Platform<'URL'> | Platform<'Request'> | Platform<'Response'> | ArrayBuffer | ArrayBufferView | Compiled;
/** Stops something that takes long. */
export type StopSignal = Platform<'AbortSignal'>;
