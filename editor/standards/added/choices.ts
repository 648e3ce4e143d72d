import type { EffectiveRules } from '../../api/effective.ts';
import type { Label } from '../../language/language.tsx';
import type { Item } from '../form/shape.ts';

/** What a product of the county's own can be given for claims of a type. */
export interface TypeChoices {
  readonly type: string;
  readonly label: Label;
  /** The fact by which it is said for whom. */
  readonly whom: { readonly fact: string; readonly label: Label; readonly items: readonly Item[] };
  /** What of a bill can be left to a person. */
  readonly pots: readonly Item[];
}

interface Fact {
  readonly label: Label;
  readonly type: { readonly kind: string; readonly items?: readonly Item[]; readonly partOf?: string | null };
}

/** Claim types whose bills can leave something to a person, with what there is to choose. */
export function choicesOf({ claims, costs }: EffectiveRules): readonly TypeChoices[] {
  // An item that the rules divide is none of the pots, which it goes into.
  const divided = new Set((costs as readonly { readonly item?: string }[]).map(({ item }) => item));
  return Object.entries(claims).flatMap(([type, { label, facts }]) => {
    const all = Object.entries(facts as unknown as Readonly<Record<string, Fact>>);
    const whom = all.find(([, fact]) => fact.type.kind === 'choice' && fact.type.items !== undefined);
    const pots = all
      .filter(
        ([id, { type: kind }]) => id.startsWith('cost.') && kind.kind === 'money' && (kind.partOf ?? null) === null,
      )
      .map(([id, fact]) => ({ value: id.slice('cost.'.length), label: fact.label }))
      .filter(({ value }) => !divided.has(value));
    if (whom === undefined || pots.length === 0) return [];
    const [fact, { label: factLabel, type: kind }] = whom;
    return [{ type, label: label as Label, whom: { fact, label: factLabel, items: kind.items ?? [] }, pots }];
  });
}
