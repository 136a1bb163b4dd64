// What stands where data would stand, as long as there are none.

import { h } from '../lib/dom.js';
import { go } from '../frame.js';
import { t } from '../words.js';
import { button, title } from './parts.js';

export function openFirst(part) {
  return [title(t(part)), h('section', { class: 'card' }, h('p', {}, t('openFirst')), button('to-data', t('go_data'), () => go('data'), 'first'))];
}
