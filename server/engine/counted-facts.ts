import type { Label } from '../domain/label.ts';
import { cnyWords, fenOf } from '../domain/money.ts';
import type { EffectiveRuleSet, FactKind } from '../rulesets/effective-rule-set.ts';
import { factsCounted } from '../rulesets/figure.ts';
import type { Facts } from './facts.ts';

/** Facts that a claim's figures counted, in words. */
export type CountedWords = (facts: Facts) => Label;

const NOTHING: Label = { zh: '', en: '' };

/**
 * What the figures of a form or limit count, to stand behind what they came to: `（住院天数 12）`, ` (days of the stay 12)`. A
 * figure is one number in a formula, and the fact that made it so is no key of its standards. Empty where none counts.
 */
export function countedWords({ claims }: EffectiveRuleSet, claimType: string, figures: unknown): CountedWords {
  const declared = claims.get(claimType)?.facts;
  const counted = factsCounted(figures).flatMap((id) => declared?.get(id) ?? []);
  if (counted.length === 0) return () => NOTHING;
  return (facts) => {
    const told = counted.map(({ id, label, type }) => ({
      label,
      count: countOf(type.kind, Number(facts.get(id) ?? 0)),
    }));
    return {
      zh: `（${told.map(({ label, count }) => `${label.zh} ${count}`).join('，')}）`,
      en: ` (${told.map(({ label, count }) => `${label.en} ${count}`).join(', ')})`,
    };
  };
}

/** An amount as people read it, a number as it stands; fewer than none is none. */
function countOf(kind: FactKind['kind'], count: number): string {
  return kind === 'money' ? cnyWords(fenOf(count)) : String(Math.max(0, count));
}
