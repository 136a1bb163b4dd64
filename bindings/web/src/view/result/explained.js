// The library's explanation of a criterion in whole sentences, made when it is asked for.

import { explain } from '../../engine.js';
import { h } from '../../lib/dom.js';
import { attempt, currentSet, options, state } from '../../state.js';
import { t, text } from '../../words.js';
import { field, select } from '../parts.js';
import { results } from './tree.js';

export function explained({ tree }, set, city) {
  const words = h('pre', { class: 'explained', id: 'explained', tabindex: '0', 'aria-label': t('why') });
  const say = (criterion) => {
    const { said, findings } = attempt(() => ({ said: explain(currentSet(), city, { ...options(), lang: state.lang, criterion }) }));
    words.textContent = said ?? findings.map(({ message }) => text(message)).join('\n');
  };
  const asked = results(tree).map(({ criterion: id }) => {
    const { label, title } = set.file.criteria.find((one) => one.id === id);
    return [id, `${label} ${text(title)}`];
  });
  const [first] = asked;
  const open = ({ target }) => target.open && words.textContent === '' && say(first[0]);
  return h('details', { class: 'card why', ontoggle: open }, h('summary', {}, t('why')), field('explain', t('criterion'), select(asked, first[0], say)), words);
}
