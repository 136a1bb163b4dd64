// The page as one file, opened by a double click: the modules come with it.

import core from 'dothi/core.wasm';
import card from 'dothi/scorecard/card.wasm';
import form from 'dothi/form.wasm';
import report from 'dothi/report.wasm';
import tools from 'dothi/tools.wasm';
import tables from 'dothi/xlsx.wasm';
import { run } from './main.js';

run({ modules: { core, tools, tables, form, report, card } });
