import type { Label } from '../domain/label.ts';
import { refuse } from '../domain/refusal.ts';
import { rulesOfClaimType } from '../engine/claim-type.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import { amountOf } from '../rulesets/figure.ts';
import type { FundParams } from '../rulesets/language.ts';
import { productOf } from '../rulesets/layers.ts';

/** A rule that splits a premium, and what it is called by. */
export interface FundingRule {
  /** The product whose premium it is; where none is declared, or several rules fund it, the rule's own name. */
  readonly product: string;
  readonly label: Label;
  readonly rule: string;
  readonly params: FundParams;
}

/** The types of claims that fund premiums: all their rules that belong to a layer are of the form `fund`. */
export function fundingTypes(ruleSet: EffectiveRuleSet): readonly string[] {
  return [...ruleSet.claims.keys()].filter((type) => {
    const rules = rulesOfClaimType(ruleSet, type).rules.filter(({ layer }) => layer !== null);
    return rules.length > 0 && rules.every(isFunding);
  });
}

/**
 * The type to fund by: the one asked for, or the only one there is.
 * @param types those there are, see {@link fundingTypes}
 * @param of.code the jurisdiction; `of.at`: where in the request the type is said
 * @throws Refusal `fundingNone`, `fundingTypeNeeded`, `fundingTypeUnknown`
 */
export function fundingTypeOf(
  types: readonly string[],
  asked: string | undefined,
  { code, at: pointer }: { readonly code: string; readonly at: string },
): string {
  const [only, ...others] = types;
  if (only === undefined) return refuse('fundingNone', { code }, { pointer: '/jurisdiction' });
  const known = types.join(', ');
  if (asked === undefined) {
    return others.length === 0 ? only : refuse('fundingTypeNeeded', { known }, { pointer });
  }
  return types.includes(asked) ? asked : refuse('fundingTypeUnknown', { given: asked, known }, { pointer });
}

/** The rules that split premiums, in the order of the document. */
export function fundingRules(ruleSet: EffectiveRuleSet, type: string): readonly FundingRule[] {
  const found = rulesOfClaimType(ruleSet, type).rules.flatMap((rule) => {
    const params = paramsOf(rule);
    return params === null ? [] : [{ rule, params, product: productOf(premiumOf(params), ruleSet.layers) }];
  });
  return found.map(({ rule, params, product }) => {
    const declared = ruleSet.products.get(product);
    const single = found.filter((other) => other.product === product).length === 1;
    return declared !== undefined && single
      ? { product, label: declared.label, rule: rule.name, params }
      : { product: rule.name, label: rule.label, rule: rule.name, params };
  });
}

/** Nested objects of one fact's value, as a claim has it at the fact's path. */
export function claimWith(claim: Readonly<Record<string, unknown>>, path: string, value: unknown): typeof claim {
  const [step = '', ...further] = path.split('.');
  if (further.length === 0) return { ...claim, [step]: value };
  const inner = claim[step];
  const below = typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>) : {};
  return { ...claim, [step]: claimWith(below, further.join('.'), value) };
}

function isFunding({ event }: Rule): boolean {
  return event.type === 'fund';
}

function paramsOf({ event }: Rule): FundParams | null {
  return event.type === 'fund' ? event.params : null;
}

/** The id of the standard that a premium is. */
function premiumOf({ premium }: FundParams): string {
  return amountOf(premium).slice(1);
}
