import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../server/domain/sha256.ts';
import { canonicalSettlement, settlementDigest } from '../../server/usecases/settlement-digest.ts';
import { settlement } from '../http/example-settlement.ts';

describe('the settlement digest', () => {
  /** The same by the words of its documentation, with the canonicalizer of others. */
  const canonical = () => {
    const { eligible, history, layers, paid, selfPay } = settlement;
    const money = layers.map(({ layer, lines, paid }) => ({ layer, lines, paid }));
    return canonicalize({
      eligible,
      format: 1,
      history: { before: history.before, after: history.after },
      layers: money,
      paid,
      selfPay,
    });
  };

  it('is made over RFC 8785 of money and history', () => {
    expect(canonicalSettlement(settlement)).toBe(canonical());
    expect(settlementDigest(settlement)).toBe(sha256(canonical() ?? ''));
  });

  it('leaves words out: notices, reasons, payers', () => {
    const layers = settlement.layers.map((layer) => ({ ...layer, payer: 'other' }));
    expect(settlementDigest({ ...settlement, layers, notices: [] })).toBe(settlementDigest(settlement));
  });

  it('changes with any amount', () => {
    expect(settlementDigest({ ...settlement, paid: settlement.paid + 1 })).not.toBe(settlementDigest(settlement));
  });
});
