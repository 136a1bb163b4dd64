// The order of the eligible, and how far it holds when the weights of readiness are others: as a chart and as its table.

import { h } from '../../lib/dom.js';
import { readNumber, showNumber } from '../../lib/number.js';
import { change, state } from '../../state.js';
import { t } from '../../words.js';
import { findings } from '../findings.js';
import { field, select } from '../parts.js';
import { table } from '../table.js';
import { rankChart } from './chart.js';
import { called, card } from './rules.js';

export function rankingCard(all, doubtful) {
  const { candidates = [], ranked, robustness } = all;
  const rows = candidates.filter(({ rank }) => rank !== undefined);
  if (rows.length === 0) return card('ranking', h('p', { class: 'notice' }, t(candidates.some(({ readiness = [] }) => readiness.length > 0) ? 'nobodyRanked' : 'noReadiness')));
  const show = (number) => showNumber(String(number), state.lang);
  const row = ({ unit, rank, score, ranks }) => [called(unit), `${rank} / ${ranked}`, showNumber(score, state.lang, 4), ranks ? `${ranks.low} – ${ranks.high}` : '–', ranks ? show(ranks.median) : '–', ranks ? show(ranks.mean) : '–'];
  const told = robustness && t('robustNote', { draws: show(robustness.replications), doubt: robustness.doubt, seed: String(robustness.seed), shift: show(robustness.mean_shift) });
  return card(
    'ranking',
    h('p', { class: 'hint' }, t('rankingHelp')),
    doubts(),
    doubtful && h('div', { class: 'problems inner', id: 'p-doubtful' }, findings(doubtful.map((finding) => ({ ...finding, file: undefined, place: '' })))),
    robustness ? [rankChart(rows, told), h('p', { class: 'notice' }, told)] : h('p', { class: 'notice' }, t('notTried')),
    table(null, [t('candidate'), t('rank'), t('readiness'), t('rankInterval'), t('rankMedian'), t('rankMean')], rows.map(row), { numbers: [1, 2, 3, 4, 5] }),
  );
}

/** How weights are doubted: what the reader says, and nothing of it is in any document. */
function doubts() {
  const { doubt } = state.pilots;
  const set = (key) => (value) => {
    state.pilots.doubt = { ...doubt, [key]: value };
    change({});
  };
  // A number as people write it; what is none goes to the library as typed, which says so.
  const typed = (key) => ({ target }) => set(key)(readNumber(target.value).value ?? target.value.trim());
  const input = (key) => h('input', { inputmode: 'decimal', autocomplete: 'off', value: showNumber(doubt[key], state.lang), onchange: typed(key) });
  const ways = ['dirichlet', 'band', 'none'].map((way) => [way, t(`way_${way}`)]);
  const pick = (way) => {
    state.pilots.doubt = { ...doubt, way, amount: '20' };
    change({});
  };
  return h(
    'div',
    { class: 'doubts' },
    field('p-way', t('weightsDoubted'), select(ways, doubt.way, pick)),
    doubt.way !== 'none' && [field('p-amount', t(`amount_${doubt.way}`), input('amount')), field('p-seed', t('seed'), h('input', { inputmode: 'numeric', autocomplete: 'off', value: doubt.seed, onchange: ({ target }) => set('seed')(target.value.trim()) }))],
  );
}
