// Where files come in: by drop or by a button.

import { h } from '../lib/dom.js';
import { t } from '../words.js';

/** `take` gets the files as a list; `zoneId` names the place to drop them, which holds the field `id`. */
export function dropZone(id, formats, accept, take, zoneId = `${id}-drop`) {
  const input = h('input', { type: 'file', id, class: 'unseen', multiple: true, accept, onchange: ({ target }) => take([...target.files]) });
  const zone = h('div', { class: 'drop', id: zoneId }, h('p', {}, t('dropHere')), input, h('label', { for: id, class: 'button first' }, t('chooseFiles')), h('p', { class: 'hint' }, formats));
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  return zone;
}
