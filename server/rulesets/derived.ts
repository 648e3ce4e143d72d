import type { FactKind, FactValue } from './effective-rule-set.ts';

/** The words that name the kind of a declared fact. */
export const FACT_KINDS = [
  'choice',
  'money',
  'integer',
  'decimal',
  'boolean',
  'date',
  'text',
  'list',
  'daysBetween',
  'firstOf',
] as const;

/** The list fact that a derived choice takes the first item of; null of any other kind. */
export function listOfFirst(kind: FactKind): string | null {
  return kind.kind === 'choice' ? (kind.firstOf ?? null) : null;
}

/** Whether a fact is worked out from others: no claim sends it, and where those say nothing it is absent. */
export function isDerived(kind: FactKind): boolean {
  return kind.kind === 'daysBetween' || listOfFirst(kind) !== null;
}

/** The facts that a derived fact is worked out from. */
export function workedOutOf(kind: FactKind): readonly string[] {
  if (kind.kind === 'daysBetween') return [kind.from, kind.to];
  const list = listOfFirst(kind);
  return list === null ? [] : [list];
}

/** Of a derived choice's items, which stand in their order, the first that a list holds; undefined where it holds none. */
export function firstIn(kind: FactKind, list: FactValue | undefined): string | undefined {
  if (kind.kind !== 'choice' || !Array.isArray(list)) return undefined;
  const held = new Set(list.map(String));
  return [...kind.items.keys()].find((item) => held.has(item));
}
