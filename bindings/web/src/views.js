// The parts of the page, in the order in which one works.

import { compareView } from './view/compare.js';
import { dataView } from './view/data.js';
import { formView } from './view/form/form.js';
import { keepView } from './view/keep.js';
import { later } from './view/later.js';
import { nationalView } from './view/national/national.js';
import { nextView } from './view/next/next.js';
import { pilotsView } from './view/pilots/pilots.js';
import { reportView } from './view/report/report.js';
import { resultView } from './view/result/result.js';

export const views = {
  data: dataView,
  form: formView,
  result: resultView,
  next: later('next', ['planning'], nextView),
  compare: compareView,
  keep: keepView,
  report: later('report', ['programme'], reportView),
  national: later('national', ['programme', 'synthesis'], nationalView),
  pilots: later('pilots', ['pilots', 'robust'], pilotsView),
};

/** The parts about one place are steps; those of the programme stand for themselves. */
export const PROGRAMME = ['report', 'national', 'pilots'];
