import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Cost } from '../../rulesets/language.ts';
import { nameWords } from './condition-words.ts';
import { figureReferenceWords } from './figure-words.ts';
import { listWords } from './list-words.ts';

/** How items of a bill become pots, as people read it: `乙类药按乙类比例计入政策范围内费用，其余计入目录外费用`. */
export function costsWords(costs: readonly Cost[], ruleSet: EffectiveRuleSet, language: Language): string {
  const name = (of: string) => nameWords(of, ruleSet, language);
  const figure = (of: unknown) => figureReferenceWords(of, ruleSet, language);
  const words = costs.map(({ item, to, share, atMost, rest }) => {
    const within = atMost === undefined ? '' : figure(atMost);
    const called =
      atMost === undefined ? name(item) : say('costWithin', { item: name(item), within }, language).message;
    const args = { item: called, to: name(to), rest: rest === undefined ? '' : name(rest) };
    if (rest === undefined) return say('costWhole', args, language).message;
    if (share === undefined) return say('costRest', args, language).message;
    return say('costShared', { ...args, figure: figure(share) }, language).message;
  });
  return listWords(words, language);
}
