// The library's own charts, each a whole SVG file.

import { charts } from '../../engine.js';
import { attempt, currentSet, options, state } from '../../state.js';

export const chartsOf = (city) => attempt(() => ({ list: charts(currentSet(), city, { ...options(), lang: state.lang, size: 'wide' }) })).list ?? [];
