import type { Change } from '../../analysis/diff/change.ts';
import type { Label, Language } from '../../domain/label.ts';
import { codeOf, say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet, EffectiveStandard, Fact, Limit, Rule } from '../../rulesets/effective-rule-set.ts';
import type { Condition } from '../../rulesets/language.ts';
import { standardWords } from '../value-words.ts';
import { conditionWords, nameWords } from './condition-words.ts';
import { costsWords } from './cost-words.ts';
import { defaultWords, kindWords, orderWords } from './fact-words.ts';
import { differingParams, figureReferenceWords } from './figure-words.ts';
import { limitWords } from './limit-words.ts';
import { listWords } from './list-words.ts';
import { countedOverWords, periodWords } from './period-words.ts';
import { aboutWords } from './reading-words.ts';
import { permissionWords, sourceWords } from './standard-words.ts';

/** Tells one side of a change in words. */
type Telling = (value: never, ruleSet: EffectiveRuleSet, language: Language, id: string) => string;

const code = (beginning: string, value: unknown, language: Language) =>
  say(codeOf(beginning, String(value)), {}, language).message;
const asIs: Telling = (value: unknown) => String(value);
const nothing: Telling = () => '';
const yesOrNo: Telling = (value: boolean, _, language) => say(value ? 'yes' : 'no', {}, language).message;
const labelled: Telling = (label: Label, _, language) => label[language];
const conditions: Telling = (condition: Condition | null, ruleSet, language) =>
  conditionWords(condition, ruleSet, language);
const figures: Telling = (figure: unknown, ruleSet, language) => figureReferenceWords(figure, ruleSet, language);
const definition: Telling = ({ unit, by, value }: EffectiveStandard, ruleSet, language) =>
  standardWords(value, { unit, by }, ruleSet, language);

/** Names in a row by the labels of what they name. */
const inOrder =
  (of: 'rules' | 'limits' | 'layers'): Telling =>
  (names: readonly string[], ruleSet, language) => {
    const labels = new Map(ruleSet[of].map(({ name, label }) => [name, label[language]]));
    return listWords(
      names.map((name) => labels.get(name) ?? name),
      language,
    );
  };

const layerWords: Telling = (name: string, { layers }, language) =>
  layers.find((layer) => layer.name === name)?.label[language] ?? name;
const productWords: Telling = (id: string, { products }, language) => products.get(id)?.label[language] ?? id;
const clauseWords: Telling = (id: string, { clauses }, language) => clauses.get(id)?.[language] ?? id;

/** How each part of each thing is told; a part that is not named is told as it stands. */
const tellings: Readonly<Record<string, Telling>> = {
  'standard definition': definition,
  'standard direction': ({ better }: EffectiveStandard, _, language) => code('better', better, language),
  'standard permission': permissionWords,
  'standard source': sourceWords,
  'standard presence': definition,
  'rule presence': ({ conditions: own }: Rule, ruleSet, language) => conditionWords(own, ruleSet, language),
  'rule conditions': conditions,
  'rule layer': layerWords,
  'rule form': ({ type }: Rule['event'], _, language) => code('form', type, language),
  'rule figures': figures,
  'rule order': inOrder('rules'),
  'limit presence': (limit: Limit, ruleSet, language) => limitWords(limit, ruleSet, language),
  'limit definition': (limit: Limit, ruleSet, language) => limitWords(limit, ruleSet, language),
  'limit conditions': conditions,
  'limit figure': figures,
  'limit reach': (reach: object, ruleSet, language) => figureReferenceWords(reach, ruleSet, language),
  'limit per': (per: string, ruleSet, language) => countedOverWords(per, [ruleSet], language),
  'limit order': inOrder('limits'),
  'layer presence': nothing,
  'layer period': periodWords,
  'layer combine': (combine: string, _, language) => code('changeCombine', combine, language),
  'layer product': productWords,
  'layer channel': (id: string, ruleSet, language) => nameWords(`$${id}`, ruleSet, language),
  'layer payer': ({ label }: { label: Label }, _, language) => label[language],
  'layer order': inOrder('layers'),
  'claimType presence': nothing,
  'claimType date': nameWords as Telling,
  'fact presence': ({ type }: Fact, ruleSet, language) =>
    type.kind === 'daysBetween' ? kindWords(type, ruleSet, language) : '',
  'fact kind': kindWords,
  'fact order': orderWords,
  'fact default': (value: Fact['default'], ruleSet, language, id) => defaultWords(value, id, ruleSet, language),
  'costs costs': costsWords,
  'product presence': nothing,
  'product period': periodWords,
  'product waivable': yesOrNo,
  'product waiver': labelled,
  'ruleSet period': periodWords,
  'clause presence': nothing,
  'reading presence': nothing,
  'reading about': aboutWords,
  'leftOut presence': nothing,
};

const everywhere: Readonly<Record<string, Telling>> = { label: labelled, clause: clauseWords, name: asIs };

/** Both sides of a change in words. What a side has nothing of is told as nothing. */
export function sidesInWords(
  change: Change,
  before: EffectiveRuleSet,
  after: EffectiveRuleSet,
  language: Language,
): { readonly before: string; readonly after: string } {
  const { subject, part } = change;
  const telling = (everywhere[part] ?? tellings[`${subject} ${part}`] ?? figures) as (
    value: unknown,
    ruleSet: EffectiveRuleSet,
    language: Language,
    id: string,
  ) => string;
  const [own, other] =
    part === 'figures' ? differingParams(change.before, change.after) : [change.before, change.after];
  const spoken = isSaidAlike(own, other, language) ? (language === 'zh' ? 'en' : 'zh') : language;
  const told = (value: unknown, ruleSet: EffectiveRuleSet) =>
    value === null && part !== 'conditions' && part !== 'period'
      ? say('changeNothing', {}, language).message
      : telling(value, ruleSet, isLabel(value) ? spoken : language, change.id);
  return { before: told(own, before), after: told(other, after) };
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** Whether two labels differ in the other language only: that one then shows what changed. */
function isSaidAlike(before: unknown, after: unknown, language: Language): boolean {
  return isLabel(before) && isLabel(after) && before[language] === after[language];
}
