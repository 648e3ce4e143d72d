import type { Label, Language } from '../domain/label.ts';
import type { FigureWords } from '../usecases/matrix.ts';
import type { RuleWords } from '../usecases/show.ts';
import { limitSentence, ruleSentence } from './rule-sentences.ts';
import { standardWords } from './value-words.ts';

const both = (tell: (language: Language) => string): Label => ({ zh: tell('zh'), en: tell('en') });

/** A standard's figure in words, in both languages. */
export const figureInBoth: FigureWords = (value, standard, ruleSet) =>
  both((language) => standardWords(value, standard, ruleSet, language));

/** Everything of the rules in force that is told in words, in both languages. */
export const effectiveWords: RuleWords = {
  figure: figureInBoth,
  rule: (rule, ruleSet) => both((language) => ruleSentence(rule, ruleSet, language)),
  limit: (limit, ruleSet) => both((language) => limitSentence(limit, ruleSet, language)),
};
