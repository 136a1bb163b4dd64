/**
 * `<dothi-scorecard>`: a result that people like to look at. Importing this entry makes the element known to the page.
 *
 * ```html
 * <dothi-scorecard lang="vi"></dothi-scorecard>
 * <script type="module">
 *   import 'dothi/scorecard';
 *   const card = document.querySelector('dothi-scorecard');
 *   card.set = 'vn-ssc@2026';
 *   card.city = await (await fetch('vi-du.json')).text();
 *   card.assessment = { asOf: '2026-11-21', unit: 'X-0001' };
 * </script>
 * ```
 */

import type { AssessOptions, CityInput, CriteriaInput, CriteriaSet, ModuleSource, Role, Told } from '../index.js';

export { DothiError } from '../index.js';

/**
 * Fetches the part of the scorecard from elsewhere than beside the package; call it before an element is on the page. The module that it
 * joins comes from beside the package too, unless `init` of the package was called before.
 */
export function init(source?: ModuleSource): Promise<void>;

/** A number as somebody wrote it. */
export type ReadNumber =
  | { value: string; shown: string; grouped: boolean; empty?: undefined; fault?: undefined }
  | { empty: true; value?: undefined; fault?: undefined }
  | { fault: true; value?: undefined; empty?: undefined };

/**
 * Reads `12,5`, `1.234,5`, `12.5` as people of the language write them, else as those of the other one: `value` holds the digits of a JSON
 * number, `shown` how it was understood, `grouped` says that a sign was taken for that of thousands and might have been a decimal one.
 * Blank is `empty`; what is no number, or has more than 28 digits, is a `fault`.
 */
export function readNumber(text: string, lang: 'vi' | 'en'): ReadNumber;

/** Digits of a JSON number as the language writes them. */
export function showNumber(value: string, lang: 'vi' | 'en'): string;

/** A figure that was tried in place of the real one. */
export type WhatIf =
  | { criterion: string; data_point: string; role: Role; part?: string; /** `null`: as if there were none. */ value: string | null; papers?: undefined }
  | { criterion: string; /** As if the evidence were there. */ papers: true; value?: undefined };

/** What `dothi-ready` tells. */
export interface ScorecardReady {
  /** The self-assessed result in words that never stand bare. */
  statement: string;
  marks: string[];
  results: { state: string; verified: boolean; statement: string }[];
}

/** What `dothi-change` tells: the language was switched, or a figure was tried. */
export interface ScorecardChange {
  reason: 'lang' | 'what-if';
  lang: 'vi' | 'en';
  /** All that is tried now; empty = nothing. */
  whatIf: WhatIf[];
  /** What would come of it; never a result. Absent when nothing is tried, or when it cannot be judged. */
  supposed?: { statement: string; outcome?: string };
}

/** What `dothi-edit` tells: somebody wants to edit the data of a criterion. */
export interface ScorecardEdit {
  criterion: string;
}

export interface ScorecardEventMap {
  'dothi-ready': CustomEvent<ScorecardReady>;
  'dothi-change': CustomEvent<ScorecardChange>;
  'dothi-edit': CustomEvent<ScorecardEdit>;
  'dothi-error': CustomEvent<{ findings: Told[] }>;
}

/**
 * Attributes: `lang` (`vi`, `en`; without it that of the page), `scheme` (the scheme of the set; without it the set's first for the place),
 * `view` (`full`, `summary`), `theme` (`light`, `dark`; without it as the reader has it), `editable` (each criterion has a button that tells `dothi-edit`). None of them hides a mark of honesty.
 */
export class DothiScorecard extends HTMLElement {
  /** A set of the package by name (`vn-ssc@2026`), or the text, bytes or object of a criteria file, or a `CriteriaSet`. */
  set: CriteriaInput | CriteriaSet | undefined;
  /** City data: JSON or CSV as text or bytes, a city file, or one place of it. */
  city: CityInput | undefined;
  /** How to judge: `asOf` is needed, `unit` where the data have several places. */
  assessment: AssessOptions;
  /** What is tried now. */
  readonly whatIf: WhatIf[];
  /** Settles when what was asked for is shown. */
  readonly shown: Promise<void>;
  /** Drops every what-if. */
  reset(): void;
  /** The name of the place takes the focus. */
  focus(options?: FocusOptions): void;

  addEventListener<K extends keyof ScorecardEventMap>(type: K, listener: (this: DothiScorecard, event: ScorecardEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: DothiScorecard, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'dothi-scorecard': DothiScorecard;
  }
}
