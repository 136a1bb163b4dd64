// Between the fields of the form and the facts of a place. Nothing here reads or shows a page.

/** The period the form enters: the place's own, else the latest among its figures. */
export function periodOf(city) {
  return city.period ?? city.observations.map(({ period }) => period ?? '').sort().at(-1) ?? '';
}

const names = (criterion) => [criterion.id, criterion.label];

/** The observation behind a field; `undefined` when there is none. `parts` are left to files. */
export function observation(city, criterion, point, input) {
  return city.observations.find((one) => fits(one, criterion, point, input) && one.part === undefined && inPeriod(city, one, input));
}

export function parts(city, criterion, point, input) {
  return city.observations.filter((one) => fits(one, criterion, point, input) && one.part !== undefined);
}

function fits(one, criterion, point, input) {
  return names(criterion).includes(one.criterion) && (one.data_point ?? criterion.data_points[0].id) === point.id && (one.role ?? 'value') === input.role;
}

/** Inputs with a year of their own have one figure, whatever its year. */
const inPeriod = (city, one, input) => input.own_period || (one.period ?? city.period ?? '') === periodOf(city);

/** Sets a figure, or takes it away when `value` is undefined. */
export function enter(city, criterion, point, input, value) {
  const found = observation(city, criterion, point, input);
  if (value === undefined) {
    if (found) city.observations.splice(city.observations.indexOf(found), 1);
  } else if (found) {
    if (found.status === 'O' || found.status === 'M') delete found.status;
    Object.assign(found, { value, unit: input.unit });
  } else {
    city.observations.push(fresh(city, criterion, point, input, value));
  }
}

function fresh(city, criterion, point, input, value) {
  const period = periodOf(city);
  return {
    criterion: criterion.id,
    ...(criterion.data_points.length > 1 ? { data_point: point.id } : {}),
    ...(input.role === 'value' ? {} : { role: input.role }),
    value,
    unit: input.unit,
    ...(period && !input.own_period ? { period } : {}),
  };
}

/** Sets or removes a text. */
export function setText(object, key, words) {
  const trimmed = words.trim();
  if (trimmed === '') delete object[key];
  else object[key] = trimmed;
}

/** Moves what stood in the form's period to another one. */
export function setPeriod(city, period) {
  const before = periodOf(city);
  for (const one of city.observations) if (one.period === before && before !== '') one.period = period;
  if (period === '') delete city.period;
  else city.period = period;
}

export const documents = (city, criterion) => (city.evidence ?? []).filter(({ criteria }) => criteria.some((name) => names(criterion).includes(name)));

export function addDocument(city, criterion, document) {
  (city.evidence ??= []).push({ criteria: [criterion.id], ...document });
}

/** Takes a document away from a criterion; gone when no criterion is left. */
export function removeDocument(city, criterion, document) {
  document.criteria = document.criteria.filter((name) => !names(criterion).includes(name));
  if (document.criteria.length === 0) city.evidence.splice(city.evidence.indexOf(document), 1);
  if (city.evidence.length === 0) delete city.evidence;
}

export const claim = (city, criterion) => (city.not_applicable ?? []).find((one) => names(criterion).includes(one.criterion));

/** Claims that a criterion cannot exist here, with the reason; an empty reason takes the claim back. */
export function setClaim(city, criterion, reason) {
  const rest = (city.not_applicable ?? []).filter((one) => !names(criterion).includes(one.criterion));
  if (reason.trim() !== '') rest.push({ criterion: criterion.id, reason: reason.trim() });
  if (rest.length > 0) city.not_applicable = rest;
  else delete city.not_applicable;
}

/** The criteria of a scheme that are asked of a kind of place, by group. */
export function sections(set, scheme, kind, leaves) {
  const judged = set.file.unit_kinds.find((rule) => rule.kind === kind)?.judged_as;
  const out = [];
  for (const { criterion: id, group } of leaves(scheme.tree)) {
    const criterion = set.file.criteria.find((one) => one.id === id);
    if (criterion.applies_to && !criterion.applies_to.includes(judged)) continue;
    if (out.at(-1)?.group !== group) out.push({ group, criteria: [] });
    out.at(-1).criteria.push(criterion);
  }
  return out;
}
