import { compareRatios } from '../../domain/ratio.ts';
import type { SumParams } from '../../rulesets/language.ts';
import type { Growing } from '../figures.ts';
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
      sum: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY', even: true },
      of: { $ref: '#/$defs/pots' },
    },
  },

  tree(params, context) {
    return { owed: halfUp(context.amount(params.sum)), of: params.of ?? null };
  },

  // Both grow with one number, or the solver is asked. Rounding keeps the order; what is left less a larger sum is less.
  dominates(older, newer) {
    const [before, after] = [older, newer].map(({ params, figures }) => figures.growth(params.sum)) as [
      Growing,
      Growing,
    ];
    const isNoLess = (part: keyof Growing) => compareRatios(after[part], before[part]) >= 0;
    return isNoLess('fixed') && isNoLess('each') ? true : null;
  },

  // One sum, whatever the bill.
  steady: () => true,
};
