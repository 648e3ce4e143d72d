import type { Label } from '../../../domain/label.ts';
import type { ClaimType, Fact, FactDefault, FactKind } from '../../../rulesets/effective-rule-set.ts';
import type { Difference } from '../difference.ts';
import { mapWith } from './collections.ts';

/** Types of claims with differences made to them and to their facts. */
export function claimsWith(
  claims: ReadonlyMap<string, ClaimType>,
  ofTypes: readonly Difference[],
  ofFacts: readonly Difference[],
): ReadonlyMap<string, ClaimType> {
  const types = mapWith(claims, ofTypes, {
    made: madeType,
    changed: (type, { part, after }) => ({ ...type, [part === 'date' ? 'dateFact' : part]: after }),
  });
  return new Map(
    [...types].map(([name, type]) => {
      const own = ofFacts.filter(({ claimType }) => claimType === name);
      return [name, { ...type, facts: mapWith(type.facts, own, { made: madeFact, changed: factWith }) }];
    }),
  );
}

function madeType(written: unknown): ClaimType {
  const { facts, ...type } = written as Omit<ClaimType, 'facts'> & {
    readonly facts: readonly { readonly id: string }[];
  };
  return { ...type, facts: new Map(facts.map((fact) => [fact.id, madeFact(fact)])) };
}

function madeFact(written: unknown): Fact {
  const fact = written as Fact;
  return { ...fact, type: madeKind(fact.type), default: madeDefault(fact.default), added: false };
}

/** Items are written as pairs. */
function madeKind(written: FactKind): FactKind {
  if (written.kind === 'choice') return { ...written, items: new Map(written.items) };
  if (written.kind !== 'list') return written;
  return { ...written, items: written.items === null ? null : new Map(written.items) };
}

function madeDefault(written: FactDefault): FactDefault {
  return written.kind === 'by' ? { ...written, values: new Map(written.values) } : written;
}

function factWith(fact: Fact, { part, at, after }: Difference): Fact {
  const item = at[0]?.kind === 'item' ? at[0].item : null;
  if (item !== null) return { ...fact, type: withItem(fact.type, item, after as Label | null) };
  if (part === 'order') return { ...fact, type: { ...fact.type, items: new Map(after as never) } as FactKind };
  if (part === 'kind') return { ...fact, type: madeKind(after as FactKind) };
  return { ...fact, [part]: part === 'default' ? madeDefault(after as FactDefault) : after };
}

function withItem(kind: FactKind, item: string, label: Label | null): FactKind {
  if (!('items' in kind) || kind.items === null) return kind;
  const items = new Map(kind.items);
  if (label === null) items.delete(item);
  else items.set(item, label);
  return { ...kind, items };
}
