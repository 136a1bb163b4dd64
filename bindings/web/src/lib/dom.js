// Elements, made one way: text always goes in as text, so that no name in a file can become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** h('p', { class: 'x', onclick }, 'text', child, null): what is null or false is left out. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name === 'checked' || name === 'selected' || name === 'disabled' || name === 'hidden') element[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) add(element, child);
    else element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Puts new content in place of the old; who had the focus keeps it, when an element of the same id is there again. */
export function put(parent, ...children) {
  const { id } = parent.contains(document.activeElement) ? document.activeElement : {};
  parent.replaceChildren();
  add(parent, children);
  if (id) document.getElementById(id)?.focus({ preventScroll: true });
}
