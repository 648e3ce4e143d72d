import { isReadExactly } from '../domain/exact-number.ts';
import { Refusal } from '../domain/refusal.ts';
import { faultOf, type JsonFault } from './json-scan.ts';

/** How deep a request may nest; a claim needs six. */
export const MAX_DEPTH = 64;

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;
const MINUS = 45;
const NINE = 57;
const ZERO = 48;
const SPACE = 32;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads JSON that means one thing only: no key given twice, none named `__proto__`, no lone surrogate, no number out of
 * range or of more digits than a program reads, nested no deeper than {@link MAX_DEPTH}. The good case costs `JSON.parse` and
 * a pass over what it gave; a bad text is scanned again for the place of what is wrong, and so is one in whose strings stands
 * what looks like a number that is not read exactly.
 * @throws Refusal `notJson`, `jsonEndsEarly`, `jsonTooDeep`, `jsonKeyTwice`, `jsonKeyForbidden`, `jsonLoneSurrogate`, `jsonNumberTooLarge` or `jsonNumberNotExact`, with line and column
 */
export function parseStrictJson(sent: string): unknown {
  // A byte order mark is passed over (RFC 8259, section 8.1); a space in its place leaves all columns as they are.
  const text = sent.charCodeAt(0) === BYTE_ORDER_MARK ? ` ${sent.slice(1)}` : sent;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(text, faultOf(text, MAX_DEPTH));
  }
  const seen = { keys: 0, surrogates: text.includes('\\u'), lists: false, sound: true };
  walk(value, seen, MAX_DEPTH);
  const members = after(text, ':');
  // Each key of the text has its colon; a key given twice has two of them and one place in the object.
  if (!seen.sound || (seen.keys !== members.count && seen.keys !== colonsOutsideStrings(text))) {
    refuse(text, faultOf(text, MAX_DEPTH));
  }
  const items = seen.lists && !(after(text, '[').exact && after(text, ',').exact);
  // What looked like a number may have stood in a string.
  if (!members.exact || items || typeof value === 'number') {
    const fault = faultOf(text, MAX_DEPTH);
    if (fault !== null) refuse(text, fault);
  }
  return value;
}

function refuse(text: string, fault: JsonFault | null): never {
  const { code, args, offset } = fault ?? { code: 'notJson', args: { found: '' }, offset: 0 };
  throw new Refusal([{ code, severity: 'error', args, at: placeAt(text, offset) }]);
}

/** Line and column of a character, from 1. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let [line, start] = [1, 0];
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    [line, start] = [line + 1, end + 1];
  }
  return { line, column: offset - start + 1 };
}

/**
 * All signs of a kind in a text, and whether the numbers that follow them are read exactly. Where there are as many colons as
 * keys, none stands in a string, and nothing more need be looked at.
 */
function after(text: string, sign: string): { readonly count: number; readonly exact: boolean } {
  let [count, exact] = [0, true];
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    count += 1;
    if (exact) exact = isExactAt(text, at + 1);
  }
  return { count, exact };
}

/** Whether the number at a place is read exactly, if one stands there. */
function isExactAt(text: string, place: number): boolean {
  let start = place;
  while (text.charCodeAt(start) <= SPACE) start += 1;
  const first = text.charCodeAt(start);
  if (first > NINE || first < MINUS) return true;
  let end = start + 1;
  while (isOfNumber(text.charCodeAt(end))) end += 1;
  return isReadExactly(text.slice(start, end));
}

/** Digits, and what stands between them. */
function isOfNumber(char: number): boolean {
  return char <= NINE ? char >= ZERO || char === MINUS || char === 43 || char === 46 : char === 69 || char === 101;
}

function colonsOutsideStrings(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === COLON) count += 1;
  }
  return count;
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    // An even number of backslashes escape each other and not the quote.
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}

interface Seen {
  keys: number;
  readonly surrogates: boolean;
  /** Whether a list holds a number. */
  lists: boolean;
  sound: boolean;
}

/** @param depth how many levels may still come */
function walk(value: unknown, seen: Seen, depth: number): void {
  if (typeof value === 'string') {
    if (seen.surrogates && hasLoneSurrogate(value)) seen.sound = false;
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) seen.sound = false;
  } else if (value !== null && typeof value === 'object') {
    if (depth === 0) seen.sound = false;
    else if (Array.isArray(value)) {
      for (const item of value) {
        if (typeof item === 'number') seen.lists = true;
        walk(item, seen, depth - 1);
      }
    } else walkMembers(value as Readonly<Record<string, unknown>>, seen, depth - 1);
  }
}

function walkMembers(object: Readonly<Record<string, unknown>>, seen: Seen, depth: number): void {
  // What JSON.parse makes inherits nothing that could be listed.
  for (const key in object) {
    seen.keys += 1;
    if (key === '__proto__' || (seen.surrogates && hasLoneSurrogate(key))) seen.sound = false;
    walk(object[key], seen, depth);
  }
}

/** Whether half of a surrogate pair stands alone, which UTF-8 cannot write. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
