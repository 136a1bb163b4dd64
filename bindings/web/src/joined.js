// The files of several departments about one place become one, or every contradiction is named. Nothing is ever picked.

import { merge } from './engine.js';
import { addPlace, attempt, change, state } from './state.js';

/** Places that several files speak about: their codes. */
export function shared() {
  const codes = state.places.map(({ city }) => city.unit.code);
  return [...new Set(codes.filter((code, at) => code !== '' && codes.indexOf(code) !== at))];
}

/** Joins all open files about a place. Gives null when it was done, else what contradicts or what is wrong. */
export function join(code) {
  const parts = state.places.filter(({ city }) => city.unit.code === code);
  const { findings, joined } = attempt(() => ({ joined: merge(parts.map(asFile), { numbers: state.numbers }) }));
  const place = joined?.places.find(({ unit }) => unit === code);
  if (!place?.city) return { code, findings: findings ?? joined.findings, conflicts: place?.entries.filter(({ kind }) => kind === 'conflict') ?? [] };
  state.places = state.places.filter((one) => !parts.includes(one));
  const { key } = addPlace(place.files.join(' + '), place.city);
  change({ chosen: key, conflicts: null });
  return null;
}

/** As it was opened, so that places in it are named by sheet and cell; as it is now when it was edited. */
const asFile = ({ file, source, edited, city }) => ({ name: file, data: source !== undefined && !edited ? source : { format: 1, cities: [city] } });
