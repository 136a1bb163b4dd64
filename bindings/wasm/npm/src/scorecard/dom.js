// Elements made of text only: nothing that comes from a set or a city is ever read as HTML.

// Control characters, and marks of writing direction that would let a name reorder what stands beside it.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export const plain = (text) => String(text).replace(UNSAFE, '\ufffd');

/** An element: `el('p.dim', {attribute: value, onclick: f}, child, 'text', [children])`; what is null or false is left out. */
export function el(what, attributes, ...children) {
  const [name, ...classes] = what.split('.');
  const node = document.createElement(name);
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.classList.add(...value.split(' ').filter(Boolean));
    else node.setAttribute(key, value === true ? '' : plain(value));
  }
  add(node, children);
  return node;
}

function add(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    if (typeof child === 'object') node.append(child);
    else node.append(...(foreign && !/^opt/i.test(node.localName) ? spoken(plain(child)) : [plain(child)]));
  }
}

let foreign = false;

/** Says in which language the card is; Vietnamese names and titles in an English one are then marked as such. */
export const speak = (lang) => (foreign = lang !== 'vi');

// A word with a letter of Vietnamese, and runs of such words with short gaps.
const WORD = '[\\p{L}\\p{M}]*[àáãèéìíòóõùúýăâđêôơưÀÁÃÈÉÌÍÒÓÕÙÚÝĂÂĐÊÔƠƯ\u1ea0-\u1ef9][\\p{L}\\p{M}]*';
const RUN = new RegExp(`${WORD}(?:[ –-]+(?:[\\p{L}\\p{M}\\d]+[ –-]+){0,2}${WORD})*`, 'gu');

/** A text in pieces: runs of words with Vietnamese letters, short gaps included, stand in an element of that language. */
export function spoken(text) {
  const out = [];
  let rest = text;
  for (const [run] of text.matchAll(RUN)) {
    const at = rest.indexOf(run);
    const span = document.createElement('span');
    span.lang = 'vi';
    span.append(run);
    out.push(rest.slice(0, at), span);
    rest = rest.slice(at + run.length);
  }
  return [...out, rest].filter((piece) => piece !== '');
}

/** Puts children in place of what a node holds. */
export function fill(node, ...children) {
  node.replaceChildren();
  add(node, children);
}

const SVG = 'http://www.w3.org/2000/svg';
const KNOWN = new Set(['svg', 'g', 'path', 'rect', 'line', 'circle', 'text', 'tspan', 'title', 'desc', 'defs', 'pattern']);

/** A chart of the project's own renderer. Whatever a chart never holds is taken out, should it ever be there. */
export function chart(text) {
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (svg.namespaceURI !== SVG || svg.localName !== 'svg') return el('span');
  for (const node of [svg, ...svg.querySelectorAll('*')]) {
    if (node.namespaceURI !== SVG || !KNOWN.has(node.localName)) node.remove();
    for (const { name } of [...node.attributes]) if (/^on|href$|^style$/i.test(name)) node.removeAttribute(name);
  }
  return document.importNode(svg, true);
}
