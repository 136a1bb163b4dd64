// The way from a finding to the field where it can be settled.

const FIRST = { entries: 'text', funding: 'project', totals: 'planned' };

/** The id of the field that a finding is about; `missing` gives, one after the other, the items of findings that name one. */
export function findId({ code, place }, kept, missing) {
  if (code === 'report.part_missing' || code === 'report.item_missing') return `r-item-${missing.shift()}`;
  const [, list, at, key] = /^\/reports\/0\/(\w+)\/(\d+)(?:\/(\w+))?/.exec(place) ?? [];
  if (list === 'records') return 'r-records';
  if (kept[list]) return `r-${list}-${kept[list][Number(at)] ?? 0}-${key ?? FIRST[list] ?? ''}`;
  const [, member, inner] = /^\/reports\/0\/(\w+)(?:\/(\w+))?/.exec(place) ?? [];
  if (member === 'period') return `r-period-${inner ?? 'from'}`;
  if (member === 'replaces') return `r-replaces-${inner ?? 'number'}`;
  return member ? `r-${[member, inner].filter(Boolean).join('-')}` : '';
}

/** The element of an id, or what stands nearest to it: the part of an item that is a part, the row, the list. */
function nearest(id) {
  const whole = document.getElementById(id.replace('r-item-', 'r-part-'));
  if (whole) return whole;
  for (let part = id; part.includes('-'); part = part.slice(0, part.lastIndexOf('-'))) {
    const found = document.getElementById(part);
    if (found) return found;
  }
  return null;
}

/** Goes to a field and says nothing; false when there is none. */
export function leadTo(id) {
  const place = nearest(id);
  if (!place) return false;
  place.closest('details')?.setAttribute('open', '');
  const field = place.matches('input, select, textarea, button') ? place : (place.querySelector('textarea, input, select, button') ?? place);
  place.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
  return true;
}
