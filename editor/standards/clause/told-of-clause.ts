import type { EffectiveRules } from '../../api/effective.ts';
import type { Label } from '../../language/language.tsx';

/** What the rules tell of a standard and its clause. */
export interface ToldOfClause {
  /** Where the figure is from, where the policy's own text does not say it; null where it does. */
  readonly source: Label | null;
  /** The rules and limits that go by the standard, in sentences. */
  readonly uses: readonly { readonly name: string; readonly label: Label; readonly sentence: Label }[];
  /** How the clause is read where it can be read in two ways. */
  readonly readings: readonly { readonly id: string; readonly label: Label }[];
}

/** Gathers what a reader of a clause wants to know of one standard: how it counts, how it is read, where it is from. */
export function toldOfClause({ standards, rules, limits, readings }: EffectiveRules, id: string): ToldOfClause {
  // A rule names a standard as `$id`, wherever in its conditions or its payment.
  const goesBy = (use: object) => JSON.stringify(use).includes(`"$${id}"`);
  const rulesOfIt = rules.filter(goesBy);
  const limitsOfIt = limits.filter(goesBy);
  const named = (name: string | null, among: readonly { readonly name: string }[]) =>
    among.some((one) => one.name === name);
  return {
    source: standards[id]?.source ?? null,
    uses: [...rulesOfIt, ...limitsOfIt].map(({ name, label, sentence }) => ({ name, label, sentence })),
    readings: readings.filter(
      ({ standard, rule, limit }) => standard === id || named(rule, rulesOfIt) || named(limit, limitsOfIt),
    ),
  };
}
