// The page as one file, opened by a double click: the module comes with it.

import core from 'dothi/core.wasm';
import { run } from './main.js';

run({ module: core });
