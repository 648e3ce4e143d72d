import { floorRatio, ratioOf } from '../domain/ratio.ts';
import type { Fact } from '../rulesets/effective-rule-set.ts';
import { amountOf } from '../rulesets/figure.ts';
import { isConstant } from './dimensions.ts';
import { type Facts, standInOf } from './facts.ts';
import type { Figures } from './figures.ts';
import { type FormContext, type FormFigures, Unset } from './forms/form.ts';
import type { Source } from './plan.ts';
import type { Pots } from './pots.ts';
import type { Expression } from './tree/expression.ts';
import { constant, fixed, positive, whole } from './tree/quantity.ts';

/** What a form asks of one profile. */
export function formContext(
  figures: Figures,
  pots: Pots,
  declared: ReadonlyMap<string, Fact>,
  facts: Facts,
  counter: FormContext['counter'],
  beyond: FormContext['beyond'],
  source: (name: string, source: Source) => Expression,
): FormContext {
  const profile = formFigures(figures, facts);
  const sent = (fact: Fact) =>
    positive(source(fact.id, { kind: 'count', fact: fact.id, otherwise: Number(standInOf(fact, facts) ?? 0) }));
  return {
    ...profile,
    left: (of) => pots.left(of),
    cost: (of) => pots.cost(of),
    beyond,
    moneyFact: (fact) => pots.money(fact),
    count: (fact) => {
      const known = declared.get(fact);
      return known === undefined || isConstant(known) ? constant(floorRatio(profile.exactQuantity(fact))) : sent(known);
    },
    quantity: (fact) => {
      const known = declared.get(fact);
      return known === undefined || isConstant(known) ? fixed(profile.exactQuantity(fact)) : whole(sent(known));
    },
    counter,
  };
}

/** What of it is the same for every claim of the profile. */
export function formFigures(figures: Figures, facts: Facts): FormFigures {
  return {
    money(figure) {
      const amount = figures.money(figure);
      // An unlimited sum has no amount: only caps may be unlimited, and the checks see to it.
      if (amount === null) throw new Unset(amountOf(figure).slice(1));
      return amount;
    },
    plain: (figure) => figures.plain(figure),
    bands: (figure) => figures.bands(figure),
    shareByGrade(standard, grade, fact) {
      const share = figures.read(standard, { key: grade, fact });
      return typeof share === 'number' ? ratioOf(share) : null;
    },
    // Nothing is paid or funded for less than none of something.
    exactQuantity: (fact) => ratioOf(Math.max(0, Number(facts.get(fact) ?? 0))),
    smallest: (fact) => {
      const list = facts.get(fact);
      return Array.isArray(list)
        ? [...list]
            .map(Number)
            .sort((a, b) => a - b)
            .slice(0, 2)
        : [];
    },
  };
}
