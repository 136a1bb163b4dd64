// Amounts of money as reports write them: a decimal and a unit. Digits stay text: nothing is rounded on the way.

const PLACES = { dong: 0, trieu_dong: 6, ty_dong: 9 };

export const UNITS = Object.keys(PLACES);

/** An amount in whole đồng; null when it is none: negative, or less than a đồng remains. */
export function inDong(decimal, unit) {
  const [, whole, rest = ''] = /^(\d+)(?:\.(\d+))?$/.exec(decimal ?? '') ?? [];
  const places = PLACES[unit];
  if (whole === undefined || places === undefined || rest.length > places) return null;
  return `${whole}${rest.padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
}
