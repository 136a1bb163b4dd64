// The entry `dothi/form`: workbooks written.

import type { CityInput, CriteriaSet, ModuleSource, ReadOptions } from './index.js';
import type { UnitKind } from './documents.js';

/** Loads the part `form.wasm`; it joins the module of the package, which `init` of that loads. */
export function init(source?: ModuleSource): Promise<void>;

export interface LangOption {
  /** Default `vi`. */
  lang?: 'vi' | 'en';
}

/**
 * The form of a set as a workbook, empty.
 * @throws {DothiError} what is wrong with the options
 */
export function template(set: CriteriaSet, options: LangOption & { kind: UnitKind }): Uint8Array;

/**
 * The form of a set, filled with the data of a place.
 * @throws {DothiError} every finding
 */
export function write(set: CriteriaSet, data: CityInput, options?: LangOption & ReadOptions & { unit?: string }): Uint8Array;

/**
 * One table of all places, in the columns of CSV, without any set.
 * @throws {DothiError} every finding
 */
export function writeTable(data: CityInput, options?: LangOption & ReadOptions): Uint8Array;
