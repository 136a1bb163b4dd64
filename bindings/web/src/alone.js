// The page as one file, opened by a double click: the modules come with it.

import check from 'dothi/check.wasm';
import core from 'dothi/core.wasm';
import explain from 'dothi/explain.wasm';
import form from 'dothi/form.wasm';
import gaps from 'dothi/gaps.wasm';
import report from 'dothi/report.wasm';
import card from 'dothi/scorecard/card.wasm';
import tables from 'dothi/tables.wasm';
import tools from 'dothi/tools.wasm';
import xlsx from 'dothi/xlsx.wasm';
import { run } from './main.js';

run({ modules: { core, check, explain, gaps, tables, tools, xlsx, form, report, card } });
