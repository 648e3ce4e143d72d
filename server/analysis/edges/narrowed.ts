import { addDays } from '../../domain/dates.ts';
import { toPlaces } from '../../domain/decimal.ts';
import { type Bounds, narrowing } from '../../rulesets/bounds.ts';
import { isDerived } from '../../rulesets/derived.ts';
import type { Fact, FactKind, FactValue } from '../../rulesets/effective-rule-set.ts';
import { placesOf } from '../../rulesets/fact-places.ts';
import { leastAmounts } from './amount-ranges.ts';
import { boundsBetween, daysNarrowed } from './days-bounds.ts';
import type { GoOn } from './go-on.ts';
import type { PlanPair } from './plan-pair.ts';
import { RefusalOf, type RefusedClaim } from './refused-claim.ts';
import type { SharedClaim } from './shared-claim.ts';
import { claimOf, type Situation } from './situation.ts';

/** Claims that one side alone refuses by what their facts may be; not complete where time ran out. */
export interface NarrowedClaims {
  readonly claims: readonly RefusedClaim[];
  readonly complete: boolean;
}

/**
 * Claims that one of two rule sets takes and the other refuses by what their facts may be: a value beyond the narrower of two
 * bounds, dates that are a day too few or too many apart, an item that only one has, a fact that only one can do without.
 * Comparing leaves such values out.
 * @param settled situations that both settle: in the first where one side settles the claim it is told
 */
export async function narrowedClaims(
  shared: SharedClaim,
  settled: readonly PlanPair[],
  goOn: GoOn,
): Promise<NarrowedClaims> {
  const ways = [...onlyOneTakes(shared), ...apartForOne(shared)];
  if (ways.length === 0) return { claims: [], complete: true };
  const sides = { from: new RefusalOf(shared.sides.from), to: new RefusalOf(shared.sides.to) };
  const found: RefusedClaim[] = [];
  for (const way of ways) {
    for (const pair of settled) {
      if (!(await goOn())) return { claims: found, complete: false };
      const said = way(pair.situation);
      if (said === null) continue;
      const claim = claimSaying(shared, pair, said);
      const { dates } = pair.situation;
      const refusals = { from: await sides.from.of(claim, dates.from), to: await sides.to.of(claim, dates.to) };
      if ((refusals.from === null) === (refusals.to === null)) continue;
      found.push({ claim: () => claim, dates, refusals });
      break;
    }
  }
  return { claims: found, complete: true };
}

/** Other values of facts; a fact of an undefined one is left out. */
type Said = ReadonlyMap<string, FactValue | undefined>;

/** What a claim of a situation says otherwise; null where it cannot. */
type Way = (situation: Situation) => Said | null;

/** A claim of a situation with other values of some facts. */
function claimSaying(shared: SharedClaim, { situation }: PlanPair, said: Said) {
  const facts = new Map(situation.facts);
  const amounts = new Map(leastAmounts(shared, situation));
  for (const [id, value] of said) {
    if (value === undefined) {
      facts.delete(id);
      amounts.delete(id);
    } else facts.set(id, value);
  }
  return claimOf(shared, { ...situation, facts }, amounts);
}

function* onlyOneTakes({ facts, sides }: SharedClaim): Generator<Way> {
  const saying = (id: string, value: FactValue | undefined) => () => new Map([[id, value]]);
  for (const id of facts.keys()) {
    const [one, other] = [sides.from.claimType.facts.get(id), sides.to.claimType.facts.get(id)];
    if (one === undefined || other === undefined || isDerived(one.type) || isDerived(other.type)) continue;
    if (one.default.kind !== other.default.kind) yield saying(id, undefined);
    for (const value of [...beyond(one, other.type), ...beyond(other, one.type)]) yield saying(id, value);
  }
}

/** Dates that are a day fewer or more apart than one side takes, and not yet than the other. */
function* apartForOne({ facts, sides }: SharedClaim): Generator<Way> {
  const { dateFact } = sides.from.claimType;
  const isClaims = (id: string) => id === 'claim.date' || id === dateFact;
  for (const [one, other] of [
    [sides.from.claimType, sides.to.claimType],
    [sides.to.claimType, sides.from.claimType],
  ] as const) {
    for (const { kind } of daysNarrowed(one, other)) {
      const [from, to] = [kind.from, kind.to];
      if ([from, to].some((id) => !isClaims(id) && facts.get(id)?.from.type.kind !== 'date')) continue;
      for (const days of numbersBeyond(boundsBetween(one, kind), kind, 1)) {
        yield ({ facts: said, dates }) => {
          const start = isClaims(from) ? dates.from : String(said.get(from) ?? dates.from);
          const [id, day] = isClaims(to) ? [from, addDays(dates.from, -days)] : [to, addDays(start, days)];
          if (day === null) return null;
          const moved = new Map([[id, day]]);
          return isClaims(from) || isClaims(to) ? moved : moved.set(from, start);
        };
      }
    }
  }
}

/** Values of a fact that another kind refuses: one beside each narrower bound, and each item that is none of its. */
function* beyond({ type: one }: Fact, other: FactKind): Generator<FactValue> {
  const items = 'items' in one && 'items' in other && one.items !== null && other.items !== null ? one.items : null;
  if (items !== null && 'items' in other)
    for (const item of items.keys()) if (other.items?.has(item) !== true) yield asKind(one, item);
  if (items !== null || !('atLeast' in one) || !('atLeast' in other)) return;
  for (const value of numbersBeyond(one, other, 10 ** -placesOf(one)))
    yield asKind(one, toPlaces(value, placesOf(one)));
}

/** The number beside each bound that is narrower than one's own. */
function* numbersBeyond(one: Bounds, other: Bounds, step: number): Generator<number> {
  const { atLeast, atMost } = narrowing(one, other);
  if (atMost !== null) yield atMost + step;
  if (atLeast !== null) yield atLeast - step;
}

function asKind({ kind }: FactKind, value: string | number): FactValue {
  return kind === 'list' ? ([value] as FactValue) : value;
}
