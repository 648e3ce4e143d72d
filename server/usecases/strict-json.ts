import { Refusal } from '../domain/refusal.ts';
import { scanJson } from './json-scan.ts';

/** How deep a request may nest; a claim needs six. */
export const MAX_DEPTH = 64;

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Reads JSON that means one thing only: no key given twice, none named `__proto__`, no lone surrogate, no number out of
 * range, nested no deeper than {@link MAX_DEPTH}. The good case costs one pass and `JSON.parse`; only a bad text is
 * scanned again, for the place of what is wrong.
 * @throws Refusal `notJson`, `jsonEndsEarly`, `jsonTooDeep`, `jsonKeyTwice`, `jsonKeyForbidden`, `jsonLoneSurrogate` or `jsonNumberTooLarge`, with line and column
 */
export function parseStrictJson(text: string): unknown {
  const { depth, colons } = measure(text);
  if (depth > MAX_DEPTH) refuseText(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseText(text);
  }
  const seen = { keys: 0, surrogates: text.includes('\\u'), sound: true };
  walk(value, seen);
  // Each key of the text has its colon; a key given twice has two of them and one place in the object.
  if (!seen.sound || seen.keys !== colons) refuseText(text);
  return value;
}

function refuseText(text: string): never {
  const { fault } = scanJson(text, MAX_DEPTH);
  const { code, args, offset } = fault ?? { code: 'notJson', args: { found: '' }, offset: 0 };
  throw new Refusal([{ code, severity: 'error', args, at: placeAt(text, offset) }]);
}

/** Line and column of a character, from 1. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** How deep a text nests and how many colons it has outside strings; of a text that is not JSON, roughly. */
function measure(text: string): { depth: number; colons: number } {
  let depth = 0;
  let deepest = 0;
  let colons = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === 58) colons += 1;
    else if (char === 123 || char === 91) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (char === 125 || char === 93) depth -= 1;
  }
  return { depth: deepest, colons };
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
  sound: boolean;
}

function walk(value: unknown, seen: Seen): void {
  if (typeof value === 'string') {
    if (seen.surrogates && hasLoneSurrogate(value)) seen.sound = false;
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) seen.sound = false;
  } else if (Array.isArray(value)) {
    for (const item of value) walk(item, seen);
  } else if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      seen.keys += 1;
      if (key === '__proto__' || (seen.surrogates && hasLoneSurrogate(key))) seen.sound = false;
      walk((value as Record<string, unknown>)[key], seen);
    }
  }
}

/** Whether half of a surrogate pair stands alone, which UTF-8 cannot write. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
