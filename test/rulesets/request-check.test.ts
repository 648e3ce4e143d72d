import fc from 'fast-check';
import { expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { checkRequest } from '../../server/rulesets/request-check.ts';
import { misfits } from '../answers.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const good = {
  funding: {
    jurisdiction: '371500',
    date: '2019-06-01',
    type: 'funding',
    claim: { funding: { persons: 1 } },
    carriedOver: { accident: 1.01 },
    moved: [{ from: 'accident', to: 'property', amount: 1 }],
  },
  verification: {
    settlement: {
      jurisdiction: '371525',
      date: '2019-06-01',
      format: 1,
      ruleSet: {
        jurisdiction: '371525',
        version: null,
        digest: null,
        base: { jurisdiction: '371500', version: '1.0.0', digest },
        effectiveDigest: digest,
      },
      claimType: 'inpatient',
      eligible: true,
      layers: [{ layer: 'a', paid: 1, lines: [{ rule: 'b', owed: 1, paid: 1, boundBy: null, funding: { city: 2 } }] }],
      paid: 1,
      selfPay: { inScope: 1, total: 1 },
      history: { before: {}, after: { year: { a: { paid: 1 } } } },
      settlementDigest: digest,
    },
    claim: { type: 'inpatient' },
  },
} as const;

type Place = readonly (string | number)[];

/** Every place of a value, its own first. */
function placesOf(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, [...at, key]))];
}

/** A copy with something else, or nothing, at a place. */
function withAt(value: unknown, [step, ...further]: Place, other: unknown): unknown {
  if (step === undefined) return other;
  const copy = structuredClone(value) as Record<string, unknown>;
  if (further.length === 0 && other === undefined) delete copy[step];
  else copy[step] = withAt(copy[step], further, other);
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom(undefined, null, true, -1, 0.001, 1e10, 1e15, '', 'x'.repeat(300), '371500', 'Ä b', [], {}, [1], {
    x: 1,
  }),
  fc.jsonValue(),
);

it.each(['funding', 'verification'] as const)('complains of a request for %s exactly where its schema does', (kind) => {
  expect(checkRequest(kind, good[kind])).toEqual([]);
  expect(misfits(`${kind}-request`, good[kind])).toEqual([]);
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...placesOf(good[kind]).slice(1)), odd, (place, other) => {
      const request = withAt(good[kind], place, other);
      const findings = checkRequest(kind, request);
      expect(findings.length > 0).toBe(misfits(`${kind}-request`, request).length > 0);
      for (const { code, args } of findings) {
        expect(code).toMatch(/^request/);
        expect(say(code, args, 'zh').message).not.toMatch(/undefined|\{[a-z]+\}|^request/);
        refused += 1;
      }
    }),
    { numRuns: 600 },
  );
  expect(refused).toBeGreaterThan(100);
});
