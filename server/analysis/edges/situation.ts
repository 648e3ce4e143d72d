import type { CalendarDate } from '../../domain/dates.ts';
import type { Claim } from '../../engine/settlement.ts';
import { counterAt, stepsOf } from '../../rulesets/claim-paths.ts';
import { sentItem } from '../../rulesets/claim-schema.ts';
import { listOfFirst } from '../../rulesets/derived.ts';
import type { Fact, FactValue } from '../../rulesets/effective-rule-set.ts';
import { placesOf } from '../../rulesets/fact-places.ts';
import type { Both } from './both.ts';
import { datesBeside, datesForDays } from './days-apart.ts';
import type { FactClass, Range } from './fact-class.ts';
import type { SharedClaim } from './shared-claim.ts';
import type { Threshold } from './threshold.ts';

/** What claims have in common that differ by amounts and history alone. */
export interface Situation {
  readonly dates: Both<CalendarDate>;
  /** Facts that are no amounts; what is not in it is left out of the claim. */
  readonly facts: ReadonlyMap<string, FactValue>;
  /** Facts that rules tell values apart of: they stay as they are. */
  readonly fixed: ReadonlySet<string>;
  /** Where amounts must stay: by money fact, or `cost.total`. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** Paths of amounts that every claim of it brings: what other systems settled, what others paid, needed money. */
  readonly brings: ReadonlySet<string>;
  /** The bounds that its facts and date meet. */
  readonly meets: readonly Threshold[];
}

/** A situation in which each fact takes the value of a class; null where the calendar has no dates that are so far apart. */
export function situationOf(
  shared: SharedClaim,
  dates: Both<CalendarDate>,
  classes: ReadonlyMap<string, FactClass>,
  meets: readonly Threshold[],
): Situation | null {
  const facts = new Map<string, FactValue>();
  const ranges = new Map<string, Range>();
  const brings = new Set<string>();
  const fixed = new Set<string>();
  for (const [id, { value, range, free }] of classes) {
    if (free !== true) fixed.add(id);
    if (range !== undefined) ranges.set(id, range);
    if (range !== undefined && shared.facts.get(id)?.from.default.kind === 'absent') brings.add(id);
    if (range === undefined && value !== undefined) facts.set(id, value);
  }
  const sent = datesForDays(shared, facts, dates.from, classes);
  return sent === null ? null : { dates, facts: sent, fixed, ranges, brings, meets };
}

/** A situation that also says a fact, the first value that it can have, because a rule set asks for it. */
export function sayingAlso(shared: SharedClaim, situation: Situation, id: string): Situation | null {
  const fact = shared.facts.get(id)?.from;
  const list = fact === undefined ? null : listOfFirst(fact.type);
  if (fact !== undefined && list !== null) return holding(situation, list, firstValue(fact, situation.dates.from));
  if (fact === undefined || situation.facts.has(id) || situation.brings.has(id)) return null;
  if (fact.type.kind === 'money') return { ...situation, brings: new Set([...situation.brings, id]) };
  if (fact.type.kind === 'date') return { ...situation, facts: datesBeside(shared, situation, id) };
  const value = firstValue(fact, situation.dates.from);
  return value === undefined ? null : { ...situation, facts: new Map([...situation.facts, [id, value]]) };
}

/** A situation whose list holds an item, so that a fact that is the list's first has a value. */
function holding(situation: Situation, list: string, item: FactValue | undefined): Situation | null {
  if (situation.facts.has(list) || item === undefined) return null;
  return { ...situation, facts: new Map([...situation.facts, [list, [String(item)]]]) };
}

/** The first value that a fact can have; undefined for what is never sent. */
export function firstValue({ type }: Fact, date: CalendarDate): FactValue | undefined {
  switch (type.kind) {
    case 'choice':
      return type.items.keys().next().value;
    case 'integer':
      return Math.max(type.atLeast ?? 1, Math.min(1, type.atMost ?? 1));
    case 'decimal':
      return Math.max(type.atLeast ?? 0, Math.min(1, type.atMost ?? 1));
    case 'boolean':
      return true;
    case 'date':
      return date;
    case 'text':
      return '-';
    case 'list':
      return [];
    default:
      return undefined;
  }
}

/**
 * A claim of a situation as the evaluation takes it. Facts that both rule sets take by default are left out.
 * @param amounts by path: fen of money, units of counts or the last decimals of them
 */
export function claimOf(shared: SharedClaim, situation: Situation, amounts: ReadonlyMap<string, number>): Claim {
  const claim: Record<string, unknown> = { type: shared.type };
  for (const [id, both] of shared.facts) {
    const value = situation.facts.get(id);
    if (value === undefined || isDefault(shared, situation, id, value)) continue;
    put(claim, id, sentAs(both.from, value));
  }
  for (const [path, amount] of amounts) put(claim, path, amount / partsOf(shared, path));
  return claim as Claim;
}

/** Whether both rule sets take a value where the claim leaves the fact out. */
function isDefault({ facts: declared }: SharedClaim, { facts }: Situation, id: string, value: FactValue): boolean {
  const both = declared.get(id);
  return [both?.from, both?.to].every((fact) => {
    const given = fact?.default;
    if (given?.kind === 'value') return JSON.stringify(given.value) === JSON.stringify(value);
    if (given?.kind !== 'by') return false;
    const preset = declared.get(given.fact)?.from.default;
    const other = facts.get(given.fact) ?? (preset?.kind === 'value' ? preset.value : undefined);
    return JSON.stringify(given.values.get(String(other))) === JSON.stringify(value);
  });
}

function sentAs({ type }: Fact, value: FactValue): unknown {
  const hasItems = type.kind === 'choice' || (type.kind === 'list' && type.items !== null);
  if (!hasItems) return value;
  return Array.isArray(value) ? value.map((item) => sentItem(String(item))) : sentItem(String(value));
}

/** In how many parts one of what stands at a path is told: an amount of CNY in fen. What is no fact is such an amount, or a count. */
export function partsOf({ facts }: SharedClaim, path: string): number {
  const type = facts.get(path)?.from.type;
  if (type !== undefined) return 10 ** placesOf(type);
  return counterAt(path)?.kind === 'count' ? 1 : 100;
}

function put(claim: Record<string, unknown>, path: string, value: unknown): void {
  const steps = stepsOf(path);
  let at = claim;
  for (const step of steps.slice(0, -1)) {
    if (!Object.hasOwn(at, step)) at[step] = {};
    at = at[step] as Record<string, unknown>;
  }
  at[steps.at(-1) ?? path] = value;
}
