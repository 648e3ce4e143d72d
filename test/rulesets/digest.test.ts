import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import vectors from '../../docs/digest-vectors.json' with { type: 'json' };
import { canonicalText, digest, effectiveDigest, FORMAT } from '../../server/rulesets/digest.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { termsDigest } from '../../server/rulesets/terms-digest.ts';
import { CITY, county, named } from './small-plan.ts';

describe('the published test vectors', () => {
  test.each(vectors.vectors)('$name', ({ yaml, document, canonical, digest: expected, termsDigest: terms }) => {
    for (const text of yaml) {
      const parsed = parseDocument(text, { maxBytes: 100_000 });
      expect(parsed.findings).toEqual([]);
      expect(parsed.document).toEqual(document);
      expect(digest(parsed.document)).toBe(expected);
      if (terms !== undefined) expect(termsDigest(parsed.document as RuleSet)).toBe(terms);
    }
    expect(canonicalText(document)).toBe(canonical);
    expect(`sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`).toBe(expected);
  });

  test.each(vectors.effective)('effective: $override', ({ base, override, canonical, digest: expected }) => {
    expect(canonicalText({ format: FORMAT, base, override })).toBe(canonical);
    expect(effectiveDigest(base, override)).toBe(expected);
    expect(vectors.format).toBe(FORMAT);
  });

  it('tell apart what differs, and take for the same in terms what differs in words', () => {
    const digests = vectors.vectors.map((vector) => vector.digest);
    expect(new Set(digests).size).toBe(digests.length);
    const [first, figure, words] = vectors.vectors;
    expect(words?.termsDigest).toBe(first?.termsDigest);
    expect(figure?.termsDigest).not.toBe(first?.termsDigest);
  });
});

describe('a digest', () => {
  it('does not see the order of keys', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).filter((one) => !/\p{Surrogate}/u.test(JSON.stringify(one)));
    fc.assert(
      fc.property(value, (document) => {
        expect(digest(reversed(document))).toBe(digest(document));
      }),
      { numRuns: 200 },
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined, { a: undefined }, 1n])(
    'is not made of %s',
    (value) => {
      expect(() => digest(value)).toThrow(RangeError);
    },
  );

  it('sees every figure and word; that of the terms only the figures and rules', () => {
    const city = named<RuleSet>(CITY).document;
    const same = (from: string, to: string) => {
      const changed = named<RuleSet>(CITY.replace(from, to)).document;
      return { text: digest(changed) === digest(city), terms: termsDigest(changed) === termsDigest(city) };
    };
    expect(same('1: 200', '1: 201')).toEqual({ text: false, terms: false });
    expect(same('default: home', 'default: away')).toEqual({ text: false, terms: false });
    expect(same('per: year', 'per: event')).toEqual({ text: false, terms: false });
    expect(same('[home, away]', '{home: 县内, away: 县外}')).toEqual({ text: false, terms: true });
    expect(same('label: 起付线', 'label: 起付标准')).toEqual({ text: false, terms: true });
    expect(same('label: 组织领导', 'label: 组织')).toEqual({ text: false, terms: true });
    expect(same('zh: 自零起算', 'zh: 从零起算')).toEqual({ text: false, terms: true });
    expect(same('to: 2019-12-31', 'to: 2020-12-31')).toEqual({ text: false, terms: true });
  });

  it('of an override’s terms leaves out the reason', () => {
    const terms = (text: string) => termsDigest(named<Override>(text).document);
    const text = county('standards: {basic.ratio: 0.8}\n');
    expect(terms(text.replace('提高标准', '惠民'))).toBe(terms(text));
    expect(terms(text.replace('0.8', '0.80'))).toBe(terms(text));
    expect(terms(text.replace('0.8', '0.81'))).not.toBe(terms(text));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  );
}
