import type { Period } from '../../domain/dates.ts';
import type { Language } from '../../domain/label.ts';
import { codeOf, say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';

/** A period as people read it; null, which is none of its own, as that of the rule set. */
export function periodWords(period: Period | null, _: unknown, language: Language): string {
  if (period === null) return say('changeOpen', {}, language).message;
  const { from, to } = period;
  return to === undefined
    ? say('changeFromOn', { from }, language).message
    : say('changePeriod', { from, to }, language).message;
}

/**
 * What a counter or limit counts over, as people read it: as the first of some rule sets that has words for it calls it, else
 * in words that every city has, else by its id.
 */
export function countedOverWords(
  per: string,
  ruleSets: readonly Pick<EffectiveRuleSet, 'periods'>[],
  language: Language,
): string {
  for (const { periods } of ruleSets) {
    const own = periods.get(per);
    if (own !== undefined) return own[language];
  }
  const code = codeOf('per', per);
  const words = say(code, {}, language).message;
  return words === code ? per : words;
}
