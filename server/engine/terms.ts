import type { Rule } from '../rulesets/effective-rule-set.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import type { Figures } from './figures.ts';
import { ifSet } from './forms/form.ts';

/** What a layer gives a claim, worst to best. */
const order = ['none', 'settled', 'ordinary', 'full'] as const;

/** One of `full`, `ordinary`, `settled` (another system pays it), `none`. */
export type Term = (typeof order)[number];

/** The terms of every layer for one profile. */
export interface LayerTerms {
  of(layer: string): Term;
  /** False where no layer of the claim's type has terms above `settled`. */
  readonly eligible: boolean;
  /** The terms rules that fired and give some layer of the claim's type less than full terms. */
  readonly applied: readonly Rule[];
}

/** The least of the terms that the rules which fired leave each layer. */
export function layerTerms(claimType: ClaimTypeRules, fired: ReadonlySet<string>, figures: Figures): LayerTerms {
  const least = new Map<string, Term>();
  const applied: Rule[] = [];
  const layers = new Set(claimType.layers.map(({ name }) => name));
  for (const rule of claimType.rulesOf.get(null) ?? []) {
    if (rule.event.type !== 'terms' || !fired.has(rule.name)) continue;
    const given = termsOf(figures, rule.event.params.terms);
    for (const [layer, term] of given) {
      if (rank(term) < rank(least.get(layer) ?? 'full')) least.set(layer, term);
    }
    if (given.some(([layer, term]) => layers.has(layer) && term !== 'full')) applied.push(rule);
  }
  const of = (layer: string): Term => least.get(layer) ?? 'full';
  const eligible =
    claimType.layers.length === 0 || claimType.layers.some(({ name }) => rank(of(name)) > rank('settled'));
  return { of, eligible, applied };
}

function rank(term: Term): number {
  return order.indexOf(term);
}

function termsOf(figures: Figures, reference: string): readonly (readonly [string, Term])[] {
  return Object.entries(ifSet(() => figures.read(reference) as Readonly<Record<string, Term>>) ?? {});
}
