import { isReadExactly } from '../domain/exact-number.ts';
import type { Finding } from '../domain/finding.ts';
import { inShort } from '../rulesets/words.ts';
import { hasLoneSurrogate } from './strict-json.ts';

/** The first thing wrong with a text, and the character where it stands. */
export interface JsonFault {
  readonly code: string;
  readonly args: Finding['args'];
  readonly offset: number;
}

/**
 * The first thing wrong with a JSON text, read character by character: slower than `JSON.parse`, for the moment when something
 * is wrong. It takes time and memory in proportion to the text, whoever wrote it.
 * @param maxDepth how deep it may nest
 * @returns null where nothing is wrong
 */
export function faultOf(text: string, maxDepth: number): JsonFault | null {
  return new Scanner(text, maxDepth, null).fault();
}

/**
 * Where the value under a JSON pointer begins, or the nearest value around it that there is. Of a text with a fault what
 * comes after that is not there.
 */
export function offsetOf(text: string, pointer: string): number {
  const scanner = new Scanner(text, Number.POSITIVE_INFINITY, pointer.split('/').slice(1).map(keyOf));
  scanner.fault();
  return scanner.found;
}

/** What a part of a JSON pointer names (RFC 6901, section 4). */
function keyOf(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

class Fault extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/**
 * What stands in a string as it is (from the space on, all but quote and backslash), or escaped: piece by piece, for an
 * expression remembers each turn that it takes.
 */
const PLAIN = /[ !#-[\]-\uffff]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]+/y;

/**
 * Keeps no place but the one that is looked for: pointers of all values would take the product of what they hold, and a map
 * of long ones the square (V8 hashes a text of more than 16,383 characters by its length alone).
 */
class Scanner {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #goal: readonly string[] | null;
  #at = 0;
  /** Where the innermost value on the way to the goal begins. */
  found = 0;

  /** @param goal the keys on the way to a value; null to look for a fault alone */
  constructor(text: string, maxDepth: number, goal: readonly string[] | null) {
    this.#text = text;
    this.#maxDepth = maxDepth;
    this.#goal = goal;
  }

  fault(): JsonFault | null {
    try {
      this.#value(1, this.#goal !== null);
      this.#space();
      if (this.#at < this.#text.length) this.#unexpected();
      return null;
    } catch (error) {
      if (error instanceof Fault) return error.fault;
      throw error;
    }
  }

  /** @param isOnWay whether it is the goal, or holds it */
  #value(depth: number, isOnWay: boolean): void {
    this.#space();
    const start = this.#at;
    if (isOnWay) this.found = start;
    const char = this.#text[start];
    if ((char === '{' || char === '[') && depth > this.#maxDepth) {
      this.#fail('jsonTooDeep', { limit: this.#maxDepth }, start);
    }
    const next = isOnWay ? this.#goal?.[depth - 1] : undefined;
    if (char === '{') this.#members(depth, next);
    else if (char === '[') this.#items(depth, next);
    else if (char === '"') this.#string();
    else if (!this.#pass(WORD)) this.#number(start);
  }

  #members(depth: number, next: string | undefined): void {
    const keys = new Set<string>();
    this.#at += 1;
    if (this.#take('}')) return;
    do {
      this.#space();
      const start = this.#at;
      const key = this.#string();
      if (key === '__proto__') this.#fail('jsonKeyForbidden', { key }, start);
      if (keys.has(key)) this.#fail('jsonKeyTwice', { key: inShort(key) }, start);
      keys.add(key);
      if (!this.#take(':')) this.#unexpected();
      this.#value(depth + 1, key === next);
    } while (this.#take(','));
    if (!this.#take('}')) this.#unexpected();
  }

  #items(depth: number, next: string | undefined): void {
    this.#at += 1;
    if (this.#take(']')) return;
    let index = 0;
    do {
      this.#value(depth + 1, next !== undefined && next === String(index));
      index += 1;
    } while (this.#take(','));
    if (!this.#take(']')) this.#unexpected();
  }

  /** Stops where it is wrong: at a character that must be escaped, an escape that there is not, or the end. */
  #string(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') this.#unexpected();
    this.#at += 1;
    while (this.#pass(PLAIN) || this.#pass(ESCAPE));
    if (this.#text[this.#at] !== '"') this.#unexpected();
    this.#at += 1;
    const value = JSON.parse(this.#text.slice(start, this.#at)) as string;
    if (hasLoneSurrogate(value)) this.#fail('jsonLoneSurrogate', {}, start);
    return value;
  }

  #number(start: number): void {
    if (!this.#pass(NUMBER)) this.#unexpected();
    const raw = this.#text.slice(start, this.#at);
    const value = raw.length > 40 ? `${raw.slice(0, 39)}…` : raw;
    if (!Number.isFinite(Number(raw))) this.#fail('jsonNumberTooLarge', { value }, start);
    if (!isReadExactly(raw)) this.#fail('jsonNumberNotExact', { value, read: String(Number(raw)) }, start);
  }

  /** Goes past what a pattern finds here; false where that is nothing. */
  #pass(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #space(): void {
    // Mostly there is none.
    if (this.#text.charCodeAt(this.#at) <= 32) this.#pass(SPACE);
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
