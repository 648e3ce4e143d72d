import type { CalendarDate } from '../../domain/dates.ts';
import { fenOf } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { compile } from '../../engine/compile.ts';
import type { Claim, CompiledRuleSet, Settlement } from '../../engine/settlement.ts';
import { sentAt } from '../../rulesets/claim-paths.ts';
import { billItems } from '../edges/amount-ranges.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import type { Example } from './answer.ts';

/** Settles claims by the engine: nothing is shown that it does not confirm. */
export class Settling {
  readonly #engine: CompiledRuleSet;

  constructor({ sides }: SharedClaim) {
    this.#engine = compile(sides.from.ruleSet);
  }

  /** A settled claim; null where the engine refuses it. */
  async example(shared: SharedClaim, claim: Claim, date: CalendarDate): Promise<Example | null> {
    try {
      return exampleOf(shared, claim, date, await this.#engine.settle(claim, date));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

function exampleOf(shared: SharedClaim, claim: Claim, date: CalendarDate, settled: Settlement): Example {
  const { paid, selfPay, layers } = settled;
  return {
    claim,
    date,
    bill: billOf(shared, claim),
    paid,
    selfPay,
    layers: layers.map(({ layer, paid: given, reason, lines }) => ({
      layer,
      paid: given,
      reason: reason ?? null,
      rules: lines.map(({ rule, paid: part, boundBy }) => ({ rule, paid: part, boundBy })),
    })),
  };
}

/** All items of a claim's bill, in fen. */
function billOf(shared: SharedClaim, claim: Claim): number {
  return billItems(shared).reduce((sum, item) => {
    const given = shared.facts.get(item)?.from.default;
    const otherwise = given?.kind === 'value' ? given.value : 0;
    return sum + fenOf(Number(sentAt(claim, item) ?? otherwise));
  }, 0);
}
