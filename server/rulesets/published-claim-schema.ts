import { boundsText } from './bounds.ts';
import { claimSchema } from './claim-schema.ts';
import { boundedDays } from './days-out-of-bounds.ts';
import type { ClaimType, EffectiveRuleSet } from './effective-rule-set.ts';
import { type NeededByCase, neededByCase } from './needed-by-case.ts';

type Keywords = Readonly<Record<string, unknown>>;

/**
 * The schema of claims of a type as those who send them read it: with the facts that are needed where another fact says
 * certain things, each as an if and a then, and in words what no keyword can say. Claims are checked without these, which would cost every one of them; what
 * is missing by case is told when the facts are read.
 * @throws RangeError where the rule set declares no such type
 */
export function publishedClaimSchema(effective: EffectiveRuleSet, type: string): Keywords {
  const schema = claimSchema(effective, type);
  const claimType = effective.claims.get(type);
  const { cases, untold } = claimType === undefined ? { cases: [], untold: [] } : neededByCase(claimType);
  return {
    ...schema,
    description: [schema.description, ...daysWords(claimType), ...untoldWords(untold)].join('. '),
    ...(cases.length === 0 ? {} : { allOf: cases.map(conditional) }),
  };
}

/** What no if and then can say is said in words. */
function untoldWords(ids: readonly string[]): readonly string[] {
  return ids.length === 0
    ? []
    : [`是否必填还取决于其他项目，此处未能列出 · whether these are needed is not all told here: ${ids.join(', ')}`];
}

/** Nor can it how far two dates may be apart. */
function daysWords(claimType: ClaimType | undefined): readonly string[] {
  const bounded = claimType === undefined ? [] : boundedDays(claimType);
  const days = bounded.map(({ kind }) => `${kind.from} → ${kind.to} ${boundsText(kind)}`);
  return days.length === 0
    ? []
    : [`两个日期相隔的天数另有限制 · days from one date to another are bounded: ${days.join('; ')}`];
}

function conditional({ fact, by, values, others, unsaid }: NeededByCase): Keywords {
  const says = (some: NeededByCase['values']) => within(by.id, { enum: some });
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: unsaid ? { not: says(others) } : says(values), then: within(fact.id, true) };
}

/** An object that has something at a path. */
function within(path: string, held: unknown): Keywords {
  return path
    .split('.')
    .reduceRight<unknown>(
      (below, step) => ({ type: 'object', required: [step], properties: { [step]: below } }),
      held,
    ) as Keywords;
}
