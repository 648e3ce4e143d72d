import type { Check, Example, Found, Question } from '../../../server/analysis/check/answer.ts';
import { check } from '../../../server/analysis/check/check.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet, StandardValue } from '../../../server/rulesets/language.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { ruleSetOf } from '../../rule-set-of.ts';

/** A small plan: stays in hospitals of level 1 and 2, their cost above a deductible paid by a ratio, with what a test plants. */
export function plan(parts: {
  readonly facts?: Record<string, unknown>;
  readonly standards?: Record<string, StandardValue | { value: StandardValue; unit: string }>;
  readonly layers?: readonly Record<string, unknown>[];
  readonly limits?: readonly Record<string, unknown>[];
  readonly rules: readonly Record<string, unknown>[];
  readonly costs?: readonly Record<string, unknown>[];
}): EffectiveRuleSet {
  const { facts = {}, standards = {}, ...rest } = parts;
  const standard = (given: StandardValue | { value: StandardValue; unit: string }, id: string) => {
    const isWhole = typeof given === 'object' && 'unit' in given;
    return { better: 'none', label: id, unit: 'CNY', ...(isWhole ? given : { value: given }) };
  };
  return ruleSetOf({
    claims: {
      stay: {
        facts: {
          'hospital.level': { choice: { 1: '一级', 2: '二级' }, default: 1 },
          'cost.inScope': { money: null },
          ...facts,
        },
      },
    },
    standards: Object.fromEntries(Object.entries(standards).map(([id, given]) => [id, standard(given, id)])),
    ...rest,
  } as unknown as Partial<RuleSet>);
}

/** A share as a standard. */
export const share = (value: StandardValue) => ({ value, unit: 'share' });

/** A rule of the layer `cover` for all stays, unless the parts say otherwise. */
export const rule = (name: string, event: Record<string, unknown>, parts: Record<string, unknown> = {}) => ({
  name,
  layer: 'cover',
  label: name,
  conditions: { all: [stays] },
  event,
  ...parts,
});

/** Claims of the plan's only type. */
export const stays = { fact: 'claim.type', operator: 'equal', value: 'stay' };

/** What half of the cost is paid by. */
export const half = { type: 'reimburse', params: { of: ['inScope'], ratio: '$ratio' } };

/** Findings of one question, without a solver: what forms and searches tell. */
export async function asked<Of extends Question>(
  ruleSet: EffectiveRuleSet,
  question: Of,
): Promise<{ found: readonly Extract<Found, { question: Of }>[]; rest: ReadonlySet<string>; all: Check }> {
  const all = await check(ruleSet, { solver: null });
  const found = all.found.filter((one): one is Extract<Found, { question: Of }> => one.question === question);
  const rest = new Set(all.answers.filter((one) => one.question === question).map((one) => one.rest));
  return { found, rest, all };
}

/** Whether an interpreter that shares no code with the engine comes to the same for an example. */
export function naivelySame(ruleSet: EffectiveRuleSet, { claim, date, paid, selfPay }: Example): boolean {
  const naive = settleNaively(ruleSet, claim, date);
  return naive.paid === paid && JSON.stringify(naive.selfPay) === JSON.stringify(selfPay);
}
