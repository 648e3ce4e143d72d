import { sentItem } from './claim-schema.ts';
import { isDerived } from './derived.ts';
import type { ClaimType, Fact } from './effective-rule-set.ts';
import { valueKeys } from './value-keys.ts';

/** A fact that a claim has to bring where another fact says certain things: its default names no value for them. */
export interface NeededByCase {
  readonly fact: Fact;
  readonly by: Fact;
  /** What the other says where it is needed, as claims send it. */
  readonly values: readonly (string | number | boolean)[];
  /** What the other says where it is not. */
  readonly others: readonly (string | number | boolean)[];
  /** Whether it is needed also where the claim leaves the other out. */
  readonly unsaid: boolean;
}

/** The facts of a type that are needed by case, and the ids of those of which the cases do not tell all. */
export function neededByCase({ facts, dateFact }: ClaimType): {
  readonly cases: readonly NeededByCase[];
  readonly untold: readonly string[];
} {
  const cases: NeededByCase[] = [];
  const untold: string[] = [];
  for (const fact of facts.values()) {
    if (fact.default.kind !== 'by' || fact.id === dateFact || isDerived(fact.type)) continue;
    const by = facts.get(fact.default.fact);
    const keys = valueKeys(by?.type);
    if (by === undefined || keys === null || isDerived(by.type)) {
      untold.push(fact.id);
      continue;
    }
    const { values: known } = fact.default;
    const sent = (covered: boolean) => keys.filter((key) => known.has(key) === covered).map((key) => asSent(by, key));
    const one = { fact, by, values: sent(false), others: sent(true), unsaid: isNeededUnsaid(by, known) };
    if (one.values.length > 0 || one.unsaid) cases.push(one);
    if (hasOtherDefault(by, known)) untold.push(fact.id);
  }
  return { cases, untold };
}

function asSent({ type }: Fact, key: string): string | number | boolean {
  return type.kind === 'boolean' ? key === 'true' : sentItem(key);
}

/** Whether what stands in for a fact that is left out is among what has no value named. A fact that must be sent is not left out. */
function isNeededUnsaid({ default: given, added }: Fact, known: ReadonlyMap<string, unknown>): boolean {
  if (given.kind === 'value') return !known.has(String(given.value));
  return given.kind === 'absent' || (given.kind === 'required' && added);
}

/** Whether a default that itself goes by case can come to what has no value named. */
function hasOtherDefault({ default: given }: Fact, known: ReadonlyMap<string, unknown>): boolean {
  return given.kind === 'by' && [...given.values.values()].some((value) => value === null || !known.has(String(value)));
}
