import type { Language } from '../domain/label.ts';
import type {
  AppliedRule,
  AppliedTerms,
  Explanation,
  UnappliedRule,
  UnmetLeaf,
  UsedStandard,
} from '../engine/settlement.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { leafLabel, whyNotWords } from './explanation-words.ts';
import { cny, quote } from './money-json.ts';
import { placeWords, standardWords } from './value-words.ts';

/** The reasons of a settlement as JSON, in one language: formula, standards with the city's figure beside, and why not. */
export function explanationJson(explanation: Explanation, ruleSet: EffectiveRuleSet, language: Language): string {
  let text = '';
  for (const entry of explanation) {
    const own = reasonJson(entry, ruleSet, language);
    text += text === '' ? own : `,${own}`;
  }
  return `[${text}]`;
}

function reasonJson(entry: Explanation[number], ruleSet: EffectiveRuleSet, language: Language): string {
  if (!entry.applied) return unapplied(entry, ruleSet, language);
  return entry.layer === null ? terms(entry, ruleSet, language) : applied(entry, ruleSet, language);
}

/** What claims of one profile are told alike, by the parts of the reasons that are the same objects for all of them. */
interface Told {
  readonly standards: WeakMap<AppliedRule['standards'], { readonly before: string; readonly after: string }>;
  readonly terms: WeakMap<AppliedTerms['standards'], string>;
  readonly unapplied: WeakMap<UnappliedRule, string>;
}

const toldIn: Readonly<Record<Language, Told>> = {
  zh: { standards: new WeakMap(), terms: new WeakMap(), unapplied: new WeakMap() },
  en: { standards: new WeakMap(), terms: new WeakMap(), unapplied: new WeakMap() },
};

/** Amounts carry two decimals, which JSON.stringify would drop: they stand between what is the same for each claim. */
function applied(entry: AppliedRule, ruleSet: EffectiveRuleSet, language: Language): string {
  const { owed, paid, boundBy, formula, standards } = entry;
  const { standards: told } = toldIn[language];
  let around = told.get(standards);
  if (around === undefined) {
    around = shared(entry, ruleSet, language);
    told.set(standards, around);
  }
  const reasons = `"boundBy":${quote(boundBy)},"formula":${JSON.stringify(formula[language])}`;
  return `${around.before},"owed":${cny(owed)},"paid":${cny(paid)},${reasons},${around.after}`;
}

function shared(entry: AppliedRule, ruleSet: EffectiveRuleSet, language: Language) {
  const { layer, rule, label, clause, payer, of, standards } = entry;
  const told = { layer, rule, applied: true, label: label[language], clause, payer: payer?.[language] ?? null, of };
  const used = standards.map((one) => standard(one, ruleSet, language));
  return { before: JSON.stringify(told).slice(0, -1), after: JSON.stringify({ standards: used }).slice(1) };
}

function terms(entry: AppliedTerms, ruleSet: EffectiveRuleSet, language: Language): string {
  const { terms: told } = toldIn[language];
  const { layer, rule, label, clause, standards } = entry;
  let text = told.get(standards);
  if (text === undefined) {
    const used = standards.map((one) => standard(one, ruleSet, language));
    text = JSON.stringify({ layer, rule, applied: true, label: label[language], clause, standards: used });
    told.set(standards, text);
  }
  return text;
}

function standard(
  { label, ...rest }: UsedStandard,
  ruleSet: EffectiveRuleSet,
  language: Language,
): Record<string, unknown> {
  const { key, value, cityValue, unit } = rest;
  const by = ruleSet.standards.get(rest.id)?.by ?? [];
  const words = (one: unknown) => standardWords(one, { unit, by: by.slice(key.length) }, ruleSet, language);
  const at = key.map((one, depth) => ({ kind: 'key', fact: by[depth] ?? '', key: one, named: 'both' }) as const);
  return {
    ...rest,
    label: label[language],
    keyWords: placeWords(at, unit, ruleSet, language),
    words: words(value),
    cityWords: cityValue === null ? null : words(cityValue),
  };
}

function unapplied(entry: UnappliedRule, ruleSet: EffectiveRuleSet, language: Language): string {
  const { unapplied: told } = toldIn[language];
  let text = told.get(entry);
  if (text === undefined) {
    text = notApplied(entry, ruleSet, language);
    told.set(entry, text);
  }
  return text;
}

/** What is called in both languages, in one. */
function inLanguage(
  { or, ...first }: Extract<UnappliedRule['failed'], { readonly kind: 'condition' }>,
  language: Language,
) {
  const told = <Leaf extends UnmetLeaf>(leaf: Leaf) => ({ ...leaf, label: leafLabel(leaf, language) });
  return { ...told(first), ...(or === undefined ? {} : { or: or.map(told) }) };
}

function notApplied(entry: UnappliedRule, ruleSet: EffectiveRuleSet, language: Language): string {
  const { layer, rule, label, clause, failed } = entry;
  const code = failed.kind === 'condition' ? inLanguage(failed, language) : failed;
  const message = whyNotWords(entry, ruleSet, language);
  return JSON.stringify({ layer, rule, applied: false, label: label[language], clause, failed: { ...code, message } });
}
