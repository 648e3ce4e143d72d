import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../server/domain/finding.ts';
import { say } from '../../server/domain/messages/index.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { checkRequest } from '../../server/rulesets/request-check.ts';
import { checkEvaluationRequest } from '../../server/usecases/evaluation-request.ts';
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
        expect(code).toMatch(/^request|^claimNotMap$/);
        expect(say(code, args, 'zh').message).not.toMatch(/undefined|\{[a-z]+\}|^request|^claim/);
        refused += 1;
      }
    }),
    { numRuns: 600 },
  );
  expect(refused).toBeGreaterThan(100);
});

it.each([
  { jurisdiction: 371525, date: 20190310, claim: { type: 'inpatient' } },
  { jurisdiction: '37', date: '2019-02-29', claim: {} },
  { jurisdiction: null, date: [], claim: {} },
  { claim: true },
  [],
])('tells %j of the fields that all requests have in the words of a request for an evaluation', (request) => {
  const wrong = refusedBy(() => checkEvaluationRequest(Array.isArray(request) ? request : { id: '1', ...request }));
  expect(wrong.length).toBeGreaterThan(0);
  const told = checkRequest('funding', request);
  for (const language of ['zh', 'en'] as const) expect(wordsOf(told, language)).toEqual(wordsOf(wrong, language));
});

it('tells a claim that is none, and what is of another type, by the kind of JSON and not by the value', () => {
  const request = { ...good.funding, claim: [], carriedOver: { accident: 'secret' }, moved: {} };
  expect(wordsOf(checkRequest('funding', request), 'zh')).toEqual([
    'claimNotMap /claim 申请应为对象，实际为数组',
    'requestWrongType /carriedOver/accident “carriedOver.accident”应为数字，实际为字符串',
    'requestWrongType /moved “moved”应为数组，实际为对象',
  ]);
});

function wordsOf(findings: readonly Finding[], language: 'zh' | 'en') {
  return findings.map(({ code, args, at }) => `${code} ${at?.pointer} ${say(code, args, language).message}`);
}

function refusedBy(check: () => unknown): readonly Finding[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.findings;
    throw error;
  }
}
