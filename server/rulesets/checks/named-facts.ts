import { isAbsentByDefault } from '../absent-by-default.ts';
import type { FactKind } from '../effective-rule-set.ts';
import { BILL } from '../pots.ts';
import { alternatives, didYouMean, inBoth, listed } from '../words.ts';
import { type Complaint, doubtful, wrong, wrongInNew, wrongKey } from './complaint.ts';
import { isBound, isOfType } from './readings.ts';
import type { NameReference, Reference } from './references.ts';
import type { FactOfType, Scope, ScopedRule } from './scope.ts';
import { factWords } from './units.ts';
import type { Usage, Use } from './usage.ts';

/** Pots, parts and facts that forms and figures name are there for the claims they apply to, and of the right kind. */
export function* checkNamedFacts(scope: Scope, usage: Usage): Generator<Complaint> {
  for (const use of usage.uses) {
    if (use.pointer === null || !isNameUse(use)) continue;
    if (use.reference.kind === 'pot') yield* checkPot(scope, use, use.pointer);
    else if (use.reference.kind === 'part') yield* checkPart(scope, use, use.pointer);
    else yield* checkFact(scope, use, use.pointer);
  }
}

function isNameUse(use: Use<Reference>): use is Use<NameReference> {
  return use.reference.kind !== 'standard';
}

/** A pot is one of some type that the use may be meant for, and one of some type whose claims can come to it by their facts. */
function* checkPot(scope: Scope, use: Use<NameReference>, pointer: string): Generator<Complaint> {
  const given = use.reference.name;
  const bearing = use.types.filter((type) => bearsOn(scope, use, type));
  for (const [types, complain] of [[use.types, wrong] as const, [bearing, wrongInNew] as const]) {
    const pots = new Set(types.flatMap((type) => [...(scope.pots.get(type) ?? [])]));
    if (types.length === 0 || pots.has(given)) continue;
    const args = { given, types: typeWords(scope, types), known: listed(pots) };
    yield complain('unknownPot', pointer, { ...args, meant: didYouMean(given, pots) });
    return;
  }
}

/** Whether claims of a type can come to a place in a rule or a limit, judged by the facts that they have. */
function bearsOn(scope: Scope, { place }: Use, type: string): boolean {
  if (place.kind === 'rule') return isOfType(scope, place.declared, type);
  if (place.kind !== 'limit') return true;
  const { conditions, leave } = place.declared;
  if (conditions !== undefined && !isOfType(scope, { conditions }, type)) return false;
  const isBoundRule = (rule: ScopedRule) => isBound(place.declared, rule) && isOfType(scope, rule, type);
  return leave !== undefined || scope.rules.some(({ declared }) => isBoundRule(declared));
}

/** A part is money that is declared as part of a pot the form draws from. */
function* checkPart(
  scope: Scope,
  { reference, types, params }: Use<NameReference>,
  pointer: string,
): Generator<Complaint> {
  const of = Array.isArray(params?.of) ? params.of.map(String) : [];
  const parts = [...scope.facts].filter(([, facts]) =>
    facts.some(({ type, fact }) => types.includes(type) && isPartOf(fact.type, of)),
  );
  const names = parts.flatMap(([id]) => (id.startsWith(BILL) ? [id.slice(BILL.length), id] : [id]));
  if (names.includes(reference.name)) return;
  const args = { given: reference.name, of: listed(of), known: listed(names) };
  yield wrongKey('unknownPart', pointer, { ...args, meant: didYouMean(reference.name, names) });
}

function isPartOf(kind: FactKind, pots: readonly string[]): boolean {
  return kind.kind === 'money' && kind.partOf !== null && pots.some((pot) => kind.partOf === BILL + pot);
}

/** What kinds of facts a place takes. */
const accepted: Readonly<
  Record<'quantity' | 'integer' | 'integers' | 'money' | 'measure', readonly FactKind['kind'][]>
> = {
  quantity: ['integer', 'decimal', 'daysBetween'],
  measure: ['integer', 'decimal', 'daysBetween', 'money'],
  integer: ['integer', 'daysBetween'],
  integers: ['list'],
  money: ['money'],
};

function* checkFact(scope: Scope, { reference, types }: Use<NameReference>, pointer: string): Generator<Complaint> {
  const wanted = accepted[reference.kind as keyof typeof accepted];
  const found =
    reference.kind === 'measure' ? ownFacts(scope, reference.name, types) : factsNamed(scope, reference.name, types);
  if (found.length === 0) {
    yield unknownFact(scope, reference.name, types, pointer);
    return;
  }
  const unfit = found.find(({ fact }) => !wanted.includes(fact.type.kind) || !fitsList(reference, fact.type));
  if (unfit !== undefined) {
    const args = { fact: reference.name, label: unfit.fact.label, kind: factWords(unfit.fact.type.kind) };
    yield wrong('wrongFactKind', pointer, { ...args, wanted: alternatives(wanted.map(factWords)) });
    return;
  }
  if (reference.kind === 'measure') yield* checkLeftOut(reference, found, pointer);
}

/** What a claim may leave out counts as 0: no part of an amount that nobody knows, and least of all a deductible of nothing. */
function* checkLeftOut(
  { name, path }: NameReference,
  found: readonly FactOfType[],
  pointer: string,
): Generator<Complaint> {
  const open = found.find(({ fact }) => isAbsentByDefault(fact));
  if (open === undefined) return;
  const args = { fact: name, label: open.fact.label };
  if (open.fact.type.kind === 'money') yield wrong('measureLeftOut', pointer, args);
  else if (path.startsWith('/params/deductible/')) yield doubtful('countLeftOut', pointer, args);
}

function fitsList({ kind }: NameReference, type: FactKind): boolean {
  return kind !== 'integers' || (type.kind === 'list' && type.items === null);
}

/** A fact in those of some claim types that declare it; money of the bill also without `cost.`. */
export function factsNamed(scope: Scope, name: string, types: readonly string[]): readonly FactOfType[] {
  const found = ownFacts(scope, name, types);
  return found.length > 0
    ? found
    : ownFacts(scope, BILL + name, types).filter(({ fact }) => fact.type.kind === 'money');
}

/** A fact by its whole id in those of some claim types that declare it. */
function ownFacts(scope: Scope, id: string, types: readonly string[]): readonly FactOfType[] {
  return (scope.facts.get(id) ?? []).filter(({ type }) => types.includes(type));
}

/** Where a claim brings what came before it. */
const HISTORY = 'history.';

/** A fact that no claim has, or only claims of other types. */
export function unknownFact(scope: Scope, name: string, types: readonly string[], pointer: string): Complaint {
  const elsewhere = scope.facts.get(name);
  if (elsewhere !== undefined) {
    const declared = typeWords(
      scope,
      elsewhere.map(({ type }) => type),
    );
    return wrong('factNotOfType', pointer, { given: name, types: typeWords(scope, types), declared });
  }
  const known = [...scope.facts].flatMap(([id, facts]) => (facts.some(({ type }) => types.includes(type)) ? [id] : []));
  const meant = name.startsWith(HISTORY) ? inBoth('hintHistory') : didYouMean(name, known);
  return wrong('unknownFact', pointer, { given: name, known: listed(known), meant });
}

/** Claim types in words: ids with labels. */
export function typeWords(scope: Scope, types: readonly string[]) {
  const words = types.map((type) => ({ type, label: scope.claims.get(type)?.label ?? { zh: type, en: type } }));
  const zh = words.map(({ type, label }) => (label.zh === type ? type : `${type}（${label.zh}）`));
  const en = words.map(({ type, label }) => (label.en === type ? type : `${type} (${label.en})`));
  return { zh: listed(zh).zh, en: listed(en).en };
}
