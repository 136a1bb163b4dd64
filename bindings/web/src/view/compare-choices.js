// What can be compared: every open place, and its earlier years where a file has several.

import { state } from '../state.js';
import { t } from '../words.js';
import { placeName } from './parts.js';

const year = ({ period }, city) => (period ?? city.period ?? '').slice(0, 4);

export function choices() {
  return state.places.flatMap((place) => {
    const { key, city, file } = place;
    const words = `${placeName(city.unit)} – ${city.period ?? t('noPeriod')} – ${file}`;
    const years = [...new Set(city.observations.map((one) => year(one, city)))].filter(Boolean).sort().reverse().slice(1);
    return [{ key, place, words }, ...years.map((until) => ({ key: `${key} ${until}`, place, until, words: `${placeName(city.unit)} – ${t('upTo', { year: until })} – ${file}` }))];
  });
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
