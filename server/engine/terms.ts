import type { Layer, Rule } from '../rulesets/effective-rule-set.ts';
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
  /**
   * Whether any of the city's layers, or of those that the county has added, whichever this is one of, covers the person: what a
   * county adds covers nobody for what the city pays, nor lets the city's bases grow.
   */
  covers(layer: Layer): boolean;
  /** False where no layer covers the person; true of a type without layers. */
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
  const covering = new Set(
    claimType.layers.filter(({ name }) => rank(of(name)) > rank('settled')).map(({ origin }) => origin),
  );
  return {
    of,
    covers: ({ origin }) => covering.has(origin),
    eligible: claimType.layers.length === 0 || covering.size > 0,
    applied,
  };
}

function rank(term: Term): number {
  return order.indexOf(term);
}

function termsOf(figures: Figures, reference: string): readonly (readonly [string, Term])[] {
  return Object.entries(ifSet(() => figures.read(reference) as Readonly<Record<string, Term>>) ?? {});
}
