// The parts of the page, in the order in which one works.

import { compareView } from './view/compare.js';
import { dataView } from './view/data.js';
import { formView } from './view/form/form.js';
import { keepView } from './view/keep.js';
import { resultView } from './view/result/result.js';

export const views = { data: dataView, form: formView, result: resultView, compare: compareView, keep: keepView };
