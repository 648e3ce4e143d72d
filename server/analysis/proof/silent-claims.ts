import type { Plan } from '../../engine/plan.ts';
import type { Claim } from '../../engine/settlement.ts';
import { billItems, leastAmounts } from '../edges/amount-ranges.ts';
import type { Both } from '../edges/both.ts';
import { claimOf } from '../edges/situation.ts';
import type { ClaimPair } from './claim-pair.ts';

/** Claims at most that are made for one profile. */
const MOST_CLAIMS = 60;

/** What an item of the bill is tried at, in fen. */
const TRIED = [0, 100_00, 1_000_00, 10_000_00, 50_000_00, 200_000_00, 1_000_000_00] as const;

/** Amounts that a profile's claims may leave out, and that then stand for different ones on the two sides: their paths. */
export function differingDefaults(plans: Both<Plan>): ReadonlySet<string> {
  const otherwise = ({ variables }: Plan) =>
    new Map(
      variables.flatMap(({ source }) => ('otherwise' in source ? [[source.fact, source.otherwise] as const] : [])),
    );
  const [from, to] = [otherwise(plans.from), otherwise(plans.to)];
  return new Set([...from].filter(([fact, amount]) => to.has(fact) && to.get(fact) !== amount).map(([fact]) => fact));
}

/**
 * Claims of a profile that leave such amounts out, with all other items of the bill alike, and with each of them alone. Both
 * plans take them for different claims, so only the engine can settle them; that none of them loses proves nothing.
 */
export function* silentClaims({ shared, pair }: ClaimPair, silent: ReadonlySet<string>): Generator<Claim> {
  const isSaid = ([path]: readonly [string, unknown]) => !silent.has(path);
  const situation = { ...pair.situation, facts: new Map([...pair.situation.facts].filter(isSaid)) };
  const least = [...(leastAmounts(shared, pair.situation) ?? [])].filter(isSaid);
  const items = billItems(shared).filter((item) => !silent.has(item));
  const needed = [...shared.facts.values()].filter(({ from, to }) =>
    [from, to].some((fact) => fact.type.kind === 'money' && fact.default.kind === 'required'),
  );
  const zeros = needed.map(({ from }) => [from.id, 0] as const).filter(isSaid);
  let made = 0;
  for (const raised of [items, ...items.map((item) => [item])])
    for (const amount of TRIED) {
      made += 1;
      if (made > MOST_CLAIMS) return;
      const said = new Map<string, number>([...zeros, ...least]);
      for (const item of raised) said.set(item, Math.max(amount, said.get(item) ?? 0));
      yield claimOf(shared, situation, said);
    }
}
