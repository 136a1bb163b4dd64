// What can be compared: every open place, and its earlier years where a file has several.

import { state } from '../state.js';
import { t } from '../words.js';
import { placeName } from './parts.js';

const year = ({ period }, city) => (period ?? city.period ?? '').slice(0, 4);

const yearsOf = (city) => [...new Set(city.observations.map((one) => year(one, city)))].filter(Boolean).sort().reverse();

export function choices() {
  const named = ({ city, file }, period) => `${placeName(city.unit) || t('newForm')} – ${period} – ${file}`;
  const whole = state.places.map((place) => ({ key: place.key, place, words: named(place, place.city.period ?? t('noPeriod')) }));
  const earlier = ({ key, place }) => yearsOf(place.city).slice(1).map((until) => ({ key: `${key} ${until}`, place, until, words: named(place, t('upTo', { year: until })) }));
  return [...whole, ...whole.flatMap(earlier)];
}

const cut = new Map();

/** The place with the figures up to a year; the same object for the same question, so that its result is computed once. */
export function cityOf({ place: { city }, until, key }) {
  if (until === undefined) return city;
  const known = cut.get(key);
  if (known?.from === city && known.count === city.observations.length) return known.made;
  const made = { ...city, period: until, observations: city.observations.filter((one) => year(one, city) <= until).map((one) => (one.period || !city.period ? one : { ...one, period: city.period })) };
  cut.set(key, { from: city, count: city.observations.length, made });
  return made;
}
