// The entry `dothi/xlsx`: workbooks read, and the files of several departments joined. It reads JSON and CSV as well.

import type { CityInput, ModuleSource, Read, ReadOptions, Told } from './index.js';
import type { CityData, Mark } from './documents.js';

/** Loads the part `xlsx.wasm` and `tables.wasm`; it joins the module of the package, which `init` of that loads. */
export function init(source?: ModuleSource): Promise<void>;

/**
 * Reads city data from a workbook, CSV or JSON, and says where each figure stood.
 * @throws {DothiError} every finding, with sheet, row and heading
 */
export function cityFile(data: CityInput, options?: ReadOptions): Read;

export interface Merged {
  /** Nothing contradicts. */
  ok: boolean;
  findings: Told[];
  places: MergedPlace[];
}

export interface MergedPlace {
  /** The code of the place. */
  unit: string;
  files: string[];
  marks: Mark[];
  /** Absent where something contradicts. */
  city?: CityData;
  /** Everything that more than one file says. */
  entries: MergeEntry[];
}

export interface MergeEntry {
  kind: 'conflict' | 'same' | 'joined';
  subject: { item: string; data_point?: string; role?: string; period?: string; part?: string };
  /** As the columns of CSV are called. */
  field: string;
  sides: { file: string; place: string; value: string }[];
}

/**
 * Joins the files of several departments place by place, or names every contradiction; nothing is picked.
 * @throws {DothiError} the findings of all files, each with its `file`, when one of them cannot be read
 */
export function merge(files: { name: string; data: CityInput }[], options?: ReadOptions): Merged;
