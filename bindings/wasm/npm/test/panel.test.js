// Many places at once: the same bits as the library, for every scheme of every set; faults; memory.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DothiError, criteriaSet, loadSet } from 'dothi';
import { OPEN, REFUSED, plan } from 'dothi/panel';
import { robust, robustTable } from 'dothi/robust';
import { asOf, lines, text, thrown } from './support.js';

const { initSync } = await import(new URL('./core.js', import.meta.resolve('dothi')));
const panels = lines('panels.jsonl').map((line) => JSON.parse(line));
const sets = new Map();
for (const { set } of panels) {
  if (!sets.has(set)) sets.set(set, set.includes('@') ? await loadSet(set) : criteriaSet(text(`tests/cases/${set}`)));
}

const name = ({ set, options }) => `${set} ${options.scheme} ${options.kind}`;
const numbers = (list) => Float64Array.from(list, (x) => x ?? Number.NaN);
const columns = (panel) => Object.fromEntries(panel.columns.map(([key, list]) => [key, numbers(list)]));
const masks = (panel) => Object.fromEntries(Object.entries(panel.applies).map(([key, list]) => [key, Uint8Array.from(list)]));

/** To the bit; every NaN is no value. */
function sameBits(found, wanted, what) {
  assert(found instanceof Float64Array, what);
  assert.equal(found.length, wanted.length, what);
  const at = found.findIndex((x, i) => !Object.is(x, wanted[i] ?? Number.NaN));
  assert.equal(at, -1, `${what}: row ${at} is ${found[at]}, wanted ${wanted[at]}`);
}

const codes = (error) => {
  assert(error instanceof DothiError, error);
  return error.findings.map(({ code, place }) => [code, place]);
};

/** What a call gives, or what it throws as the native side writes it. */
function tried(run) {
  try {
    return run();
  } catch (error) {
    return { refused: codes(error) };
  }
}

function sameScores(batch, wanted, what) {
  const own = batch.plan;
  const nodes = own.nodes.map(({ group }) => group);
  const scores = batch.score({ nodes, ranks: wanted.rank === null ? undefined : 'average' });
  sameBits(scores.score, wanted.score, `${what}: score`);
  nodes.forEach((id, at) => sameBits(scores.nodes.get(id), wanted.nodes[at], `${what}: ${id}`));
  const levels = scores.level && Array.from(scores.level, (level, row) => (level === REFUSED ? 'refused' : level === OPEN ? scores.open.filter((one) => one.row === row).map(({ low, high }) => [low, high])[0] : level));
  assert.deepEqual(levels ?? wanted.level.map(() => null), wanted.level, what);
  if (wanted.rank !== null) {
    sameBits(scores.ranks.rank, wanted.rank, `${what}: ranks`);
    assert.deepEqual([scores.ranks.of, scores.ranks.told_apart], [wanted.of, wanted.told_apart]);
  }
  assert.deepEqual([...scores.settled], wanted.settled, what);
  wanted.said.forEach((words, row) => assert.equal(batch.said(row).statement.vi, words, what));
  const row = batch.row(7);
  assert(Object.is(row.score, scores.score[7]) && row.level === scores.level?.[7], what);
  nodes.forEach((id) => assert(Object.is(row.nodes.get(id), scores.nodes.get(id)[7]), what));
  assert.equal(scores.marks, own.marks);
}

test('panels of every scheme have the bits of the library, before and after figures change', () => {
  let [scored, changed, refused] = [0, 0, 0];
  for (const one of panels) {
    const own = plan(sets.get(one.set), one.options);
    const { panel } = one;
    assert.deepEqual(own.inputs.map(({ key }) => key), panel.columns.map(([key]) => key), name(one));
    assert(own.marks.length > 0 && Object.isFrozen(own));
    const batch = tried(() => own.batch(columns(panel), { applies: masks(panel) }));
    if (panel.refused !== undefined) {
      assert.deepEqual(batch.refused, panel.refused, name(one));
      refused += 1;
      continue;
    }
    if (own.treatment !== undefined) {
      assert.equal(panel.plain, undefined);
      continue;
    }
    if (panel.plain.refused !== undefined) {
      assert.deepEqual(tried(() => batch.score()).refused, panel.plain.refused, name(one));
      refused += 1;
      continue;
    }
    sameScores(batch, panel.plain.before, name(one));
    for (const { given, refused } of panel.plain.changes) {
      const [row, column, value, applies] = given;
      const found = tried(() => batch.change(row, column, value ?? Number.NaN, { applies }));
      assert.deepEqual(found.refused ?? null, refused, `${name(one)}: ${given}`);
      changed += 1;
    }
    sameScores(batch, panel.plain.after, `${name(one)}, changed`);
    batch.free();
    own.free();
    scored += 1;
  }
  assert(scored > 30 && refused > 0 && changed > 300, `${scored} scored, ${refused} refused, ${changed} changes`);
});

test('treated panels', () => {
  let treated = 0;
  for (const one of panels.filter(({ panel }) => panel.treated !== undefined)) {
    const { asked, regions, unranked, done, own } = one.panel.treated;
    const batch = plan(sets.get(one.set), one.options).batch(columns(one.panel), { applies: masks(one.panel) });
    const mask = Uint8Array.from(regions, (_, row) => Number(unranked.includes(row)));
    for (const [treatment, wanted] of [[asked, done], [undefined, own]].filter(([, wanted]) => wanted !== null)) {
      const scores = tried(() => batch.score({ treatment, regions, unranked: mask, ranks: 'competition' }));
      if (wanted.refused !== undefined) {
        assert.deepEqual(scores.refused, wanted.refused, name(one));
        continue;
      }
      sameBits(scores.score, wanted.score, name(one));
      sameBits(scores.ranks.rank, wanted.rank, name(one));
      assert.equal(scores.level, undefined);
      assert.deepEqual([scores.treatment.inputs, scores.treatment.mark.vi, scores.treatment.sample], [wanted.inputs, wanted.mark, wanted.sample]);
      wanted.notes.forEach((notes, row) => assert.deepEqual(batch.said(row).notes.map((note) => note.text.vi), notes));
      assert(batch.said(0).marks.vi.includes(wanted.mark));
      treated += 1;
    }
  }
  assert(treated > 2, `${treated}`);
});

/** A result of an analysis as the native side writes it. */
const told = ({ mean_shift, places, pairs }) => ({
  mean_shift,
  places: places.map(({ row, score, rank, level, ranks, scores, levels, statement }) => [
    row,
    score ?? null,
    rank ?? null,
    level === undefined ? null : (level.reached ?? (level.refused ? 'refused' : [level.open.low, level.open.high])),
    ranks === undefined ? null : [ranks.low, ranks.median, ranks.high, ranks.mean],
    scores === undefined ? null : [scores.mean, scores.deviation],
    levels === undefined ? null : [levels.reached, levels.open, levels.refused],
    statement.en,
  ]),
  pairs: pairs === undefined ? [] : [...pairs],
});

test('robustness has the bits of the library', async () => {
  let analysed = 0;
  for (const one of panels.filter(({ panel }) => panel.robust !== undefined)) {
    const batch = plan(sets.get(one.set), one.options).batch(columns(one.panel), { applies: masks(one.panel) });
    for (const { asked, done } of one.panel.robust) {
      const found = await robust(batch, asked).then(told, (error) => ({ refused: codes(error) }));
      assert.deepEqual(found, done, `${name(one)}: ${JSON.stringify(asked)}`);
      analysed += done.refused === undefined ? 1 : 0;
    }
    batch.free();
  }
  assert(analysed > 10, `${analysed}`);
});

test('a wide table, period by period, with progress, and stopped', async () => {
  const own = plan(sets.get('dti-922@2022-u1'), { kind: 'province', asOf });
  const table = text('bindings/cli/tests/data/panel-robust.csv');
  const options = { seed: 1, replications: 3_000, weights: { band: 25 } };
  const seen = [];
  const results = await robustTable(own, table, { ...options, onProgress: (at) => seen.push(at) });
  assert.deepEqual(results.map(told), JSON.parse(lines('table.jsonl')[0]));
  assert(seen.length >= 2 * results.length && seen.every(({ done, of }, i) => of === 3_000 * results.length && done > (seen[i - 1]?.done ?? 0)));
  assert.equal(seen.at(-1).done, seen.at(-1).of);
  assert(results.every(({ period, doubts, seed, marks, places }) => period && doubts === 'weights=band:25%' && seed === '1' && marks.length > 0 && places[0].code && places[0].name.vi));

  const stop = new AbortController();
  const stopped = robustTable(own, table, { ...options, signal: stop.signal, onProgress: () => stop.abort('enough') });
  await assert.rejects(stopped, (error) => error.code === 'call.cancelled' && error.cause === 'enough');
  const spoilt = robustTable(own, table, { ...options, onProgress: () => assert.fail('from the page') });
  await assert.rejects(spoilt, { message: 'from the page' });
});

test('faults: all at once, with column and row', async () => {
  const set = sets.get('dti-922@2022-u1');
  assert.deepEqual(codes(thrown(() => plan(set, { kind: 'village', asOf: '2026', scheme: 7, x: 1 }))), [['call.kind_not_judged', '/kind'], ['call.bad_date', '/asOf'], ['call.unknown_option', '/x']]);
  assert.deepEqual(codes(thrown(() => plan(set))), [['call.missing_option', '/kind'], ['call.missing_option', '/asOf']]);
  assert.deepEqual(codes(thrown(() => plan({}, {}))), [['call.not_a_set', '/set']]);
  const own = plan(set, { kind: 'province', asOf });
  const keys = own.inputs.map(({ key }) => key);
  const good = () => Object.fromEntries(keys.map((key) => [key, new Float64Array(4).fill(0.5)]));
  const figures = { ...good(), [keys[0]]: new Float64Array([0.5, 7, -1, Number.POSITIVE_INFINITY]), [keys[1]]: new Float64Array(5), nothing: new Float64Array(4) };
  const { findings } = thrown(() => own.batch(figures));
  assert.deepEqual(
    findings.map(({ code, column, row }) => [code, column, row]),
    [
      ['city.outside_goalposts', keys[0], 1],
      ['city.too_small', keys[0], 2],
      ['city.outside_goalposts', keys[0], 2],
      ['panel.not_exact', keys[0], 3],
      ['panel.column_length', keys[1], undefined],
      ['panel.unknown_column', 'nothing', undefined],
    ],
  );
  for (const { message } of findings) assert(message.vi.length > 10 && message.en.length > 10 && message.vi !== message.en);
  assert.deepEqual(codes(thrown(() => own.batch({ a: [1], b: null, c: new Float32Array(1) }, { applies: { a: [1] } }))).map(([code, place]) => `${code} ${place}`), [
    'call.wrong_type /applies/a',
    'call.wrong_type /columns/a',
    'call.wrong_type /columns/b',
    'call.wrong_type /columns/c',
  ]);
  assert.deepEqual(codes(thrown(() => own.batch(good(), { applies: { [keys[0]]: new Uint8Array(3), x: new Uint8Array(1) } }))).map(([code]) => code), ['call.wrong_length', 'call.wrong_length']);
  for (const wrong of [null, undefined, 5, 'x', []]) assert.equal(thrown(() => own.batch(wrong)).code, 'call.wrong_type');
  const batch = own.batch(good(), { sampling: 'probability' });
  assert.equal(own.batch({}, { units: 3 }).score().units, 3);
  assert.equal(thrown(() => own.batch(good(), { sampling: 'x' })).code, 'call.unknown_choice');

  const before = batch.score({ ranks: 'dense' });
  for (const [row, column, value, code] of [[4, keys[0], 1, 'call.bad_row'], [-1, keys[0], 1, 'call.bad_row'], [0.5, keys[0], 1, 'call.bad_row'], [0, 'x', 1, 'call.unknown_column'], [0, keys[0], '1', 'call.wrong_type'], [0, keys[0], 7, 'city.outside_goalposts'], [0, keys[0], Number.POSITIVE_INFINITY, 'panel.not_exact']]) {
    assert.equal(thrown(() => batch.change(row, column, value)).code, code);
  }
  assert.deepEqual(batch.score({ ranks: 'dense' }), before, 'what is refused changes nothing');
  assert.equal(thrown(() => batch.score({ ranks: 'first' })).code, 'call.unknown_choice');
  assert.equal(thrown(() => batch.score({ nodes: ['x'] })).code, 'call.unknown_node');
  assert.equal(thrown(() => batch.score({ unranked: [1] })).code, 'call.wrong_type');
  assert.deepEqual(codes(thrown(() => batch.score({ treatment: { normalise: 'x', outliers: { method: 'winsorise', low: 'a' }, impute: {}, y: 1 } }))).map(([code, place]) => `${code} ${place}`), [
    'call.unknown_choice /treatment/normalise',
    'call.bad_decimal /treatment/outliers/low',
    'call.missing_option /treatment/outliers/high',
    'call.missing_option /treatment/impute/stage',
    'call.missing_option /treatment/impute/among',
    'call.missing_option /treatment/impute/with',
    'call.unknown_option /treatment/y',
  ]);
  assert.equal(thrown(() => batch.row(9)).code, 'call.bad_row');

  const refused = async (options) => codes(await robust(batch, options).catch((error) => error)).map(([code, place]) => `${code} ${place}`);
  assert.deepEqual(await refused({ seed: -1, replications: 'x', weights: {}, means: ['median'], normalise: ['x'], outliers: [null, { method: 'y' }], errors: { a: {}, b: { standard: 'x' }, c: null }, pairs: 1 }), [
    'call.bad_number /seed',
    'call.bad_number /replications',
    'call.missing_option /weights',
    'call.unknown_choice /means/0/mean',
    'call.unknown_choice /normalise/0/normalise',
    'call.unknown_choice /outliers/1/method',
    'call.missing_option /errors/0/by',
    'call.bad_number /errors/1/error',
    'call.missing_option /errors/2/by',
    'call.wrong_type /pairs',
  ]);
  assert.deepEqual(await refused({ seed: 1 }), ['robust.nothing_varies ']);
  assert.deepEqual(await refused(), ['call.missing_option /seed']);
  assert.deepEqual(await refused({ seed: 1, errors: { x: { relative: 5 } } }), ['panel.unknown_column /error/x']);
  assert.deepEqual(await refused({ seed: 1, onProgress: 5, weights: { band: 5 } }), ['call.wrong_type /onProgress']);
  assert.deepEqual(await refused({ seed: 1, errors: { [keys[0]]: { standard: new Float64Array(3) } } }), [`panel.column_length /error ${keys[0]}`]);
  await assert.rejects(robust({}, { seed: 1 }), { code: 'call.not_a_batch' });
  await assert.rejects(robustTable({}, '', { seed: 1 }), { code: 'call.not_a_plan' });
  await assert.rejects(robustTable(own, 'a,b\n', { seed: 1, weights: { band: 5 } }), (error) => error.findings.every(({ code }) => code.startsWith('csv.')));
  const byRow = await robust(batch, { seed: 1n, replications: 10, errors: { [keys[0]]: { standard: new Float64Array([0, 0.1, Number.NaN, 0.2]) } } });
  assert.equal(byRow.places.length, 4);
});

test('memory is given back, by hand and by itself, and what is gone says so', async () => {
  const set = sets.get('dti-922@2022-u1');
  const own = plan(set, { kind: 'province', asOf });
  const { memory } = initSync();
  const columns = Object.fromEntries(own.inputs.map(({ key }) => [key, new Float64Array(10_000).fill(0.5)]));
  own.batch(columns).free();
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 60; i++) {
    const batch = own.batch(columns);
    batch.score();
    batch.free();
    batch.free();
    for (const verb of [() => batch.score(), () => batch.row(0), () => batch.change(0, own.inputs[0].key, 1)]) assert.equal(thrown(verb).code, 'call.gone');
    await assert.rejects(robust(batch, { seed: 1, weights: { band: 5 } }), { code: 'call.gone' });
  }
  assert(memory.buffer.byteLength - before < 8 << 20, `${before} became ${memory.buffer.byteLength}`);
  // Nobody frees these; the collector does, in its own time.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  for (let i = 0; i < 100; i++) {
    own.batch(columns).score();
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert(memory.buffer.byteLength - before < 40 << 20, `${before} became ${memory.buffer.byteLength}`);
  own.free();
  assert.equal(thrown(() => own.batch(columns)).code, 'call.gone');
});

test('a module that broke: plans go on, batches say that they are gone', async () => {
  const own = plan(sets.get('dti-922@2022-u1'), { kind: 'province', asOf });
  const columns = Object.fromEntries(own.inputs.map(({ key }) => [key, new Float64Array(3).fill(0.5)]));
  const batch = own.batch(columns);
  const { memory } = initSync();
  for (let pages = 65_536; pages > 0; pages = Math.floor(pages / 2)) {
    try {
      while (true) memory.grow(pages);
    } catch {
      // Less, then.
    }
  }
  const large = Object.fromEntries(own.inputs.map(({ key }) => [key, new Float64Array(1 << 20)]));
  assert.equal(thrown(() => own.batch(large)).code, 'call.internal');
  assert.equal(thrown(() => batch.score()).code, 'call.gone');
  batch.free();
  assert.equal(own.batch(columns).score().units, 3);
});

test('the examples of the README', async () => {
  const home = new URL('../README.md', import.meta.resolve('dothi'));
  const [code, robustly] = [...readFileSync(home, 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code).filter((code) => /dothi\/(panel|robust)/.test(code));
  const inputs = plan(sets.get('dti-922@2022-u1'), { kind: 'province', asOf }).inputs;
  const page = {
    figures: Object.fromEntries(inputs.map(({ key }, at) => [key, Float64Array.from({ length: 10_000 }, (_, row) => ((row * 7 + at) % 100) / 100)])),
    painted: [],
    slider: { value: '0.99' },
    label: {},
    bar: {},
    said: [],
  };
  page.paint = (score, marks) => page.painted.push([score[7], marks.length]);
  globalThis.page = page;
  const run = (code) => {
    const own = code.replaceAll(/'(dothi[^']*)'/g, (_, name) => JSON.stringify(import.meta.resolve(name)));
    return import(`data:text/javascript,${encodeURIComponent(`const { figures, paint, slider, label, bar } = globalThis.page;\n${own}`)}`);
  };
  await run(`${code}\nglobalThis.page.batch = ready.batch(Object.fromEntries(Object.entries(figures).map(([key, all]) => [key, all.slice(0, 20)])));`);
  page.slider.oninput();
  assert(page.painted[1][0] > page.painted[0][0] && page.painted[0][1] > 0);
  assert.match(page.label.textContent, /^hạng [\d,]+ trong số 10000 đơn vị/);
  const { log } = console;
  console.log = (...all) => page.said.push(all);
  try {
    await run(`const { batch } = globalThis.page;\n${robustly.replace('10_000', '100')}`);
  } finally {
    console.log = log;
  }
  assert.match(page.said[0][0], /^hạng \d+ trong số 20 đơn vị; 90 % số lần mô phỏng/);
  assert.equal(page.bar.value, 1);
});
