// What must stand on every printed page goes into the margins of the page.

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Two lines for the foot of each page: what must never be parted from the result, and what it is of. */
export function everyPage(marks, about) {
  const box = (place, words, width, align) => `@${place} { content: ${quoted(words)}; width: ${width}; font: 7.5pt/1.35 sans-serif; text-align: left; vertical-align: ${align}; white-space: normal }`;
  const number = '@bottom-right { content: counter(page) "/" counter(pages); font: 7.5pt/1.35 sans-serif; vertical-align: top }';
  sheet.replaceSync(`@page { ${box('top-left', about, '100%', 'bottom; padding-bottom: 3mm')} ${box('bottom-left', marks, '90%', 'top; padding-top: 2mm')} ${number} }`);
}

/** A string of CSS: everything that is not a letter, digit or plain sign is written by its number. */
const quoted = (words) => `"${words.replace(/[^\p{L}\p{N} .,;:()/@·–%-]/gu, (sign) => `\\${sign.codePointAt(0).toString(16)} `)}"`;
