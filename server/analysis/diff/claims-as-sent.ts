import { hasBounds } from '../../rulesets/bounds.ts';
import { historyNames } from '../../rulesets/counters.ts';
import { isDerived } from '../../rulesets/derived.ts';
import type { EffectiveRuleSet, Fact } from '../../rulesets/effective-rule-set.ts';
import { mustBeSent } from '../../rulesets/must-be-sent.ts';
import { layersReached } from '../../rulesets/reach.ts';
import type { Compared } from './compared.ts';
import type { Difference } from './difference.ts';

/** A fact that a difference is about, as the later side has it, else as the earlier had it; undefined for anything else. */
function factOf({ subject, id, claimType }: Difference, { before, after }: Compared): Fact | undefined {
  if (subject !== 'fact' || claimType === null) return undefined;
  return [after, before].map(({ claims }) => claims.get(claimType)?.facts.get(id)).find((fact) => fact !== undefined);
}

/** Whether no claim brings the fact that a difference is about: it is worked out from others. */
export function isNeverSent(difference: Difference, sides: Compared): boolean {
  const fact = factOf(difference, sides);
  return fact !== undefined && isDerived(fact.type);
}

/** Whether claims are refused by what the fact that a difference is about comes to: days with bounds, on the side that has them. */
export function isRefusing(difference: Difference, sides: Compared): boolean {
  const type = factOf(difference, sides)?.type;
  return type?.kind === 'daysBetween' && hasBounds(type);
}

/** Whether a fact that only one side has must be brought there, by some claims at least. */
export function isNeeded(difference: Difference, sides: Compared): boolean {
  const fact = factOf(difference, sides);
  const { claims } = difference.before === null ? sides.after : sides.before;
  return fact !== undefined && mustBeSent(fact, claims.get(difference.claimType ?? '')?.facts ?? new Map());
}

/** Whether claims name a layer or rule of either side: by what was settled of it, or by a counter of their history. */
export function isNamedByClaims({ id }: Difference, { before, after }: Compared): boolean {
  return [before, after].some((ruleSet) => namesSent(ruleSet).has(id));
}

const known = new WeakMap<EffectiveRuleSet, ReadonlySet<string>>();

function namesSent(ruleSet: EffectiveRuleSet): ReadonlySet<string> {
  const found =
    known.get(ruleSet) ??
    new Set([
      ...[...historyNames(ruleSet).values()].flatMap((names) => [...names]),
      ...[...ruleSet.claims.keys()].flatMap((type) => layersReached(ruleSet, type)),
    ]);
  known.set(ruleSet, found);
  return found;
}
