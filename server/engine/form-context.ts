import { floorRatio, ratioOf } from '../domain/ratio.ts';
import type { Fact } from '../rulesets/effective-rule-set.ts';
import { amountOf } from '../rulesets/figure.ts';
import type { Figure } from '../rulesets/language.ts';
import type { Counts } from './counts.ts';
import type { Facts } from './facts.ts';
import type { Figures } from './figures.ts';
import { type FormContext, type FormFigures, Unset } from './forms/form.ts';
import { constantly } from './growth.ts';
import type { Pots } from './pots.ts';
import { constant, fixed } from './tree/quantity.ts';

/** What a form asks of one profile. */
export function formContext(
  figures: Figures,
  pots: Pots,
  counts: Counts,
  facts: Facts,
  counter: FormContext['counter'],
  beyond: FormContext['beyond'],
): FormContext {
  const profile = formFigures(figures, facts, (figure) => counts.even(figure));
  return {
    ...profile,
    left: (of) => pots.left(of),
    cost: (of) => pots.cost(of),
    beyond,
    moneyFact: (fact) => pots.money(fact),
    count: (fact) => counts.sent(fact)?.of ?? constant(floorRatio(profile.exactQuantity(fact))),
    quantity: (fact) => counts.sent(fact) ?? fixed(profile.exactQuantity(fact)),
    amount: (figure) => limited(figure, counts.amount(figure, figures)),
    counter,
  };
}

/** An unlimited sum has no amount: only caps may be unlimited, and the checks see to it. */
function limited<T>(figure: Figure, amount: T | null): T {
  if (amount === null) throw new Unset(amountOf(figure).slice(1));
  return amount;
}

/** What of it is the same for every claim of the profile. */
export function formFigures(figures: Figures, facts: Facts, even: (figure: Figure) => Fact | null): FormFigures {
  return {
    money: (figure) => limited(figure, figures.money(figure)),
    growth(figure) {
      const fact = even(figure);
      if (fact === null) return constantly(limited(figure, figures.money(figure)));
      return { ...limited(figure, figures.growing(figure, fact.id)), fact: fact.id };
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
