// The fictional reports of the examples, to look at.

import file from '../../../../../examples/programme/bao-cao-2025.json';
import round from '../../../../../examples/programme/dot-2025.json';
import { choose, takeRound } from './open.js';

export function tryReports() {
  takeRound(JSON.stringify(round));
  const [first] = structuredClone(file).reports;
  choose('bao-cao-2025.json', first);
}
