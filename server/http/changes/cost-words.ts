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
  const words = costs.map(({ item, to, share, rest }) => {
    const whole = say('costWhole', { item: name(item), to: name(to) }, language).message;
    if (share === undefined) return whole;
    const figure = figureReferenceWords(share, ruleSet, language);
    const args = { item: name(item), to: name(to), figure, rest: rest === undefined ? '' : name(rest) };
    return say(rest === undefined ? 'costShare' : 'costShared', args, language).message;
  });
  return listWords(words, language);
}
