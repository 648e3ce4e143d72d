import { expect } from 'vitest';
import { evaluationJson } from '../../server/http/evaluation-json.ts';
import { verificationJson } from '../../server/http/verification-json.ts';
import { evaluator } from '../../server/usecases/evaluate.ts';
import type { RuleBook } from '../../server/usecases/rule-book.ts';
import { type ByEffectiveDigest, verification } from '../../server/usecases/verification.ts';
import { misfits } from '../answers.ts';
import { realBook } from '../published.ts';

/** A JSON object. */
export type Json = Record<string, unknown>;
/** An answer of the verification, as a caller reads it. */
export type Told = {
  same: boolean;
  digests: Json;
  ruleSet: Json | null;
  firstDifference: Json | null;
  differences: readonly Json[];
  differencesLeftOut: number;
  why: readonly { code: string; args: Json; message: string }[];
  inForceNow: Json;
};

/** The real rules with the sample overrides. */
export const demo = await realBook(true);

/** Rules by their effective digest, of those in force on some days: enough for the settlements made here. */
export const lookUp =
  (book: RuleBook): ByEffectiveDigest =>
  async (digest) => {
    for (const code of ['371500', '371522', '371525']) {
      for (const date of ['2019-01-15', '2019-06-01', '2019-08-01', '2019-12-31']) {
        const found = await book.inForce(code, date).catch(() => null);
        if (found?.name.effectiveDigest === digest) return found;
      }
    }
    return null;
  };

/** A settlement as a caller got it over HTTP, made by a book. */
export async function settled(claim: Json, given: Json = {}, book = demo): Promise<Json> {
  const request = { id: '1', jurisdiction: '371525', date: '2019-08-01', claim, ...given };
  return JSON.parse(evaluationJson(await evaluator(book)(request), 'zh')) as Json;
}

/** What a caller is answered, which fits the schema of answers. */
export async function verify(settlement: unknown, claim: unknown, book = demo, find = lookUp(book)): Promise<Told> {
  const json = verificationJson(await verification(book, find, { settlement, claim }), 'zh');
  expect(misfits('verification-answer', json)).toEqual([]);
  return JSON.parse(json) as Told;
}

/** A stay with fees of all kinds and a history; not of a real person. */
export const stay = {
  type: 'inpatient',
  hospital: { level: 3 },
  cost: { inScope: 280000.01, outOfScope: 35000 },
  history: {
    year: {
      criticalIllness: { base: 8540, paid: 1397.29 },
      medicalAssistance: { paid: 5000.1 },
      supplementaryMedical: { paid: 0 },
    },
  },
};
/** The reasons of an answer. */
export const codes = ({ why }: Told) => why.map(({ code }) => code);
/** A copy in which something was changed. */
export const changed = (value: Json, change: (copy: never) => void): Json => {
  const copy = structuredClone(value);
  change(copy as never);
  return copy;
};
