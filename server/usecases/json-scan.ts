import { isReadExactly } from '../domain/exact-number.ts';
import type { Finding } from '../domain/finding.ts';
import { hasLoneSurrogate } from './strict-json.ts';

/** The first thing wrong with a text, and the character where it stands. */
export interface JsonFault {
  readonly code: string;
  readonly args: Finding['args'];
  readonly offset: number;
}

/** Where each value of a JSON text begins, by JSON pointer; with the first fault, where there is one. */
export interface JsonScan {
  readonly places: ReadonlyMap<string, number>;
  readonly fault: JsonFault | null;
}

/** Reads a JSON text character by character for places: slower than `JSON.parse`, for the moment when something is wrong. */
export function scanJson(text: string, maxDepth: number): JsonScan {
  const scanner = new Scanner(text, maxDepth);
  try {
    scanner.document();
    return { places: scanner.places, fault: null };
  } catch (error) {
    if (error instanceof Fault) return { places: scanner.places, fault: error.fault };
    throw error;
  }
}

class Fault extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const STRING_SO_FAR = new RegExp(STRING.source.slice(0, -1), 'uy');
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

class Scanner {
  readonly places = new Map<string, number>();
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  document(): void {
    this.#value('', 1);
    this.#space();
    if (this.#at < this.#text.length) this.#unexpected();
  }

  #value(pointer: string, depth: number): void {
    this.#space();
    const start = this.#at;
    this.places.set(pointer, start);
    const char = this.#text[start];
    if ((char === '{' || char === '[') && depth > this.#maxDepth) {
      this.#fail('jsonTooDeep', { limit: this.#maxDepth }, start);
    }
    if (char === '{') this.#members(pointer, depth);
    else if (char === '[') this.#items(pointer, depth);
    else if (char === '"') this.#string();
    else if (this.#match(WORD) === null) this.#number(start);
  }

  #members(pointer: string, depth: number): void {
    const keys = new Set<string>();
    this.#at += 1;
    if (this.#take('}')) return;
    do {
      this.#space();
      const start = this.#at;
      const key = this.#string();
      if (key === '__proto__') this.#fail('jsonKeyForbidden', { key }, start);
      if (keys.has(key)) this.#fail('jsonKeyTwice', { key }, start);
      keys.add(key);
      if (!this.#take(':')) this.#unexpected();
      this.#value(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
    } while (this.#take(','));
    if (!this.#take('}')) this.#unexpected();
  }

  #items(pointer: string, depth: number): void {
    this.#at += 1;
    if (this.#take(']')) return;
    let index = 0;
    do {
      this.#value(`${pointer}/${index}`, depth + 1);
      index += 1;
    } while (this.#take(','));
    if (!this.#take(']')) this.#unexpected();
  }

  #string(): string {
    const start = this.#at;
    const raw = this.#match(STRING);
    if (raw === null) {
      // To where it is wrong: a character that must be escaped, an escape that there is not, or the end.
      this.#match(STRING_SO_FAR);
      this.#unexpected();
    }
    const value = JSON.parse(raw) as string;
    if (hasLoneSurrogate(value)) this.#fail('jsonLoneSurrogate', {}, start);
    return value;
  }

  #number(start: number): void {
    const raw = this.#match(NUMBER);
    if (raw === null) this.#unexpected();
    const value = raw.length > 40 ? `${raw.slice(0, 39)}…` : raw;
    if (!Number.isFinite(Number(raw))) this.#fail('jsonNumberTooLarge', { value }, start);
    if (!isReadExactly(raw)) this.#fail('jsonNumberNotExact', { value, read: String(Number(raw)) }, start);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #take(char: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #unexpected(): never {
    const [found = ''] = this.#text.slice(this.#at, this.#at + 2);
    // A backslash is blamed with what it should have escaped.
    const after = found === '\\' ? this.#text.slice(this.#at + 1, this.#at + 2) : '';
    this.#fail(found === '' ? 'jsonEndsEarly' : 'notJson', { found: named(found) + named(after) }, this.#at);
  }

  #fail(code: string, args: Finding['args'], offset: number): never {
    throw new Fault({ code, args, offset });
  }
}

/** A character as it is shown: what cannot be seen by its number, with its escape where it has one. */
function named(character: string): string {
  if (!/[\p{C}\p{Z}]/u.test(character) || character === ' ') return character;
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const escaped = JSON.stringify(character).slice(1, -1);
  return escaped === character ? number : `${number} (${escaped})`;
}

/** Where the value under a JSON pointer begins, or the nearest value around it that there is. */
export function offsetOf(text: string, pointer: string): number {
  const { places } = scanJson(text, Number.POSITIVE_INFINITY);
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const offset = places.get(at);
    if (offset !== undefined) return offset;
  }
  return places.get('') ?? 0;
}
