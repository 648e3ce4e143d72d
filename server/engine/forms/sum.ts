import { compareRatios, type Ratio } from '../../domain/ratio.ts';
import type { SumParams } from '../../rulesets/language.ts';
import { fixed, rounded } from '../tree/quantity.ts';
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
      sum: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY' },
      of: { $ref: '#/$defs/pots' },
    },
  },

  tree(params, context) {
    return { owed: rounded(fixed(context.money(params.sum))), of: params.of ?? null };
  },

  // Rounding keeps the order; what is left less a larger sum is less.
  dominates(older, newer) {
    const sums = [older, newer].map(({ params, figures }) => figures.money(params.sum)) as [Ratio, Ratio];
    return compareRatios(sums[1], sums[0]) >= 0 ? true : null;
  },

  // One sum, whatever the bill.
  steady: () => true,
};
