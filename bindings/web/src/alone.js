// The page as one file, opened by a double click: the modules come with it.

import check from 'dothi/check.wasm';
import core from 'dothi/core.wasm';
import explain from 'dothi/explain.wasm';
import form from 'dothi/form.wasm';
import gaps from 'dothi/gaps.wasm';
import merge from 'dothi/merge.wasm';
import methods from 'dothi/methods.wasm';
import pages from 'dothi/pages.wasm';
import panel from 'dothi/panel.wasm';
import pilots from 'dothi/pilots.wasm';
import planning from 'dothi/planning.wasm';
import programme from 'dothi/programme.wasm';
import report from 'dothi/report.wasm';
import robust from 'dothi/robust.wasm';
import card from 'dothi/scorecard/card.wasm';
import synthesis from 'dothi/synthesis.wasm';
import tables from 'dothi/tables.wasm';
import tools from 'dothi/tools.wasm';
import word from 'dothi/word.wasm';
import xlsx from 'dothi/xlsx.wasm';
import { run } from './main.js';

run({ modules: { core, check, explain, gaps, merge, methods, tables, tools, xlsx, form, report, card, programme, synthesis, planning, pages, word, pilots, panel, robust } });
