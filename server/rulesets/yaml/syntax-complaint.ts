import type { YAMLError } from 'yaml';
import { type Span, Unreadable } from './tree.ts';
import { keyBeforeWideColon } from './wide-colon.ts';

/** What the library's error codes are called in our catalogue; what is not here is `yamlSyntax`. */
const codes: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'yamlIndentation',
  TAB_AS_INDENT: 'yamlTab',
  MISSING_CHAR: 'yamlMissingColon',
  MULTILINE_IMPLICIT_KEY: 'yamlMissingColon',
  BLOCK_AS_IMPLICIT_KEY: 'yamlTwoColons',
  BAD_DQ_ESCAPE: 'yamlEscape',
  BAD_SCALAR_START: 'yamlReserved',
};

/** What a text leaves open at its end: the library complains there, but it is mended where it begins. */
export interface LeftOpen {
  readonly bracket: Span | null;
  readonly quote: Span | null;
}

/** An error of the YAML library in our own words, at the place where it can be mended. */
export function syntaxComplaint({ code, message, pos }: YAMLError, text: string, open: LeftOpen): Unreadable {
  const [start, end] = pos;
  const bracket = /end with a ([\]}])$/.exec(message)?.[1];
  if (bracket !== undefined) return new Unreadable('yamlBracket', { bracket }, open.bracket ?? { start, end });
  if (message.startsWith('Missing closing')) return new Unreadable('yamlQuote', {}, open.quote ?? { start, end });
  // Both are what the library makes of a line that stands further out than its neighbours.
  if (/without - indicator|block sequence may not be used/.test(message)) {
    const first = start + text.slice(start).search(/\S|$/);
    return new Unreadable('yamlIndentation', {}, { start: first, end: first + 1 });
  }
  if (code === 'TAG_RESOLVE_FAILED') {
    return new Unreadable('tagRefused', { tag: /![^\s,]*/.exec(message)?.[0] ?? '!' }, { start, end });
  }
  const wide = codes[code] === 'yamlMissingColon' ? keyBeforeWideColon(text.slice(start)) : null;
  if (wide !== null) return new Unreadable('wideColon', { key: wide }, { start, end });
  const deeper = code === 'BLOCK_AS_IMPLICIT_KEY' ? deeperLine(text, start) : null;
  if (deeper !== null) return new Unreadable('yamlIndentation', {}, { start: deeper, end: deeper + 1 });
  return new Unreadable(codes[code] ?? 'yamlSyntax', {}, { start, end });
}

/** Where the line after a plain value goes on further in, so that it was read as part of it; null where the value's own line holds another key. */
function deeperLine(text: string, start: number): number | null {
  const end = text.indexOf('\n', start);
  if (end < 0 || /:(\s|$)/.test(text.slice(start, end))) return null;
  const next = /\S/.exec(text.slice(end));
  return next === null ? null : end + next.index;
}
