import { compareRatios, ONE, type Ratio, times } from '../../domain/ratio.ts';
import type { GapParams } from '../../rulesets/language.ts';
import { combine, fixed, halfUp, positiveQuantity, subtract, whole } from '../tree/quantity.ts';
import type { Form, FormFigures } from './form.ts';

/** What an actual amount falls short of a target, times a number of units and a ratio: income, price or yield cover. */
export const gap: Form<GapParams> = {
  type: 'gap',
  role: 'pays',
  description:
    'What an actual amount falls short of a target, times a number of units and a ratio; with `of` at most what is left of those pots.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['target', 'actual'],
    properties: {
      target: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY', better: 'higher' },
      actual: { $ref: '#/$defs/amount' },
      count: { $ref: '#/$defs/quantity', exact: true },
      ratio: { $ref: 'language.schema.json#/$defs/figure', unit: 'share', better: 'higher' },
      of: { $ref: '#/$defs/pots' },
    },
  },

  tree(params, context) {
    const short = positiveQuantity(
      combine(subtract, fixed(context.money(params.target)), whole(context.moneyFact(params.actual))),
    );
    return { owed: halfUp([{ ratio: units(params, context), of: short }]), of: params.of ?? null };
  },

  // A shortfall against a higher target is larger, and so is a larger part of it.
  dominates(older, newer) {
    const [before, after] = [older.params, newer.params];
    if (before.actual !== after.actual) return null;
    if (compareRatios(newer.figures.money(after.target), older.figures.money(before.target)) < 0) return null;
    return compareRatios(units(after, newer.figures), units(before, older.figures)) >= 0 ? true : null;
  },

  // What is owed is the same, whatever the bill.
  steady: () => true,
};

/** How many times the shortfall is paid. */
function units({ count, ratio }: GapParams, figures: Pick<FormFigures, 'plain' | 'exactQuantity'>): Ratio {
  return times(
    count === undefined ? ONE : figures.exactQuantity(count),
    ratio === undefined ? ONE : figures.plain(ratio),
  );
}
