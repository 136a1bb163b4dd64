// The fictional candidates of the examples, to look at.

import cities from '../../../../../examples/programme/thi-diem/do-thi.json';
import statements from '../../../../../examples/programme/thi-diem/khai.json';
import rules from '../../../../../examples/programme/thi-diem/quy-tac.json';
import { announce } from '../../frame.js';
import { change, state } from '../../state.js';
import { t } from '../../words.js';
import { empty, take } from './model.js';

export function tryPilots() {
  state.pilots = empty();
  const files = Object.entries({ 'quy-tac.json': rules, 'khai.json': statements, 'do-thi.json': cities });
  for (const [name, value] of files) take(name, new TextEncoder().encode(JSON.stringify(value)));
  change({});
  announce(t('filesTaken', { count: files.length }));
  document.getElementById('p-result')?.focus();
}
