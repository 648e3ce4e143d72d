import type { SumParams } from '../../rulesets/language.ts';
import { growsNoLess } from '../growth.ts';
import { halfUp } from '../tree/quantity.ts';
import type { Form } from './form.ts';

/** A lump sum; with `of` at most what is left of those pots. */
export const sum: Form<SumParams> = {
  type: 'sum',
  role: 'pays',
  description: 'A lump sum; with `of` at most what is left of those pots.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sum'],
    properties: {
      sum: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY', better: 'higher', even: true },
      of: { $ref: '#/$defs/pots' },
    },
  },

  tree(params, context) {
    return { owed: halfUp(context.amount(params.sum)), of: params.of ?? null };
  },

  // Rounding keeps the order; what is left less a larger sum is less.
  dominates(older, newer) {
    return growsNoLess(older.figures.growth(older.params.sum), newer.figures.growth(newer.params.sum)) ? true : null;
  },

  // One sum, whatever the bill.
  steady: () => true,
};
