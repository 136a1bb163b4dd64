// Rank intervals as a picture; its table stands below it.

import { h, s } from '../../lib/dom.js';
import { t } from '../../words.js';
import { placeName } from '../parts.js';

const MOST = 30;
const WIDTH = 320;
const [LEFT, RIGHT] = [12, 12];
const ROW = 34;

/** A place's name, cut so that it stays beside its line. */
function short(unit) {
  const words = [...`${placeName(unit)} (${unit.code})`];
  return words.length > 46 ? `${words.slice(0, 45).join('')}…` : words.join('');
}

/** For each ranked place a bar from the one end of its ranks to the other, the median as a line, the rank by the rules as a dot. */
export function rankChart(all, told) {
  const rows = all.filter(({ ranks }) => ranks !== undefined).slice(0, MOST);
  const last = Math.max(2, all.length);
  const x = (rank) => Math.round((LEFT + ((rank - 1) / (last - 1)) * (WIDTH - LEFT - RIGHT)) * 100) / 100;
  const height = rows.length * ROW + 22;
  const ticks = last <= 10 ? Array.from({ length: last }, (_, at) => at + 1) : [1, Math.round(last / 2), last];
  const axis = ticks.map((rank) => s('text', { class: 'tick', x: x(rank), y: height - 5, 'text-anchor': 'middle' }, String(rank)));
  const track = (y) => [s('line', { class: 'grid', x1: x(1), x2: x(last), y1: y, y2: y }), ticks.map((rank) => s('line', { class: 'grid', x1: x(rank), x2: x(rank), y1: y - 4, y2: y + 4 }))];
  const row = ({ unit, rank, ranks }, at) => {
    const y = at * ROW + 24;
    const from = x(ranks.low) - 7;
    return [
      s('text', { class: 'name', x: 2, y: at * ROW + 12 }, short(unit)),
      track(y),
      s('rect', { class: 'interval', x: from, y: y - 5, width: x(ranks.high) + 7 - from, height: 10, rx: 5 }),
      s('line', { class: 'median', x1: x(ranks.median), x2: x(ranks.median), y1: y - 7, y2: y + 7 }),
      s('circle', { class: 'rank', cx: x(rank), cy: y, r: 4 }),
    ];
  };
  const said = rows.map(({ unit, rank, ranks }) => t('rankSaid', { name: `${placeName(unit)} (${unit.code})`, rank: String(rank), low: String(ranks.low), high: String(ranks.high) })).join(' ');
  return h(
    'figure',
    { class: 'ranks' },
    s('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': `${t('rankChart')}. ${told} ${said}` }, axis, rows.map(row)),
    h('figcaption', { class: 'hint' }, t('rankChartHelp'), all.length > MOST && ` ${t('chartFirst', { count: MOST })}`),
  );
}
