import type { Language } from '../../domain/label.ts';
import type { EffectiveRuleSet, Reading } from '../../rulesets/effective-rule-set.ts';
import { listWords } from './list-words.ts';

/** What a reading is about, by labels: its clause, and the standard, rule or limit that it explains. */
export function aboutWords(
  { clause, standard, rule, limit }: Pick<Reading, 'clause' | 'standard' | 'rule' | 'limit'>,
  { clauses, standards, rules, limits }: EffectiveRuleSet,
  language: Language,
): string {
  const labelOf = (things: EffectiveRuleSet['rules'] | EffectiveRuleSet['limits'], name: string) =>
    things.find((one) => one.name === name)?.label[language] ?? name;
  const words = [
    clause === null ? null : (clauses.get(clause)?.[language] ?? clause),
    standard === null ? null : (standards.get(standard)?.label[language] ?? standard),
    rule === null ? null : labelOf(rules, rule),
    limit === null ? null : labelOf(limits, limit),
  ];
  return listWords(
    words.filter((word) => word !== null),
    language,
  );
}
