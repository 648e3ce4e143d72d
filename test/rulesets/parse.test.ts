import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../server/rulesets/parse.ts';

const _root = join(import.meta.dirname, '../..');
const parse = (text: string, maxBytes = 8 << 20) => parseDocument(text, { maxBytes });
const codes = (text: string, maxBytes?: number) => parse(text, maxBytes).findings.map(({ code }) => code);

describe('values', () => {
  it('are those of the YAML 1.2 core schema', () => {
    const text =
      'a: yes\nb: true\nc: ~\nd: "1"\ne: 1.50\nf: -2\ng: 2019-01-01\nh:\ni: Null\nj: FALSE\nk: 1:30\nl: off\n';
    expect(parse(text).document).toEqual({
      a: 'yes',
      b: true,
      c: null,
      d: '1',
      e: 1.5,
      f: -2,
      g: '2019-01-01',
      h: null,
      i: null,
      j: false,
      k: '1:30',
      l: 'off',
    });
  });

  it('keep keys as they are written', () => {
    expect(parse('{1: a, true: b, 1.50: c, 2019-01-01: d}').document).toEqual({
      1: 'a',
      true: 'b',
      '1.50': 'c',
      '2019-01-01': 'd',
    });
  });

  it('of an alias are the very object that was anchored', () => {
    const document = parse('a: &x {b: [1]}\nc: *x\n').document as { a: unknown; c: unknown };
    expect(document.c).toBe(document.a);
  });

  it('are read from block scalars and folded text', () => {
    expect(parse('a: |\n  one\n  two\nb: three\n  four\n').document).toEqual({ a: 'one\ntwo\n', b: 'three four' });
  });
});

describe('numbers', () => {
  it.each(['0x1F', '0o17', '1e5', '1E5', '.5', '1.', '+1', '01', '-0', '.inf', '-.inf', '.nan', '1e309'])(
    '%s is refused',
    (number) => {
      expect(codes(`a: ${number}`)).toEqual(['numberForm']);
    },
  );

  it('keep fifteen significant digits and no more', () => {
    expect(parse('a: 123456789012.345').document).toEqual({ a: 123456789012.345 });
    expect(parse('a: 0.000000123456789012345').document).toEqual({ a: 0.000000123456789012345 });
    expect(codes('a: 1234567890123456')).toEqual(['numberDigits']);
    expect(codes('a: 9007199254740993')).toEqual(['numberDigits']);
  });
});

describe('hostile texts', () => {
  it.each([
    ['a byte order mark', '\ufeffa: 1', 'characterRefused'],
    ['NUL', 'a: "\u0000"', 'characterRefused'],
    ['a control character', 'a: b\u0007', 'characterRefused'],
    ['an override of direction', 'a: b\u202ec', 'characterRefused'],
    ['an escaped control character', 'a: "\\u0000"', 'characterRefused'],
    ['half a surrogate pair', 'a: "\ud83d"', 'characterRefused'],
    ['an escaped half of a surrogate pair', 'a: "\\ud83d"', 'characterRefused'],
    ['a tag', 'a: !!js/function "x"', 'tagRefused'],
    ['__proto__', '__proto__: {a: 1}', 'keyForbidden'],
    ['an escaped __proto__', '"\\u005f_proto__": {a: 1}', 'keyForbidden'],
    ['constructor', 'a: {constructor: 1}', 'keyForbidden'],
    ['20,000 brackets', '['.repeat(20_000), 'tooDeep'],
    ['20,000 closed brackets', '['.repeat(20_000) + ']'.repeat(20_000), 'tooDeep'],
    ['20,000 dashes', `${'- '.repeat(20_000)}a`, 'tooDeep'],
    [
      '2,000 maps in each other',
      Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'tooDeep',
    ],
    [
      'aliases of aliases',
      `a: &a [x, x]\n${[...'bcdefghijklmnopqrstuvwxyz'].map((name, index) => `${name}: &${name} [${`*${'abcdefghijklmnopqrstuvwxy'[index]}, `.repeat(9)}x]`).join('\n')}`,
      'aliasesMultiply',
    ],
    ['a value that holds itself', 'a: &a {b: *a}', 'aliasInside'],
    ['more values than a rule set has', `a: [${'1,'.repeat(500_001)}]`, 'tooManyNodes'],
    ['more values, with a tag at the end', `a: [${'1,'.repeat(500_001)}, !x 1]`, 'tooManyNodes'],
  ])('%s: refused with a place', (_, text, code) => {
    const { findings, document } = parse(text);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]?.at?.line).toBeGreaterThan(0);
    if (code !== 'keyForbidden') expect(document).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('a');
  });

  it('are refused by their size in bytes, not in characters', () => {
    expect(codes('a: 中文', 9)).toEqual([]);
    expect(codes('a: 中文', 8)).toEqual(['documentTooLarge']);
    expect(codes('x'.repeat(300_000), 256 * 1024)).toEqual(['documentTooLarge']);
  });

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void parse(text)),
      { numRuns: 1_500 },
    );
  });

  it('of thousands of keys are searched for repeated ones in linear time', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(codes(`${keys}\nk0: 2\n`)).toEqual(['keyTwice']);
  });
});

describe('positions', () => {
  const text = 'a:\n  - {b: 1, "c/d": [x, yy]}\n  - &n {e: 2}\n  - *n\n"f~g": {}\nh:\n';
  const { positions } = parse(text);
  const place = (pointer: string, of?: 'key' | 'value') => {
    const { line, column, endLine, endColumn } = positions.at(pointer, of);
    return `${line}:${column}-${endLine}:${endColumn}`;
  };

  it('name the value, or the key it stands under', () => {
    expect(place('/a/0/b')).toBe('2:9-2:10');
    expect(place('/a/0/b', 'key')).toBe('2:6-2:7');
    expect(place('/a/0/c~1d/1')).toBe('2:23-2:25');
    expect(place('/f~0g', 'key')).toBe('5:1-5:6');
  });

  it('lead through an alias to what it stands for', () => {
    expect(place('/a/2')).toBe('4:5-4:7');
    expect(place('/a/2/e')).toBe('3:12-3:13');
  });

  it('name the key of an empty value, and what would hold a value that is missing', () => {
    expect(place('/h')).toBe('6:1-6:2');
    expect(place('/a/0/missing')).toBe('2:5-2:27');
    expect(place('/a/7')).toBe('2:3-4:7');
  });

  it('carry the file', () => {
    expect(parseDocument('a: *x', { maxBytes: 99, file: 'x.yaml' }).findings[0]?.at).toMatchObject({
      file: 'x.yaml',
      line: 1,
      column: 4,
    });
  });
});
