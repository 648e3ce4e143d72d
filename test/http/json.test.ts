import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Amount } from '../../server/domain/amount.ts';
import { cnyText } from '../../server/domain/money.ts';
import { writeJson } from '../../server/http/json.ts';

it('writes amounts with exactly two decimals, and everything else as JSON.stringify does', () => {
  const value = { a: new Amount(10), b: [new Amount(1640000), null, 0.1, 'x"\u2028'], c: undefined, d: { e: true } };
  expect(writeJson(value)).toBe('{"a":0.10,"b":[16400.00,null,0.1,"x\\"\u2028"],"d":{"e":true}}');
  fc.assert(fc.property(fc.jsonValue(), (json) => writeJson(json) === JSON.stringify(json)));
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => writeJson(new Amount(fen)) === cnyText(fen)));
});

it('never lets an amount be written in another way', () => {
  expect(() => JSON.stringify({ a: new Amount(10) })).toThrow(TypeError);
});
