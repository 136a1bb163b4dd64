// The library's own charts, as pictures: what is in a picture cannot run. Each has its words, and the tables beside it say the same.

import { h } from '../../lib/dom.js';
import { charts } from '../../engine.js';
import { attempt, currentSet, options, state } from '../../state.js';
import { t } from '../../words.js';

/** The charts of a place, each a whole SVG file. */
export const chartsOf = (city, size) => attempt(() => ({ list: charts(currentSet(), city, { ...options(), lang: state.lang, size }) })).list ?? [];

const address = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

export function chartCards(city) {
  const [wide, narrow] = [chartsOf(city, 'wide'), chartsOf(city, 'narrow')];
  if (wide.length === 0) return null;
  const figure = ({ title, description, svg }, at) => h('figure', {}, h('picture', {}, h('source', { media: 'screen and (max-width: 44rem)', srcset: address(narrow[at].svg) }), h('img', { src: address(svg), alt: `${title}. ${description}` })));
  return h('section', { class: 'card', 'aria-labelledby': 'charts-title' }, h('h3', { id: 'charts-title' }, t('charts')), h('div', { class: 'charts' }, wide.map(figure)));
}
