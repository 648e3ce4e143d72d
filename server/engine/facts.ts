import { type CalendarDate, daysBetween } from '../domain/dates.ts';
import type { Label } from '../domain/label.ts';
import { fenOf } from '../domain/money.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { pointerOf, sentAt } from '../rulesets/claim-paths.ts';
import type { Operand } from '../rulesets/comparison.ts';
import { daysOutOfBounds } from '../rulesets/days-out-of-bounds.ts';
import { firstIn, isDerived, listOfFirst, workedOutOf } from '../rulesets/derived.ts';
import type { Fact, FactKind, FactValue } from '../rulesets/effective-rule-set.ts';
import { isBillItem } from '../rulesets/pots.ts';
import { inBoth } from '../rulesets/words.ts';
import { type ClaimTypeRules, hasItems } from './claim-type.ts';
import type { Claim } from './settlement.ts';

/** A claim's facts with defaults filled in and derived facts computed; absent facts are not in it. */
export type Facts = ReadonlyMap<string, FactValue>;

/**
 * Reads the facts of a claim, `claim.type`, `claim.date` and `cost.total` among them.
 * @throws Refusal where a fact that others make necessary is missing, a dated fact contradicts the date, or dates are fewer or
 * more days apart than the rules allow
 */
export function factsOf(claimType: ClaimTypeRules, claim: Claim, date: string): Facts {
  const facts = new Map<string, FactValue>([
    ['claim.type', claimType.type],
    ['claim.date', date],
  ]);
  for (const fact of claimType.facts.values()) settleFact(claimType, claim, fact, facts);
  facts.set('cost.total', totalOf(claimType, facts) / 100);
  const wrong = daysOutOfBounds(claimType, (id) => facts.get(id) as CalendarDate | undefined);
  if (wrong.length > 0) throw new Refusal(wrong);
  return facts;
}

/** What a derived fact is by the facts that it is worked out from; undefined where they say nothing. */
function derivedOf(kind: FactKind, facts: Pick<Facts, 'get'>): Operand {
  if (kind.kind !== 'daysBetween') return firstIn(kind, facts.get(listOfFirst(kind) ?? ''));
  const [from, to] = [facts.get(kind.from), facts.get(kind.to)];
  return typeof from === 'string' && typeof to === 'string' ? daysBetween(from, to) : undefined;
}

/** Sets a fact, after those that it is worked out from or that stand in for it. */
function settleFact(claimType: ClaimTypeRules, claim: Claim, fact: Fact, facts: Map<string, FactValue>): void {
  if (facts.has(fact.id)) return;
  if (isDerived(fact.type)) {
    for (const id of workedOutOf(fact.type)) settleNamed(claimType, claim, id, facts);
    setOrDefault(claimType, claim, fact, derivedOf(fact.type, facts), facts);
    return;
  }
  const sent = sentAt(claim, fact.id);
  if (fact.id === claimType.dateFact) {
    const date = facts.get('claim.date') as string;
    if (sent !== undefined && sent !== date) {
      refuse('dateContradicts', { fact: fact.label, given: String(sent), date }, { pointer: pointerOf(fact.id) });
    }
    facts.set(fact.id, date);
    return;
  }
  setOrDefault(claimType, claim, fact, sent === undefined ? undefined : inside(fact, sent), facts);
}

function settleNamed(claimType: ClaimTypeRules, claim: Claim, id: string, facts: Map<string, FactValue>): void {
  const fact = claimType.facts.get(id);
  if (fact !== undefined) settleFact(claimType, claim, fact, facts);
}

function setOrDefault(
  claimType: ClaimTypeRules,
  claim: Claim,
  fact: Fact,
  found: Operand,
  facts: Map<string, FactValue>,
): void {
  if (found === undefined && fact.default.kind === 'by') settleNamed(claimType, claim, fact.default.fact, facts);
  const value = found ?? defaultOf(claimType, fact, facts);
  if (value !== undefined) facts.set(fact.id, value);
}

/** The value as conditions compare it: items of a choice are strings, also those sent as numbers. */
function inside(fact: Fact, sent: unknown): FactValue {
  if (!hasItems(fact.type)) return sent as FactValue;
  const items = fact.type.kind === 'choice' || fact.type.kind === 'list' ? fact.type.items : null;
  const known = (item: unknown) => {
    if (items?.has(String(item)) !== true) {
      refuse('unknownItem', { fact: fact.label, given: String(item) }, { pointer: pointerOf(fact.id) });
    }
    return String(item);
  };
  return Array.isArray(sent) ? sent.map(known) : known(sent);
}

/** What stands in for a fact that the claim leaves out; undefined where nothing does. */
export function standInOf({ default: given }: Fact, facts: Facts): Operand {
  if (given.kind === 'value') return given.value;
  return given.kind === 'by' ? (given.values.get(String(facts.get(given.fact))) ?? undefined) : undefined;
}

function defaultOf(claimType: ClaimTypeRules, fact: Fact, facts: Facts): Operand {
  const { default: given, type, added } = fact;
  const sent = given.kind === 'by' && !given.values.has(String(facts.get(given.fact)));
  if (sent || (given.kind === 'required' && !isDerived(type) && !added)) missing(claimType, fact, facts);
  return standInOf(fact, facts);
}

function missing(claimType: ClaimTypeRules, fact: Fact, facts: Facts): never {
  const value = whyNeeded(claimType, fact, facts);
  refuse('factNeeded', { fact: fact.id, label: fact.label, value, standard: null }, { pointer: pointerOf(fact.id) });
}

/** Why no default stands in: the value that it names none for, or that there is no such value. */
function whyNeeded({ facts: declared }: ClaimTypeRules, { default: given }: Fact, facts: Facts): string | Label {
  if (given.kind !== 'by') return inBoth('factWithoutDefault');
  const met = facts.get(given.fact);
  if (met !== undefined) return `${given.fact} = ${String(met)}`;
  const by = declared.get(given.fact);
  const told = { fact: given.fact, label: by?.label ?? given.fact };
  const list = by === undefined ? null : listOfFirst(by.type);
  if (list === null) return inBoth('factNotThere', told);
  return inBoth('factOfNothing', { ...told, list, of: declared.get(list)?.label ?? list });
}

function totalOf(claimType: ClaimTypeRules, facts: ReadonlyMap<string, FactValue>): number {
  let total = 0;
  for (const fact of claimType.facts.values()) {
    if (isBillItem(fact)) total += fenOf((facts.get(fact.id) as number | undefined) ?? 0);
  }
  return total;
}
