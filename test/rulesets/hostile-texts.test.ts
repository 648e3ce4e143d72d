import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as generously } from 'yaml';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { LIMITS, mostNodes } from '../../server/rulesets/yaml/tree.ts';
import { rounds } from '../durability/rounds.ts';
import { runs } from '../engine/property-runs.ts';
import { rules } from '../published.ts';
import { hostileTexts, longTexts, MOST_BYTES } from './hostile-texts.ts';
import { workOf } from './parsed-pieces.ts';

type Reader = (text: string) => { readonly findings: readonly { readonly code: string }[] };

const strictly: Reader = (text) => checkDocument(text, { maxBytes: MOST_BYTES });
/** The library as it comes, but for what it only warns of. */
const asItComes: Reader = (text) => {
  try {
    generously(text, { logLevel: 'silent', merge: true });
    return { findings: [] };
  } catch {
    return { findings: [{ code: 'refused' }] };
  }
};
const codesOf = (reader: Reader, text: string) => [...new Set(reader(text).findings.map(({ code }) => code))];

describe('a hostile text', () => {
  it.each(Object.entries(hostileTexts))('of %s is refused with its place', (_, { text, code }) => {
    expect(codesOf(strictly, text)).toEqual([code]);
    const [first] = checkDocument(text, { maxBytes: MOST_BYTES }).findings;
    expect([first?.at?.line, first?.at?.column].every((one) => Number(one) > 0)).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const taken = Object.entries(hostileTexts).filter(([, one]) => one.taken);
  it.each(taken)('of %s is taken by a reader that is not strict: the negative control', (_, { text }) => {
    expect(codesOf(asItComes, text)).toEqual([]);
  });

  it('would give another number than it says, read generously', () => {
    expect(String((generously('a: 9007199254740993') as { a: number }).a)).toBe('9007199254740992');
  });
});

/** What reading a text comes to. */
async function work(text: string, maxBytes: number) {
  let findings = 0;
  const { pieces } = await workOf(() => {
    findings = parseDocument(text, { maxBytes }).findings.length;
  });
  return { pieces, findings };
}

describe('a long text of small things', () => {
  const most = mostNodes(MOST_BYTES);

  // The ordinary run tries every other one.
  const tried = Object.entries(longTexts).filter((_, index) => index % rounds(2, 1) === 0);
  it.each(tried)('of %s is refused before most of it is parsed', async (_, text) => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
    const { pieces, findings } = await work(text, MOST_BYTES);
    // A value and what stands around it: its mark, a space, the end of its line.
    expect(pieces).toBeLessThanOrEqual(5 * most + 5);
    expect(findings).toBeGreaterThan(0);
    expect(findings).toBeLessThanOrEqual(LIMITS.complaints);
  });

  it('would be parsed to its end where as many values as in a file were taken: the negative control', async () => {
    expect((await work(longTexts['a list on one line'] ?? '', 8 << 20)).pieces).toBeGreaterThan(7 * most);
  });

  it('leaves errors of the program as telling as before', () => {
    const before = Error.stackTraceLimit;
    for (const text of ['a: ]', '!', `[${'1,'.repeat(most)}1]`]) parseDocument(text, { maxBytes: MOST_BYTES });
    expect(Error.stackTraceLimit).toBe(before);
  });
});

const pieces = ['\ufeff', '\u0000', '\u202e', '\t', '!!str ', '!a ', '<<: ', '*a', '&a ', '9007199254740993', '1e400'];
const marks = [
  '__proto__: 1\n',
  '- ',
  '? ',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '\n',
  '\r\n',
  '#',
  '|',
  '>',
  '---\n',
  '%',
];

describe('a text of the city with something put in, taken out or put elsewhere', () => {
  it('is read or refused with a place, and never as something that it does not say', () => {
    const lines = readFileSync(join(rules, '371500/liaocheng-2019.yaml'), 'utf8').split('\n');
    const change = fc.record({
      at: fc.nat(),
      put: fc.oneof(fc.constantFrom(...pieces, ...marks), fc.string({ unit: 'binary', maxLength: 4 })),
      gone: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (from, changes) => {
        let text = lines.slice(from, from + 12).join('\n');
        for (const { at, put, gone } of changes) {
          const cut = at % (text.length + 1);
          text = text.slice(0, cut) + put + text.slice(cut + gone);
        }
        const { document, findings } = parseDocument(text, { maxBytes: MOST_BYTES });
        for (const { at } of findings) expect(at?.line).toBeGreaterThan(0);
        if (findings.length > 0) return;
        // What is taken says the same to a reader that is not strict.
        expect(document).toEqual(generously(text, { uniqueKeys: false, logLevel: 'silent', stringKeys: true }));
      }),
      runs(300, 100_000),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
