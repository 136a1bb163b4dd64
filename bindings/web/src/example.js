// The fictional city of the examples, to look at.

import city from '../../../examples/vi-du.json';
import { addPlace, change } from './state.js';
import { newest } from './pick.js';

export function tryExample() {
  const name = 'vi-du.json';
  const places = structuredClone(city).cities.map((place) => addPlace(name, place));
  change({ set: newest('vn-ssc'), scheme: null, chosen: places[0].key, refused: [], notes: [] });
  return { opened: places.length, refused: 0, records: 0 };
}
