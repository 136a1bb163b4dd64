// What a person typed as a number, read without guessing. Digits stay text: nothing is rounded on the way.

const GROUP = /[\s\u00a0\u202f]/g;
const LIMIT = 28;

/**
 * Reads a number as people write it: `12,5`, `12.5`, `1.234,5`, `1,234.5`, `1 234`.
 * @returns {{ empty: true } | { value: string } | { either: [string, string] } | { fault: 'not_a_number' | 'too_long' }}
 *   `value` has a point and no grouping. `1.234` and `1,234` can be read two ways: `either` = [as a whole number, as a decimal].
 */
export function readNumber(text) {
  const trimmed = text.trim().replace(/^[−–]/, '-');
  if (trimmed === '') return { empty: true };
  const bare = /^-?\d{1,3}([\s\u00a0\u202f]\d{3})+([.,]\d+)?$/.test(trimmed) ? trimmed.replace(GROUP, '') : trimmed;
  const [, sign, digits] = /^(-?)([\d.,]*\d)$/.exec(bare) ?? [];
  if (digits === undefined || /^[.,]/.test(digits)) return { fault: 'not_a_number' };
  const marks = digits.replace(/\d/g, '');
  const read = marks === '' ? { value: digits } : marked(digits, marks, bare !== trimmed);
  return limited(signed(read, sign));
}

function marked(digits, marks, spaced) {
  const last = marks.at(-1);
  const other = last === ',' ? '.' : ',';
  if (marks.length === 1) {
    const [whole, rest] = digits.split(last);
    const two = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !spaced;
    return two ? { either: [whole + rest, `${whole}.${rest}`] } : { value: `${whole}.${rest}` };
  }
  if (marks === last.repeat(marks.length)) return grouped(digits, last) ? { value: digits.replaceAll(last, '') } : { fault: 'not_a_number' };
  const whole = digits.slice(0, digits.lastIndexOf(last));
  const sound = marks === other.repeat(marks.length - 1) + last && grouped(whole, other);
  return sound ? { value: `${whole.replaceAll(other, '')}.${digits.slice(whole.length + 1)}` } : { fault: 'not_a_number' };
}

const grouped = (text, mark) => new RegExp(`^[1-9]\\d{0,2}(\\${mark}\\d{3})+$`).test(text);

function signed(read, sign) {
  if (read.value) return { value: sign + normal(read.value) };
  if (read.either) return { either: read.either.map((value) => sign + normal(value)) };
  return read;
}

function normal(value) {
  const [whole, rest = ''] = value.split('.');
  const [left, right] = [whole.replace(/^0+(?=\d)/, ''), rest.replace(/0+$/, '')];
  return right ? `${left}.${right}` : left;
}

function limited(read) {
  const long = (value) => value.replace(/\D/g, '').replace(/^0+/, '').length > LIMIT;
  return [read.value, ...(read.either ?? [])].some((value) => value && long(value)) ? { fault: 'too_long' } : read;
}

/** A decimal for people: `1.234,5` in Vietnamese, `1,234.5` in English; `digits` cuts what is shown, and says so by `…`. */
export function showNumber(value, lang, digits) {
  const [, sign, whole, rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined) return String(value);
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const left = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const cut = digits !== undefined && rest.length > digits;
  const right = cut ? `${rest.slice(0, digits)}…` : rest;
  return `${sign === '-' ? '−' : ''}${left}${right ? point + right : ''}`;
}
