import { isAbsentByDefault } from '../absent-by-default.ts';
import { isDerived } from '../derived.ts';
import type { EffectiveStandard } from '../effective-rule-set.ts';
import { TERMS } from '../rank.ts';
import type { Scope } from './scope.ts';
import type { Usage } from './usage.ts';

/** What a key of a standard can be. */
export type KeyDomain =
  /** Named items: a map holds all that claims can have, or `otherwise`. */
  | { readonly kind: 'items'; readonly known: ReadonlySet<string>; readonly needed: ReadonlySet<string> }
  /** A number: rows, or a map of whole numbers. */
  | {
      readonly kind: 'number';
      readonly whole: boolean;
      readonly atLeast: number | null;
      readonly atMost: number | null;
    }
  /** A grade that the scale form looks up, no fact of the claim. */
  | { readonly kind: 'grade' }
  /** A list of items, of which a claim may bring several. */
  | { readonly kind: 'list' }
  /** A fact that cannot be a key. */
  | { readonly kind: 'unfit' }
  /** No such fact. */
  | { readonly kind: 'unknown' };

/** What the key at a depth of a standard's `by` can be, for the claims that read the standard. */
export function keyDomain(scope: Scope, usage: Usage, standard: EffectiveStandard, depth: number): KeyDomain {
  const key = standard.by[depth] ?? '';
  if (key === 'terms') return termsDomain(scope);
  const reading = usage.typesReading(standard.id);
  if (key === 'claim.type') return { kind: 'items', known: new Set(scope.claims.keys()), needed: reading };
  if (key === 'cost.total') return { kind: 'number', whole: false, atLeast: 0, atMost: null };
  if (key === 'claim.date') return { kind: 'unfit' };
  const facts = scope.facts.get(key);
  if (facts === undefined) return isGrade(usage, standard, depth) ? { kind: 'grade' } : { kind: 'unknown' };
  const kinds = facts.map(({ type, fact }) => ({ type, kind: fact.type }));
  const items = kinds.flatMap(({ type, kind }) =>
    kind.kind === 'choice' ? [...kind.items.keys()].map((item) => ({ type, item })) : [],
  );
  if (items.length > 0) {
    const needed = items.filter(({ type }) => reading.has(type));
    return {
      kind: 'items',
      known: new Set(items.map(({ item }) => item)),
      needed: new Set(needed.map(({ item }) => item)),
    };
  }
  const [first] = kinds;
  switch (first?.kind.kind) {
    case 'boolean':
      return { kind: 'items', known: new Set(['true', 'false']), needed: new Set(['true', 'false']) };
    case 'integer':
    case 'daysBetween':
      return { kind: 'number', whole: true, atLeast: first.kind.atLeast, atMost: first.kind.atMost };
    case 'decimal':
      return { kind: 'number', whole: false, atLeast: first.kind.atLeast ?? 0, atMost: first.kind.atMost };
    case 'money':
      return { kind: 'number', whole: false, atLeast: 0, atMost: null };
    case 'list':
      return { kind: first.kind.items === null ? 'unfit' : 'list' };
    default:
      return { kind: 'unfit' };
  }
}

/**
 * Whether some claim reads what a map says under `otherwise`: it has a key that the map does not name, or nothing for the
 * key. True also where keys cannot be counted.
 * @param named the keys that the map names
 */
export function isRestRead(
  scope: Scope,
  usage: Usage,
  standard: EffectiveStandard,
  depth: number,
  named: readonly string[],
): boolean {
  const domain = keyDomain(scope, usage, standard, depth);
  if (domain.kind !== 'items' && domain.kind !== 'number') return true;
  const left = missingKeys(domain, named);
  if (left === null || left.length > 0) return true;
  return mayBeAbsent(scope, standard.by[depth] ?? '', usage.typesReading(standard.id));
}

/** Whether some claim of these types has nothing for a key: it then has what stands under `otherwise`. */
function mayBeAbsent(scope: Scope, key: string, types: ReadonlySet<string>): boolean {
  if (key === 'terms' || key === 'claim.type' || key === 'cost.total') return false;
  return [...types].some((type) => {
    const fact = scope.claims.get(type)?.facts.get(key);
    if (fact === undefined || isAbsentByDefault(fact)) return true;
    return fact.default.kind === 'required' && (fact.added || isDerived(fact.type));
  });
}

/** Keys that claims can have and the map does not; null where they cannot be counted. */
export function missingKeys(domain: KeyDomain, keys: readonly string[]): readonly string[] | null {
  if (domain.kind === 'items') return [...domain.needed].filter((item) => !keys.includes(item));
  if (domain.kind !== 'number') return [];
  const { whole, atLeast, atMost } = domain;
  if (!whole || atLeast === null || atMost === null || atMost - atLeast > 1_000) return null;
  const all = Array.from({ length: atMost - atLeast + 1 }, (_, index) => String(atLeast + index));
  return all.filter((number) => !keys.includes(number));
}

/** A layer's terms. Terms below full are asked for only where some rule gives them; `none` and `settled` read `ordinary`. */
function termsDomain(scope: Scope): KeyDomain {
  const less = [...scope.standards.values()].some(
    ({ unit, value }) => unit === 'terms' && /"(ordinary|settled|none)"/.test(JSON.stringify(value)),
  );
  return { kind: 'items', known: new Set(TERMS), needed: new Set(less ? ['full', 'ordinary'] : ['full']) };
}

/** Whether the last key of a standard that a scale form reads shares from. */
function isGrade(usage: Usage, standard: EffectiveStandard, depth: number): boolean {
  if (depth !== standard.by.length - 1) return false;
  const uses = usage.uses.filter(({ reference }) => reference.kind === 'standard' && reference.name === standard.id);
  return uses.some(({ reference }) => reference.kind === 'standard' && reference.shape === 'grades');
}
