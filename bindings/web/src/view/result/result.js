// Where a place stands: the scorecard of the package, and what only the page has beside it.

import { h } from '../../lib/dom.js';
import { currentPlace, currentSet, resultOf } from '../../state.js';
import { go } from '../../frame.js';
import { t } from '../../words.js';
import { findings } from '../findings.js';
import { openFirst } from '../open-first.js';
import { button, placeName, title } from '../parts.js';
import { explained } from './explained.js';
import { scorecard } from './scorecard.js';

export function resultView() {
  const place = currentPlace();
  if (place === null) return openFirst('go_result');
  const { assessment, findings: found } = resultOf(place.city);
  if (!assessment) return refusal(place, found);
  return h(
    'article',
    { class: 'result' },
    h('div', { class: 'toolbar' }, button('to-keep', t('saveExport'), () => go('keep'), 'plain'), button('to-form', t('edit'), () => go('form'), 'plain')),
    scorecard(place),
    explained(assessment.self_assessed, currentSet(), place.city),
  );
}

function refusal(place, found) {
  return [
    title(t('noResult', { name: placeName(place.city.unit) })),
    h('section', { class: 'card problems' }, h('p', {}, t('noResultHelp')), findings(found, { city: place.city }), button('to-form', t('edit'), () => go('form'), 'first')),
  ];
}
