// Numbers as people write them, 12,5 or 12.5, without ever becoming a float: text in, the digits of a JSON number out.

const STYLES = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } };

/**
 * Reads a number the way the language writes it; where it can only be one of the other style, that is taken.
 * Gives `{value, shown}` (and `grouped` where a sign could be taken for a decimal one), `{empty: true}`, or `{fault: true}`.
 */
export function readNumber(text, lang) {
  const plain = String(text).replace(/[\s\u00a0\u202f]+/g, '').replace(/^[\u2212\u2013]/, '-');
  if (plain === '') return { empty: true };
  const other = lang === 'en' ? 'vi' : 'en';
  const [own, foreign] = [digits(plain, STYLES[lang]), digits(plain, STYLES[other])];
  const value = own ?? foreign;
  if (value === undefined || value.replace(/\D/g, '').length > 28) return { fault: true };
  return { value, shown: showNumber(value, lang), grouped: own !== undefined && foreign !== undefined && own !== foreign };
}

/** Digits of a JSON number as the language writes them: 1.234,5 or 1,234.5. */
export function showNumber(value, lang) {
  const { group, point } = STYLES[lang];
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return value;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign ? '\u2212' : ''}${grouped}${fraction ? point + fraction : ''}`;
}

function digits(text, { group, point }) {
  const escaped = (sign) => `\\${sign}`;
  const pattern = new RegExp(`^(-?)(0|[1-9]\\d*|[1-9]\\d{0,2}(?:${escaped(group)}\\d{3})+)(?:${escaped(point)}(\\d+))?$`);
  const [, sign, whole, fraction] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return `${sign}${whole.split(group).join('')}${fraction ? `.${fraction}` : ''}`;
}
