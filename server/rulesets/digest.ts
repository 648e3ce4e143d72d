import canonicalize from 'canonicalize';
import { ratioOf, ratioText } from '../domain/ratio.ts';
import { sha256 } from '../domain/sha256.ts';

/** The version of the meaning that settlements and digests are made by; it rises only where the same document would mean something else. */
export const FORMAT = 1;

/**
 * A document's canonical text: RFC 8785 (keys sorted, no white space), where a number that is not whole is written as a
 * string of its shortest decimal (0.80 → "0.8"), so that no reader's binary fractions can change it.
 * @throws RangeError where the document holds what JSON cannot: a number that is not finite, a lone surrogate, undefined
 */
export function canonicalText(document: unknown): string {
  const text = canonicalize(withDecimals(document));
  if (text === undefined) throw new RangeError('a document is a JSON value');
  return text;
}

/** `sha256:` and 64 hex digits over the meaning of a document: comments, key order and the way a figure is written change nothing, any figure does. */
export function digest(document: unknown): string {
  return sha256(canonicalText(document));
}

/**
 * The digest of a city's text resolved with a county's.
 * @param base digest of the city's document
 * @param override digest of the county's, null without one
 */
export function effectiveDigest(base: string, override: string | null): string {
  // The canonical text written out, several times as quick: a search hashes millions of pairs. A test holds it equal.
  return sha256(`{"base":${JSON.stringify(base)},"format":${FORMAT},"override":${JSON.stringify(override)}}`);
}

function withDecimals(value: unknown): unknown {
  if (typeof value === 'number') return decimal(value);
  if (typeof value === 'string') return wellFormed(value);
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(withDecimals);
  if (typeof value !== 'object') throw new RangeError(`a ${typeof value} is no JSON value`);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [wellFormed(key), withDecimals(one)]));
}

function decimal(value: number): number | string {
  if (!Number.isFinite(value)) throw new RangeError('a number of a document is finite');
  return Number.isInteger(value) ? value : ratioText(ratioOf(value));
}

function wellFormed(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError('a text of a document holds no lone surrogate');
  return text;
}
