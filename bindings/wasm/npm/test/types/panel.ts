// Panels: what a caller may write, and what not.

import { loadSet } from 'dothi';
import { type Batch, OPEN, type PanelPlan, type PanelTold, REFUSED, init, plan } from 'dothi/panel';
import { type RobustResult, robust, robustTable } from 'dothi/robust';

await init(new URL('https://example.org/panel.wasm'));
const ready: PanelPlan = plan(await loadSet('dti-922'), { kind: 'province', asOf: '2026-11-21', parameters: [{ id: 'x', value: 0.5 }] });
const columns: Record<string, Float64Array> = Object.fromEntries(ready.inputs.map(({ key }) => [key, new Float64Array(3)]));
const batch: Batch = ready.batch(columns, { applies: { a: new Uint8Array(3) }, sampling: 'probability' });
const scores = batch.score({ nodes: ['g', null], ranks: 'average', treatment: { normalise: 'min_max', outliers: { method: 'winsorise', low: 0.05, high: '0.95' } }, regions: ['B', null, 'N'] });
const level: number | undefined = scores.level?.[0];
const ranks: Float64Array | undefined = scores.ranks?.rank;
const group: Float64Array | undefined = scores.nodes.get('g');
const rare: boolean = level === REFUSED || level === OPEN;
const changed: number = batch.change(0, 'a', Number.NaN, { applies: false }).score;
const words: string = batch.said(0).statement.vi;
const where = (told: PanelTold): [string | undefined, number | undefined] => [told.column, told.row];
const stop = new AbortController();
const result: RobustResult = await robust(batch, {
  seed: 2026n,
  weights: { dirichlet: 50 },
  means: ['arithmetic', 'geometric'],
  treatment: { normalise: 'min_max' },
  normalise: ['rank', 'z_score'],
  outliers: [null, { method: 'logarithm' }],
  errors: { a: { relative: new Float64Array(3) }, b: { survey: { people: 400, whole: 100 } }, c: { counted: true } },
  onProgress: ({ done, of }) => void (done / of),
  signal: stop.signal,
});
const periods: (string | undefined)[] = (await robustTable(ready, '', { seed: 1, weights: { band: 25 }, numbers: 'vi' })).map(({ period }) => period);
batch.free();
void [ranks, group, rare, changed, words, where, result, periods];

// @ts-expect-error the kind has to be said
plan(await loadSet('dti-922'), { asOf: '2026-11-21' });
// @ts-expect-error columns are typed arrays
ready.batch({ a: [1, 2, 3] });
// @ts-expect-error of 64 bits
ready.batch({ a: new Float32Array(3) });
// @ts-expect-error a mask is one byte a row
ready.batch(columns, { applies: { a: [true] } });
// @ts-expect-error there is no such rule for ties
batch.score({ ranks: 'first' });
// @ts-expect-error there is no such treatment
batch.score({ treatment: { normalise: 'robust' } });
// @ts-expect-error both quantiles have to be said
batch.score({ treatment: { outliers: { method: 'winsorise', low: 0.05 } } });
// @ts-expect-error ranks are there only when they were asked for
scores.ranks.rank;
// @ts-expect-error a scheme may have no levels
scores.level[0];
// @ts-expect-error what a plan says is not the caller's to change
ready.marks = [];
// @ts-expect-error a figure is a number
batch.change(0, 'a', '12,5');
// @ts-expect-error the seed has to be said
robust(batch, { weights: { band: 25 } });
// @ts-expect-error one of the two
robust(batch, { seed: 1, weights: {} });
// @ts-expect-error an analysis has to be waited for
robust(batch, { seed: 1, weights: { band: 25 } }).places;
// @ts-expect-error a table belongs to a plan
robustTable(batch, '', { seed: 1 });
// @ts-expect-error there is no such mean
robust(batch, { seed: 1, means: ['median'] });
// @ts-expect-error a rule for outliers is an object
robust(batch, { seed: 1, outliers: ['logarithm'] });
