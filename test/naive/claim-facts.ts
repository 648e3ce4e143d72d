// The first half of the naive interpreter: from a claim to facts, and conditions on facts.
import type { Claim } from '../../server/engine/settlement.ts';
import type { ClaimType, Fact, FactValue } from '../../server/rulesets/effective-rule-set.ts';
import type { Condition, ConditionLeaf } from '../../server/rulesets/language.ts';
import { fen, total } from './exact.ts';

/** Thrown for a claim that cannot be settled, with the code of the reason. */
export class Refused {
  readonly refused: string;
  constructor(code: string) {
    this.refused = code;
  }
}

/** Refuses a claim. */
export function fail(code: string): never {
  throw new Refused(code);
}

/** What stands at a path of a claim; nothing inherited. */
export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (here, step) => (Object(here) === here ? Object.getOwnPropertyDescriptor(here, step)?.value : undefined),
    value,
  );
}

/** An item of the bill: money under `cost`, no part of another item. */
export const isItem = ({ id, type }: Fact): boolean =>
  id.startsWith('cost.') && type.kind === 'money' && type.partOf === null;

const ofItems = ({ type }: Fact) => type.kind === 'choice' || (type.kind === 'list' && type.items !== null);
const texts = (value: unknown): unknown => (Array.isArray(value) ? value.map(String) : String(value));

/** What the claim sends, else the default; days between dates; the total of the bill. Absent facts are not in it. */
export function factsOf({ facts: declared, dateFact }: ClaimType, claim: Claim, date: string): Map<string, FactValue> {
  const factValue = (id: string): FactValue | undefined => {
    const fact = declared.get(id);
    return fact === undefined ? (id === 'claim.date' ? date : undefined) : read(fact);
  };
  const read = (fact: Fact): FactValue | undefined => {
    const sent = at(claim, fact.id.split('.'));
    if (fact.id === dateFact) return sent === undefined || sent === date ? date : fail('dateContradicts');
    if (fact.type.kind === 'daysBetween') {
      const [from, to] = [factValue(fact.type.from), factValue(fact.type.to)];
      if (from !== undefined && to !== undefined) return (Date.parse(`${to}`) - Date.parse(`${from}`)) / 86_400_000;
    } else if (fact.type.kind === 'choice' && fact.type.firstOf !== undefined) {
      const held = factValue(fact.type.firstOf);
      for (const item of fact.type.items.keys()) if (Array.isArray(held) && held.includes(item)) return item;
    } else if (sent !== undefined) return (ofItems(fact) ? texts(sent) : sent) as FactValue;
    if (fact.default.kind === 'value') return fact.default.value;
    if (fact.default.kind === 'absent') return undefined;
    if (fact.default.kind === 'required') return fail('factNeeded');
    const value = fact.default.values.get(String(factValue(fact.default.fact)));
    return value === undefined ? fail('factNeeded') : (value ?? undefined);
  };
  const facts = new Map<string, FactValue>([
    ['claim.type', claim.type],
    ['claim.date', date],
  ]);
  for (const fact of declared.values()) {
    const value = read(fact);
    if (value !== undefined) facts.set(fact.id, value);
  }
  for (const { type } of declared.values()) {
    if (type.kind !== 'daysBetween') continue;
    const [from, to] = [type.from, type.to].map((id) => Date.parse(`${factValue(id)}`) / 86_400_000);
    // Days of a date that is not there are no number, which is neither less nor more.
    const apart = Number(to) - Number(from);
    if (apart < Number(type.atLeast ?? apart) || apart > Number(type.atMost ?? apart)) fail('daysOutOfBounds');
  }
  const bill = [...declared.values()].filter(isItem).map(({ id }) => fen(facts.get(id)));
  return facts.set('cost.total', Number(total(bill)) / 100);
}

const partsOf = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all : 'any' in condition ? condition.any : 'not' in condition ? [condition.not] : [];

const leavesOf = (condition: Condition): readonly ConditionLeaf[] =>
  'fact' in condition ? [condition] : partsOf(condition).flatMap(leavesOf);

const referenceOf = ({ value }: ConditionLeaf): string | null =>
  typeof value === 'object' && !Array.isArray(value) ? value.fact : null;

/** The `$standards` that a condition names. */
export const standardsOf = (condition: Condition): readonly string[] =>
  leavesOf(condition)
    .flatMap((leaf) => [leaf.fact, referenceOf(leaf) ?? ''])
    .filter((name) => name.startsWith('$'));

/** Whether a condition holds: true, false, or null where it depends on a leaf of which nothing is known. */
export function judge(condition: Condition, leaf: (leaf: ConditionLeaf) => boolean | null): boolean | null {
  if ('fact' in condition) return leaf(condition);
  const found = partsOf(condition).map((part) => judge(part, leaf));
  if ('not' in condition) return found[0] === null ? null : !found[0];
  const decisive = 'any' in condition;
  return found.includes(decisive) ? decisive : found.includes(null) ? null : !decisive;
}

/** Whether a leaf is met. An absent fact meets none; items of a choice compare by their text. */
export function leafMet(leaf: ConditionLeaf, { facts }: ClaimType, look: (name: string) => unknown): boolean {
  const reference = referenceOf(leaf);
  const met = look(leaf.fact);
  const wanted = reference === null ? leaf.value : look(reference);
  const fact = facts.get(leaf.fact);
  if (met === undefined || wanted === undefined) return false;
  return compare(leaf.operator, met, fact !== undefined && ofItems(fact) ? texts(wanted) : wanted);
}

/** Whether a leaf at the top of an `all` that names no standard is not met: the rule then asks for nothing further. */
export function plainlyUnmet(
  condition: Condition,
  claimType: ClaimType,
  facts: ReadonlyMap<string, FactValue>,
): boolean {
  const unmet = (one: Condition) =>
    'fact' in one && standardsOf(one).length === 0 && !leafMet(one, claimType, (name) => facts.get(name));
  return 'all' in condition && condition.all.some(unmet);
}

/** What the type of a claim alone says of a leaf; a fact that the type does not declare is always absent. */
export function leafByType({ fact, operator, value }: ConditionLeaf, { facts, type }: ClaimType): boolean | null {
  if (fact === 'claim.type' && (typeof value !== 'object' || Array.isArray(value)))
    return compare(operator, type, value);
  return fact.startsWith('$') || fact.startsWith('claim.') || fact === 'cost.total' || facts.has(fact) ? null : false;
}

function compare(operator: ConditionLeaf['operator'], a: unknown, b: unknown): boolean {
  if (operator === 'equal' || operator === 'notEqual') return (a === b) === (operator === 'equal');
  if (operator === 'in' || operator === 'notIn') return Array.isArray(b) && b.includes(a) === (operator === 'in');
  if (operator === 'contains') return Array.isArray(a) && a.includes(b);
  if (operator === 'doesNotContain') return Array.isArray(a) && !a.includes(b);
  if (typeof a !== typeof b || !['number', 'string'].includes(typeof a)) return false;
  const [x, y] = [a as number, b as number];
  if (operator === 'lessThan') return x < y;
  if (operator === 'lessThanInclusive') return x <= y;
  return operator === 'greaterThan' ? x > y : x >= y;
}
