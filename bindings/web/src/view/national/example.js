// The fictional round of the examples, to look at.

import before from '../../../../../examples/programme/bao-cao-2024.json';
import file from '../../../../../examples/programme/bao-cao-2025.json';
import earlier from '../../../../../examples/programme/dot-2024.json';
import round from '../../../../../examples/programme/dot-2025.json';
import { announce } from '../../frame.js';
import { change } from '../../state.js';
import { t } from '../../words.js';
import { takeRound } from '../report/open.js';

export function tryNational() {
  const data = (value) => JSON.stringify(value);
  const [{ id: now }, { id: then }] = [takeRound(data(round)), takeRound(data(earlier))];
  const sides = { files: [{ name: 'bao-cao-2025.json', data: data(file) }], round: now, before: { files: [{ name: 'bao-cao-2024.json', data: data(before) }], round: then } };
  change({ national: sides });
  announce(t('filesTaken', { count: 1 }));
  document.getElementById('n-result')?.focus();
}
