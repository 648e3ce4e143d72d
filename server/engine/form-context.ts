import { ratioOf } from '../domain/ratio.ts';
import type { Facts } from './facts.ts';
import type { Figures } from './figures.ts';
import { type FormContext, Unset } from './forms/form.ts';
import type { Source } from './plan.ts';
import type { Pots } from './pots.ts';
import type { Expression } from './tree/expression.ts';

/** What a form asks of one profile. */
export function formContext(
  figures: Figures,
  pots: Pots,
  facts: Facts,
  counter: FormContext['counter'],
  source: (name: string, source: Source) => Expression,
): FormContext {
  return {
    money(figure) {
      const amount = figures.money(figure);
      // An unlimited sum has no amount: only caps may be unlimited, and the checks see to it.
      if (amount === null) throw new Unset(typeof figure === 'string' ? figure.slice(1) : figure.amount.slice(1));
      return amount;
    },
    plain: (figure) => figures.plain(figure),
    bands: (standard) => figures.bands(standard),
    shareByGrade(standard, grade) {
      const share = figures.read(standard, grade);
      return typeof share === 'number' ? ratioOf(share) : null;
    },
    left: (of) => pots.left(of),
    cost: (of) => pots.cost(of),
    moneyFact: (fact) => pots.money(fact),
    count: (fact) => source(fact, { kind: 'count', fact, otherwise: 0 }),
    exactCount: (fact) => BigInt(Number(facts.get(fact) ?? 0)),
    smallest: (fact) => {
      const list = facts.get(fact);
      return Array.isArray(list)
        ? [...list]
            .map(Number)
            .sort((a, b) => a - b)
            .slice(0, 2)
        : [];
    },
    counter,
  };
}
