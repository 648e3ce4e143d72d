import { toPlaces } from '../../domain/decimal.ts';
import { isDerived } from '../../rulesets/derived.ts';
import type { Fact, FactKind, FactValue } from '../../rulesets/effective-rule-set.ts';
import { placesOf } from '../../rulesets/fact-places.ts';
import { leastAmounts } from './amount-ranges.ts';
import type { GoOn } from './go-on.ts';
import type { PlanPair } from './plan-pair.ts';
import { RefusalOf, type RefusedClaim } from './refused-claim.ts';
import type { SharedClaim } from './shared-claim.ts';
import { claimOf } from './situation.ts';

/** Claims that one side alone refuses by what their facts may be; not complete where time ran out. */
export interface NarrowedClaims {
  readonly claims: readonly RefusedClaim[];
  readonly complete: boolean;
}

/**
 * Claims that one of two rule sets takes and the other refuses by what their facts may be: a value beyond the narrower of two
 * bounds, an item that only one has, a fact that only one can do without. Comparing leaves such values out.
 * @param settled situations that both settle: in the first where one side settles the claim it is told
 */
export async function narrowedClaims(
  shared: SharedClaim,
  settled: readonly PlanPair[],
  goOn: GoOn,
): Promise<NarrowedClaims> {
  const values = [...onlyOneTakes(shared)];
  if (values.length === 0) return { claims: [], complete: true };
  const sides = { from: new RefusalOf(shared.sides.from), to: new RefusalOf(shared.sides.to) };
  const found: RefusedClaim[] = [];
  for (const [id, value] of values) {
    for (const pair of settled) {
      if (!(await goOn())) return { claims: found, complete: false };
      const claim = claimSaying(shared, pair, id, value);
      const { dates } = pair.situation;
      const refusals = { from: await sides.from.of(claim, dates.from), to: await sides.to.of(claim, dates.to) };
      if ((refusals.from === null) === (refusals.to === null)) continue;
      found.push({ claim: () => claim, dates, refusals });
      break;
    }
  }
  return { claims: found, complete: true };
}

/** A claim of a situation with another value of one fact; without the fact where the value is undefined. */
function claimSaying(shared: SharedClaim, { situation }: PlanPair, id: string, value: FactValue | undefined) {
  const facts = new Map(situation.facts);
  const amounts = new Map(leastAmounts(shared, situation));
  if (value === undefined) {
    facts.delete(id);
    amounts.delete(id);
  } else facts.set(id, value);
  return claimOf(shared, { ...situation, facts }, amounts);
}

function* onlyOneTakes({ facts, sides }: SharedClaim): Generator<readonly [id: string, value: FactValue | undefined]> {
  for (const id of facts.keys()) {
    const [one, other] = [sides.from.claimType.facts.get(id), sides.to.claimType.facts.get(id)];
    if (one === undefined || other === undefined || isDerived(one.type) || isDerived(other.type)) continue;
    if (one.default.kind !== other.default.kind) yield [id, undefined];
    for (const value of [...beyond(one, other.type), ...beyond(other, one.type)]) yield [id, value];
  }
}

/** Values of a fact that another kind refuses: one beside each narrower bound, and each item that is none of its. */
function* beyond({ type: one }: Fact, other: FactKind): Generator<FactValue> {
  const items = 'items' in one && 'items' in other && one.items !== null && other.items !== null ? one.items : null;
  if (items !== null && 'items' in other)
    for (const item of items.keys()) if (other.items?.has(item) !== true) yield asKind(one, item);
  if (items !== null || !('atLeast' in one) || !('atLeast' in other)) return;
  const step = 10 ** -placesOf(one);
  const next = (bound: number, by: number) => asKind(one, toPlaces(bound + by, placesOf(one)));
  if (other.atMost !== null && (one.atMost === null || one.atMost > other.atMost)) yield next(other.atMost, step);
  if (other.atLeast !== null && (one.atLeast === null || one.atLeast < other.atLeast)) yield next(other.atLeast, -step);
}

function asKind({ kind }: FactKind, value: string | number): FactValue {
  return kind === 'list' ? ([value] as FactValue) : value;
}
