import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet, Limit } from '../../rulesets/effective-rule-set.ts';
import { nameWords } from './condition-words.ts';
import { figureReferenceWords } from './figure-words.ts';
import { listWords } from './list-words.ts';
import { countedOverWords } from './period-words.ts';

/** What a limit allows, as people read it: `大病保险每年合计至多 大病保险年度封顶线`. */
export function limitWords(limit: Limit, ruleSet: EffectiveRuleSet, language: Language): string {
  const figure = (of: unknown) => figureReferenceWords(of, ruleSet, language);
  if (limit.kind === 'leave') return say('changeLeave', { figure: figure(limit.leave) }, language).message;
  const over = listWords(
    limit.over.map((name) => nameWords(name, ruleSet, language)),
    language,
  );
  const per = countedOverWords(limit.per, [ruleSet], language);
  return say('changeAtMost', { over, per, figure: figure(limit.atMost) }, language).message;
}
