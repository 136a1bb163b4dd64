// The entry `dothi/report`: reports and charts.

import type { AssessOptions, CityInput, CriteriaSet, ModuleSource } from './index.js';

/** Loads the part `report.wasm`; it joins the module of the package, which `init` of that loads. */
export function init(source?: ModuleSource): Promise<void>;

export interface ReportOptions extends AssessOptions {
  /** Default `vi`. */
  lang?: 'vi' | 'en';
}

export interface ChartOptions extends ReportOptions {
  /** 680 or 350 units wide; text has the same size in both. Default `wide`. */
  size?: 'wide' | 'narrow';
}

export interface Chart {
  kind: 'radar' | 'bars' | 'ladder' | 'gauge' | 'strip' | 'other';
  title: string;
  /** What must stand wherever the chart stands. */
  marks: string;
  /** Everything it shows, in words. */
  description: string;
  /** A whole SVG file, for light and dark ground. */
  svg: string;
}

/**
 * The report of one place: one HTML file that needs nothing else.
 * @throws {DothiError} every finding
 */
export function html(set: CriteriaSet, data: CityInput, options: ReportOptions): string;

/**
 * The charts of a report, in its order.
 * @throws {DothiError} every finding
 */
export function charts(set: CriteriaSet, data: CityInput, options: ChartOptions): Chart[];
