// A plan, and batches of figures held against it, inside the module.

import * as glue from './core.js';
import { DothiError, fault } from './error.js';
import { NONE, options } from './input.js';
import { core, raw } from './set.js';

/** In place of a level: none is given, since a precondition fails. */
export const REFUSED = 0xffff_ffff;
/** In place of a level: it depends on how the source is read. */
export const OPEN = 0xffff_fffe;

/** What the module is asked for. */
const [SCORE, RANK, NODE, LEVEL, IN_BETWEEN, SETTLED, ROW] = [0, 1, 2, 3, 4, 5, 6];

/** What a part gave, as long as the instance that holds it is there and nobody has freed it. */
class Held {
  #raw;
  #generation;

  constructor(raw) {
    this.#raw = raw;
    this.#generation = core.generation;
  }

  get gone() {
    return this.#raw === undefined || this.#generation !== core.generation;
  }

  get raw() {
    if (this.gone) {
      throw fault(
        'call.gone',
        '',
        'đối tượng này đã được giải phóng, hoặc mô-đun đã phải nạp lại sau một lỗi; hãy tạo lại',
        'this object was freed, or the module was made anew after a fault; make the object again',
      );
    }
    return this.#raw;
  }

  free() {
    if (!this.gone) this.#raw.free();
    this.#raw = undefined;
  }
}

/** A verb of the part `panel`; its findings name column and row. */
function call(verb, ...parts) {
  try {
    return core.call(verb, 'panel', ...parts);
  } catch (error) {
    if (!(error instanceof DothiError) || error.cause !== undefined) throw error;
    throw new DothiError(error.findings.map(placed));
  }
}

/** `/air/17` is row 17 of the column `air`, `/17` the row as a whole. Options have other codes. */
function placed(finding) {
  if (finding.code.startsWith('call.')) return finding;
  const [, column, row] = /^(?:\/(.+?))??(?:\/(\d+))?$/.exec(finding.place) ?? [];
  return { ...finding, ...(column !== undefined && { column }), ...(row !== undefined && { row: Number(row) }) };
}

const wrong = (place, vi, en) => fault('call.wrong_type', place, `ở đây cần ${vi}`, `expected ${en}`).findings[0];

/** An object whose members are typed arrays. */
function arrays(given, place, kind, faults) {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    faults.push(wrong(place, 'một đối tượng', 'an object'));
    return [];
  }
  return Object.entries(given).filter(([name, array]) => {
    if (!(array instanceof kind)) faults.push(wrong(`${place}/${name}`, kind.name, `a ${kind.name}`));
    return array instanceof kind;
  });
}

/** Columns of numbers as the module takes them: what they are, then all of them one after the other. */
export function figures(columns, applies = {}, at = '/columns') {
  const faults = [];
  const masks = new Map(arrays(applies, '/applies', Uint8Array, faults));
  const given = arrays(columns, at, Float64Array, faults);
  for (const [name, mask] of masks) {
    const [found, wanted] = [mask.length, given.find(([own]) => own === name)?.[1].length ?? 0];
    if (found === wanted) continue;
    faults.push(fault('call.wrong_length', `/applies/${name}`, `có ${found} dòng, cột có ${wanted}`, `${found} rows, the column has ${wanted}`).findings[0]);
  }
  if (faults.length > 0) throw new DothiError(faults);
  const told = given.map(([name, column]) => ({ name, rows: column.length, applies: masks.has(name) }));
  return [told, joined(Float64Array, given.map(([, column]) => column)), joined(Uint8Array, given.flatMap(([name]) => masks.get(name) ?? []))];
}

function joined(kind, arrays) {
  const out = new kind(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    out.set(array, at);
    at += array.length;
  }
  return out;
}

export class PanelPlan {
  #set;
  #options;
  #held;
  #freed = false;

  constructor(set, given) {
    this.#set = set;
    this.#options = options(given);
    Object.assign(this, JSON.parse(call(() => this.#inside().told())));
    Object.freeze(this);
  }

  /** The plan inside the module; made again when the instance that held it broke. */
  #inside() {
    if (!this.#freed && (this.#held?.gone ?? true)) this.#held = new Held(new glue.Plan(raw(this.#set), this.#options));
    return this.#held.raw;
  }

  static inside(plan) {
    if (!(plan instanceof PanelPlan)) throw fault('call.not_a_plan', '/plan', 'ở đây cần một kế hoạch, do `plan` trả về', 'expected a plan, as `plan` returns it');
    return plan.#inside();
  }

  batch(columns, given = {}) {
    const { applies, ...rest } = given;
    const [told, numbers, masks] = figures(columns, applies);
    const units = rest.units ?? told[0]?.rows ?? 0;
    return new Batch(this, units, call(() => this.#inside().batch(options({ ...rest, units, columns: told }), numbers, masks)));
  }

  free() {
    this.#held?.free();
    this.#freed = true;
  }
}

export class Batch {
  #plan;
  #held;
  /** The options by which the present scores were made. */
  #asked;

  constructor(plan, units, raw) {
    this.#plan = plan;
    this.units = units;
    this.#held = new Held(raw);
  }

  static inside(batch) {
    if (!(batch instanceof Batch)) throw fault('call.not_a_batch', '/batch', 'ở đây cần các cột số liệu, do `batch` của kế hoạch trả về', 'expected a batch, as `batch` of a plan returns it');
    return batch.#held.raw;
  }

  get plan() {
    return this.#plan;
  }

  score(given = {}) {
    const { nodes = [], unranked = NONE, ...rest } = given ?? {};
    const places = this.#nodes(nodes);
    if (!(unranked instanceof Uint8Array)) throw new DothiError([wrong('/unranked', 'Uint8Array', 'a Uint8Array')]);
    const own = this.#held.raw;
    const { of, ties, told_apart, treatment } = JSON.parse(call(() => own.score(options(rest), unranked)));
    this.#asked = given;
    return call(() => {
      const [score, levels, open] = [SCORE, LEVEL, IN_BETWEEN].map((what) => own.numbers(what, 0));
      return {
        units: score.length,
        score,
        nodes: new Map(places.map(([id, at]) => [id, own.numbers(NODE, at)])),
        ...(levels.length > 0 && { level: Uint32Array.from(levels) }),
        open: Array.from({ length: open.length / 3 }, (_, i) => ({ row: open[3 * i], low: open[3 * i + 1], high: open[3 * i + 2] })),
        ...(ties !== undefined && { ranks: { rank: own.numbers(RANK, 0), of, ties, told_apart } }),
        settled: Uint32Array.from(own.numbers(SETTLED, 0)),
        ...(treatment !== undefined && { treatment }),
        state: this.#plan.state,
        marks: this.#plan.marks,
      };
    });
  }

  change(row, column, value, given = {}) {
    this.#judged();
    const at = this.#plan.inputs.findIndex(({ key }) => key === column);
    const own = this.#held.raw;
    const faults = [];
    if (at < 0) {
      const [asked, known] = [String(column).slice(0, 80), this.#plan.inputs.map(({ key }) => key).join(', ')];
      faults.push(fault('call.unknown_column', '/column', `\`${asked}\` không phải một trong: ${known}`, `\`${asked}\` is none of: ${known}`).findings[0]);
    }
    if (typeof value !== 'number') faults.push(wrong('/value', 'một số, `NaN` khi không có số liệu', 'a number, `NaN` where there is none'));
    if (faults.length > 0) throw new DothiError(faults);
    call(() => own.put(at, this.#row(row), value, given.applies === false));
    // What is measured by the other places is measured anew.
    if (this.#asked.treatment !== undefined || this.#plan.treatment !== undefined) this.score({ ...this.#asked, nodes: [], ranks: undefined });
    return this.row(row);
  }

  row(row) {
    this.#judged();
    const own = this.#held.raw;
    const [score, level, low, high, ...nodes] = call(() => own.numbers(ROW, this.#row(row)));
    return {
      score,
      ...(!Number.isNaN(level) && { level }),
      ...(level === OPEN && { open: { low, high } }),
      nodes: new Map(nodes.map((value, i) => [this.#plan.nodes[i].group, value])),
    };
  }

  said(row) {
    this.#judged();
    const own = this.#held.raw;
    return JSON.parse(call(() => own.said(this.#row(row))));
  }

  free() {
    this.#held.free();
  }

  #judged() {
    if (this.#asked === undefined) this.score();
  }

  #row(row) {
    if (Number.isInteger(row) && row >= 0 && row < this.units) return row;
    const [asked, last] = [String(row).slice(0, 80), this.units - 1];
    throw fault('call.bad_row', '/row', `\`${asked}\` không phải dòng nào; các dòng: 0 đến ${last}`, `\`${asked}\` is no row; rows go from 0 to ${last}`);
  }

  #nodes(asked) {
    const known = this.#plan.nodes.map(({ group }) => group);
    const strange = Array.isArray(asked) ? asked.filter((id) => !known.includes(id)) : [asked];
    if (strange.length === 0) return asked.map((id) => [id, known.indexOf(id)]);
    const words = [strange.map((id) => String(id).slice(0, 80)).join(', '), known.join(', ')];
    throw fault('call.unknown_node', '/nodes', `\`${words[0]}\` không có trong: ${words[1]}`, `\`${words[0]}\` is none of: ${words[1]}`);
  }
}
