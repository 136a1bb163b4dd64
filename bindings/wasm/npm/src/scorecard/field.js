// One figure that may be tried: a text field for a number, a choice for an answer or a step. What was understood is said beside it.

import { el } from './dom.js';
import { readNumber, showNumber } from './number.js';

let next = 0;

/** A field; `say(value)` is called with what it holds: a value, `null` for none, `undefined` for the real one. */
export function field(own, { words, lang, value, say }) {
  const id = `f${(next += 1)}`;
  const echo = el('span.echo', { id: `${id}-echo` });
  const fault = el('span.fault', { id: `${id}-fault` });
  const input = own.kind === 'number' ? number() : choice();
  const set = (text, wrong) => {
    echo.textContent = wrong ? '' : text;
    fault.textContent = wrong ? text : '';
    input.setAttribute('aria-invalid', String(Boolean(wrong)));
  };
  const node = el(
    'div.field',
    {},
    el('label', { for: id }, own.label),
    el('div.entry', {}, input, own.symbol && el('span.unit', { id: `${id}-unit`, class: own.label.endsWith(`(${own.symbol})`) ? 'aloud' : '' }, own.symbol)),
    el('div.said', {}, own.value && el('span.was', { id: `${id}-was` }, `${words.was}: ${shown(own.value)}`), echo, fault),
  );
  return { node, input, wrong: (message) => set(message, true) };

  function shown(text) {
    if (own.kind === 'boolean') return text === 'yes' ? words.yes : words.no;
    if (own.kind === 'ordinal') return own.steps.find(([step]) => step === text)?.[1] ?? text;
    return [text, own.symbol].filter(Boolean).join('\u00a0');
  }

  function described(more) {
    return [more, own.symbol && `${id}-unit`, own.value && `${id}-was`, `${id}-echo`, `${id}-fault`].filter(Boolean).join(' ');
  }

  function number() {
    const start = value === undefined ? own.value : value === null ? '' : showNumber(value, lang);
    const made = el('input', { id, type: 'text', inputmode: 'decimal', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': described(), value: start });
    made.addEventListener('input', () => {
      const real = made.value.trim() === own.value;
      const read = readNumber(made.value, lang);
      if (real) {
        set('');
        say(undefined);
      } else if (read.fault) {
        set(words.notNumber, true);
        say(undefined);
      } else if (read.empty) {
        set(words.empty);
        say(null);
      } else if (own.whole && /\./.test(read.value)) {
        set(words.notWhole, true);
        say(undefined);
      } else {
        const sign = lang === 'en' ? ',' : '.';
        set([words.read, [read.shown, own.symbol].filter(Boolean).join('\u00a0'), read.grouped && words.grouped(sign)].filter(Boolean).join(' '));
        say(read.value);
      }
    });
    return made;
  }

  function choice() {
    const start = value === undefined ? own.value : value === null ? '' : String(value);
    const all = own.kind === 'boolean' ? [['yes', words.yes], ['no', words.no]] : own.steps;
    const made = el('select', { id, 'aria-describedby': described() }, [['', words.none], ...all].map(([key, text]) => el('option', { value: key, selected: key === start }, text)));
    made.addEventListener('change', () => {
      set('');
      say(made.value === own.value ? undefined : made.value === '' ? null : made.value);
    });
    return made;
  }
}
