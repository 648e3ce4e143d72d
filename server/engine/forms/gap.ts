import { compareRatios, ONE, times } from '../../domain/ratio.ts';
import type { GapParams } from '../../rulesets/language.ts';
import { combine, fixed, halfUp, positiveQuantity, subtract, whole } from '../tree/quantity.ts';
import type { Form, FormReading } from './form.ts';

/** What an actual amount falls short of a target, times a number of units and a ratio: income, price or yield cover. */
export const gap: Form<GapParams> = {
  type: 'gap',
  role: 'pays',
  description: 'What an actual amount falls short of a target, times a number of units and a ratio.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['target', 'actual'],
    properties: {
      target: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY' },
      actual: { $ref: '#/$defs/amount' },
      count: { $ref: '#/$defs/number', exact: true },
      ratio: { $ref: 'language.schema.json#/$defs/figure', unit: 'share' },
    },
  },

  tree(params, context) {
    const short = positiveQuantity(
      combine(subtract, fixed(context.money(params.target)), whole(context.moneyFact(params.actual))),
    );
    const count = params.count === undefined ? 1n : context.exactCount(params.count);
    const ratio = params.ratio === undefined ? ONE : context.plain(params.ratio);
    return { owed: halfUp([{ ratio: times(ratio, { n: count, d: 1n }), of: short }]), of: null };
  },

  // A shortfall against a higher target is larger, and so is a larger part of it.
  dominates(older, newer) {
    const [before, after] = [older.params, newer.params];
    if (before.actual !== after.actual) return null;
    const units = ({ params, figures }: FormReading<GapParams>) => {
      const count = params.count === undefined ? 1n : figures.exactCount(params.count);
      return times(params.ratio === undefined ? ONE : figures.plain(params.ratio), { n: count, d: 1n });
    };
    if (compareRatios(newer.figures.money(after.target), older.figures.money(before.target)) < 0) return null;
    return compareRatios(units(newer), units(older)) >= 0 ? true : null;
  },

  // It draws from no pot.
  steady: () => true,
};
