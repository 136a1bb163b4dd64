// What a caller may not write: each line below a mark has to be refused.

import { type Assessment, type CriterionResult, CriteriaSet, DothiError, assess, check, explain, gaps, loadPart, loadSet, template } from 'dothi';
import * as programme from 'dothi/programme';

declare const set: CriteriaSet;
declare const result: Assessment;
declare const criterion: CriterionResult;

// @ts-expect-error the day has to be said
assess(set, '');
// @ts-expect-error the day has to be said
assess(set, '', {});
// @ts-expect-error there is no such option
assess(set, '', { asOf: '2026-11-21', as_of: '2026-11-21' });
// @ts-expect-error a set is an object that was loaded
assess('vn-ssc', '', { asOf: '2026-11-21' });
// @ts-expect-error a set is not made by hand
new CriteriaSet('');
// @ts-expect-error a number is no data
assess(set, 5, { asOf: '2026-11-21' });
// @ts-expect-error there is no such kind of place
assess(set, { unit: { code: 'X', name: { vi: 'x' }, kind: 'village' }, observations: [] }, { asOf: '2026-11-21' });
// @ts-expect-error there is no such language
explain(set, '', { asOf: '2026-11-21', lang: 'fr' });
// @ts-expect-error there is no such part
loadPart('assess');
// @ts-expect-error a plan has no language
gaps(set, '', { asOf: '2026-11-21', lang: 'en' });
// @ts-expect-error the kind has to be said
template(set, {});
// @ts-expect-error there is no such format
template(set, { kind: 'province', format: 'xlsx' });
// @ts-expect-error CSV comes as text
template(set, { kind: 'province', format: 'csv' }).cities;
// @ts-expect-error held against a set, the day has to be said
check('', { set });
// @ts-expect-error without a set there is nothing to judge
check('', { asOf: '2026-11-21' });
// @ts-expect-error a set has to be waited for
loadSet('vn-ssc').id;
// @ts-expect-error a scheme may have no levels
result.self_assessed.level.statement;
// @ts-expect-error a level may be refused
const reached: number = result.self_assessed.level!.reached;
// @ts-expect-error decimals are text, so that nobody computes with them by accident
const value: number = criterion.value;
// @ts-expect-error there is no such outcome
const failed = criterion.outcome === 'failed';
// @ts-expect-error without a review there is no verified result
result.verified.tree;
// @ts-expect-error an error holds findings, not text
new DothiError('wrong');
void [reached, value, failed];
// @ts-expect-error a synthesis is of a round
programme.synthesis([], {});
// @ts-expect-error there is no such part
programme.loadPart('reports');
// @ts-expect-error amounts are decimals with a unit of their own words
const amount: programme.FundingLine = { category: '4.1', project: 'x', year: 2025, source: 'oda', planned: '1', unit: 'vnd' };
// @ts-expect-error what is hidden has no share
programme.voice({ description: '', answers: '' }).questions[0]!.whole.share;
void amount;
// @ts-expect-error a pilot is compared between two periods
programme.pilotEffect(set, '', { asOf: '2026-11-21', pilot: 'X', before: '2024' });
// @ts-expect-error every place of the data is a candidate
programme.pilots(set, '', { asOf: '2026-11-21', unit: 'X' });
// @ts-expect-error draws have a seed
programme.pilots(set, '', { asOf: '2026-11-21', robust: { weights: { dirichlet: 20 } } });
// @ts-expect-error weights are doubted in one way
programme.pilots(set, '', { asOf: '2026-11-21', robust: { weights: {}, seed: 1 } });
// @ts-expect-error several files have names
programme.pilots(set, ['{}'], { asOf: '2026-11-21' });
// @ts-expect-error not every candidate is ranked
const rank: number = programme.pilots(set, '', { asOf: '2026-11-21' }).candidates![0]!.rank;
void rank;
