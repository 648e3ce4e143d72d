import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { faultOf, offsetOf } from '../../server/usecases/json-scan.ts';
import { MAX_DEPTH, parseStrictJson, placeAt } from '../../server/usecases/strict-json.ts';
import { runs } from '../engine/property-runs.ts';

function fault(text: string): string {
  try {
    parseStrictJson(text);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, at } = error.findings[0] ?? {};
    return `${code} ${at?.line}:${at?.column}`;
  }
}

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        fc.pre(!text.includes('__proto__') && fault(text) !== 'jsonKeyTwice 1:1');
        const value: unknown = JSON.parse(text);
        // A generated text may name a key twice; then it is refused, else it is the same value.
        if (fault(text) === 'accepted') expect(parseStrictJson(text)).toEqual(value);
        else expect(fault(text)).toMatch(/^json(KeyTwice|LoneSurrogate)/);
      }),
      runs(1_500, 500_000),
    );
  });

  it('never accepts what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.string({ maxLength: 2 }), (text, at, more) => {
        const cut = at % (text.length + 1);
        const broken = text.slice(0, cut) + more + text.slice(cut + 1);
        let valid = true;
        try {
          JSON.parse(broken);
        } catch {
          valid = false;
        }
        if (!valid) expect(fault(broken)).toMatch(/^(notJson|json\w+) \d+:\d+$/);
      }),
      runs(1_500, 500_000),
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'jsonKeyTwice 1:8'],
    ['{"a":{"b":1},\n "a":2}', 'jsonKeyTwice 2:2'],
    ['{"a":1,"\\u0061":2}', 'jsonKeyTwice 1:8'],
    ['{"__proto__":{}}', 'jsonKeyForbidden 1:2'],
    ['{"a":{"\\u005f_proto__":1}}', 'jsonKeyForbidden 1:7'],
    ['{"a":"\\ud800"}', 'jsonLoneSurrogate 1:6'],
    ['{"\\udc00":1}', 'jsonLoneSurrogate 1:2'],
    ['{"a":1e309}', 'jsonNumberTooLarge 1:6'],
    ['{"a":-1e400}', 'jsonNumberTooLarge 1:6'],
    ['{"a":99999999.999999999999999}', 'jsonNumberNotExact 1:6'],
    ['{"a":{"b": \n1.0000000000000000000001}}', 'jsonNumberNotExact 2:1'],
    ['{"a":1e-400}', 'jsonNumberNotExact 1:6'],
    ['{"a":9007199254740993}', 'jsonNumberNotExact 1:6'],
    ['{"a":[1, 0.10000000000000001]}', 'jsonNumberNotExact 1:10'],
    ['[-1E-400]', 'jsonNumberNotExact 1:2'],
    ['1e-400', 'jsonNumberNotExact 1:1'],
    ['{"a":1', 'jsonEndsEarly 1:7'],
    ['', 'jsonEndsEarly 1:1'],
    ['{"a":01}', 'notJson 1:7'],
    ['{"a":NaN}', 'notJson 1:6'],
    ["{'a':1}", 'notJson 1:2'],
    ['{"a":1,}', 'notJson 1:8'],
    ['{"a":1} {}', 'notJson 1:9'],
    ['{"a":"\t"}', 'notJson 1:7'],
    ['{"a":"bc\n"}', 'notJson 1:9'],
    ['{"a":"b\\x"}', 'notJson 1:8'],
    ['{"a":"b', 'jsonEndsEarly 1:8'],
    ['\ufeff{}', 'accepted'],
    ['\ufeff\ufeff{}', 'notJson 1:2'],
  ])('%s is refused', (text, complaint) => {
    expect(fault(text)).toBe(complaint);
  });

  it('takes a number that is read as it is written, however it is written', () => {
    for (const number of ['100.0000000000000000', '1e2', '1E-2', '0.30000000000000004', '-0.0e-999', '1e+21']) {
      expect([number, fault(`{"a":[${number}],"b":${number}}`)]).toEqual([number, 'accepted']);
    }
    expect(fault('{"a":"b:12345678901234567890,1e-400"}')).toBe('accepted');
  });

  it('bounds the depth before anything is parsed', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(fault(nested(MAX_DEPTH))).toBe('accepted');
    expect(fault(nested(MAX_DEPTH + 1))).toBe(`jsonTooDeep 1:${MAX_DEPTH + 1}`);
    expect(fault('{"a":'.repeat(20_000))).toMatch(/^jsonTooDeep/);
    expect(fault('['.repeat(200_000))).toMatch(/^jsonTooDeep/);
  });

  it('keeps both halves of a surrogate pair and brackets inside texts', () => {
    expect(parseStrictJson('{"a":"\\ud83d\\ude00","b":"{[:\\"]}"}')).toEqual({ a: '😀', b: '{[:"]}' });
  });

  it('repeats no more of a key than says which', () => {
    const long = 'k'.repeat(5_000);
    const found = faultOf(`{"${long}":1,"${long}":2}`, MAX_DEPTH);
    expect(found).toMatchObject({ code: 'jsonKeyTwice', args: { key: `${'k'.repeat(60)}…` } });
  });

  it('leaves Object.prototype alone', () => {
    expect(fault('{"__proto__":{"polluted":true}}')).toMatch(/^jsonKeyForbidden/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a reader that is not strict', () => {
  it.each(['{"a":1,"a":2}', '{"__proto__":{"a":1}}', '{"a":"\\ud800"}', '{"a":1e309}'])(
    'takes %s: the negative control',
    (text) => {
      expect(() => JSON.parse(text)).not.toThrow();
    },
  );
});

describe('places', () => {
  const text = '{\n  "claim": {"cost": {"inScope": -1}},\n  "a/b": [1, 2]\n}';

  it('of pointers are where the values begin', () => {
    expect(placeAt(text, offsetOf(text, '/claim/cost/inScope'))).toEqual({ line: 2, column: 33 });
    expect(placeAt(text, offsetOf(text, '/a~1b/1'))).toEqual({ line: 3, column: 14 });
  });

  it('are found behind long keys and many items, by index and key', { timeout: 30_000 }, () => {
    const key = 'k'.repeat(17_000);
    const many = `{"0":{"1":2},"${key}":[${'[1],'.repeat(8_000)}{"a":1}]}`;
    expect(offsetOf(many, `/${key}/8000/a`)).toBe(many.length - 4);
    expect(offsetOf(many, `/${key}/8001`)).toBe(many.indexOf('[1]') - 1);
    expect(offsetOf(many, '/0/1')).toBe(10);
    expect(offsetOf('{"a":{"":1}}', '/a/')).toBe(9);
  });

  it('of what is missing are those of what is around it', () => {
    expect(placeAt(text, offsetOf(text, '/claim/hospital/level'))).toEqual({ line: 2, column: 12 });
    expect(placeAt(text, offsetOf(text, '/date'))).toEqual({ line: 1, column: 1 });
  });
});
