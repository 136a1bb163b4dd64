// The entry `dothi/tools`: editions beside each other, and records.

import type { AssessOptions, CityInput, CriteriaSet, ModuleSource, ReadOptions, Told } from './index.js';
import type { AssessmentRecord, Carried, EditionDiff } from './documents.js';

/** Loads the part `tools.wasm`; it joins the module of the package, which `init` of that loads. */
export function init(source?: ModuleSource): Promise<void>;

/** What differs between two editions. `JSON.stringify` of it is its canonical form. */
export function diff(before: CriteriaSet, now: CriteriaSet): EditionDiff;

export interface CarryOptions extends AssessOptions {
  /** Newer data of the place, judged by the edition now. */
  newer?: CityInput;
}

/**
 * A place judged by two editions with the same data, and the cause of every change.
 * @throws {DothiError} every finding
 */
export function carry(before: CriteriaSet, now: CriteriaSet, data: CityInput, options: CarryOptions): Carried;

export interface RecordOptions extends AssessOptions {
  /** 64 hexadecimal digits, drawn at random by the caller: seals contact persons and internal links in the public copy. */
  salt?: string;
}

/**
 * An assessment that anybody can replay. `JSON.stringify` of it is the file.
 * @throws {DothiError} every finding
 */
export function record(set: CriteriaSet, data: CityInput, options: RecordOptions): AssessmentRecord;

/** A record: text or bytes as they were kept, or the object. */
export type RecordInput = string | ArrayBuffer | ArrayBufferView | AssessmentRecord;

/**
 * The copy of a record for everybody: what is sealed stands there as digests, the salt is left out.
 * @throws {DothiError} every finding
 */
export function publicCopy(record: RecordInput): AssessmentRecord;

/** What a record says of itself. */
export interface RecordSummary {
  /** The set it was made with, `set@edition-urevision`. */
  set: string;
  set_sha256: string;
  data_sha256: string;
  scheme: string;
  /** The code of the place. */
  unit: string;
  /** How many texts are sealed. */
  sealed?: number;
  producer: { name: string; version: string };
  findings?: Told[];
}

/**
 * What a record says of itself; whether that is true only `verify` says.
 * @throws {DothiError} every finding, when it is no record
 */
export function recordSummary(record: RecordInput): RecordSummary;

export interface VerifyOptions extends ReadOptions {
  /** Data that are to be those of the record. */
  data?: CityInput;
  /** The code of the place in them; needed when they have several. */
  unit?: string;
}

export interface Verified {
  /** Digests are right and the assessment comes out the same. */
  ok: boolean;
  /** Absent when it cannot be read. */
  record?: RecordSummary;
  findings: Told[];
}

/**
 * Replays a record. What is wrong with it is the answer, not an error.
 * @throws {DothiError} what is wrong with the options or with the data beside it
 */
export function verify(set: CriteriaSet, record: RecordInput, options?: VerifyOptions): Verified;
