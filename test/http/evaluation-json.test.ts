import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cnyText } from '../../server/domain/money.ts';
import { evaluationJson } from '../../server/http/evaluation-json.ts';
import { cny } from '../../server/http/money-json.ts';
import type { Evaluation } from '../../server/usecases/evaluation.ts';
import { settlement } from './example-settlement.ts';

const ruleSet = {
  jurisdiction: '371525',
  version: null,
  digest: null,
  base: { jurisdiction: '371500', version: '1.0.0', digest: 'sha256:0' },
  effectiveDigest: 'sha256:1',
};

const evaluation: Evaluation = {
  id: 'a "b"\n\u2028',
  jurisdiction: '371525',
  date: '2019-06-01',
  ruleSet,
  settlement,
  explanation: null,
  draft: false,
  settlementDigest: 'sha256:2',
  effective: {} as Evaluation['effective'],
};

/** The answer as data, by the shortest way there is: fen divided by a hundred. */
function answer() {
  const inCny = (amounts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(amounts).map(([key, fen]) => [key, key === 'count' ? fen : fen / 100]));
  const history = (one: (typeof settlement)['history']['before']) =>
    Object.fromEntries(
      Object.entries(one).map(([period, names]) => [
        period,
        Object.fromEntries(Object.entries(names).map(([name, kinds]) => [name, inCny(kinds)])),
      ]),
    );
  const { claimType, eligible, layers, paid, selfPay, notices } = settlement;
  return {
    id: evaluation.id,
    claimType,
    jurisdiction: '371525',
    date: '2019-06-01',
    format: 1,
    eligible,
    ruleSet,
    layers: layers.map((layer) => ({
      ...layer,
      paid: layer.paid / 100,
      lines: layer.lines.map(({ funding, ...line }) => ({
        ...line,
        owed: line.owed / 100,
        paid: line.paid / 100,
        ...(funding === undefined ? {} : { funding: inCny(funding) }),
      })),
    })),
    paid: paid / 100,
    selfPay: inCny(selfPay),
    history: { before: history(settlement.history.before), after: history(settlement.history.after) },
    // Words only where reasons are asked for.
    notices: notices.map(({ code, args: { label, ...args } }) => ({ code, ...args })),
    settlementDigest: 'sha256:2',
  };
}

describe('evaluationJson', () => {
  it('is the answer, whoever reads it', () => {
    expect(JSON.parse(evaluationJson(evaluation, 'zh'))).toEqual(answer());
  });

  it('writes amounts with exactly two decimals and counts without', () => {
    const text = evaluationJson(evaluation, 'zh');
    expect(text).toContain('"paid":15840.00,');
    expect(text).toContain('"owed":0.05,');
    expect(text).toContain('"assistance":{"paid":123456789.01,"base":0.10}');
    expect(text).toContain('"a":{"count":3}');
  });

  it('is the same in every language where no reasons are asked for', () => {
    expect(evaluationJson(evaluation, 'en')).toBe(evaluationJson(evaluation, 'zh'));
  });
});

describe('cny', () => {
  it('writes what cnyText writes', () => {
    fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (fen) => cny(fen) === cnyText(fen)));
    for (const fen of [0, 1, 9, 10, 99, 100, 101, 10 ** 12 - 1]) expect(cny(fen)).toBe(cnyText(fen));
  });
});
