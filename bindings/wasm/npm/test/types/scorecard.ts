// What a caller of the element may write, and what not.

import { type CriteriaSet, loadSet } from 'dothi';
import { DothiScorecard, type ScorecardChange, type WhatIf, init, readNumber, showNumber } from 'dothi/scorecard';

export async function page(): Promise<void> {
  await init('/card.wasm');
  const card: DothiScorecard = document.createElement('dothi-scorecard');
  const found = document.querySelector('dothi-scorecard');
  if (found) await found.shown;
  const set: CriteriaSet = await loadSet('vn-ssc');
  card.set = set;
  card.set = 'vn-ssc@2026';
  card.city = new Uint8Array();
  card.assessment = { asOf: '2026-11-21', unit: 'X', scheme: 'main', parameters: [{ id: 'basic_share_min', value: '0.8' }] };
  card.addEventListener('dothi-change', ({ detail }) => {
    const change: ScorecardChange = detail;
    if (change.reason === 'what-if') console.log(change.whatIf.length, change.supposed?.statement);
  });
  card.addEventListener('dothi-error', ({ detail: { findings } }) => console.log(findings[0]?.message.vi));
  card.addEventListener('dothi-ready', ({ detail }) => console.log(detail.statement.length));
  card.addEventListener('click', (event) => console.log(event.clientX));
  card.reset();
  const tried: WhatIf[] = card.whatIf;
  for (const one of tried) {
    if (one.papers) console.log(one.criterion);
    else console.log(one.role, one.value?.length);
  }
  const read = readNumber('12,5', 'vi');
  if (read.value !== undefined) console.log(showNumber(read.value, 'en'), read.grouped);
  // @ts-expect-error what is tried is changed by people, not by callers
  card.whatIf = [];
  // @ts-expect-error the day has to be said
  card.assessment = {};
  // @ts-expect-error there is no such reason
  if (({} as ScorecardChange).reason === 'theme') return;
  // @ts-expect-error there is no such language
  readNumber('1', 'fr');
  // @ts-expect-error a number is no set
  card.set = 5;
}
