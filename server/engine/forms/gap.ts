import { ONE, times } from '../../domain/ratio.ts';
import type { GapParams } from '../../rulesets/language.ts';
import { combine, fixed, halfUp, positiveQuantity, subtract, whole } from '../tree/quantity.ts';
import type { Form } from './form.ts';

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
};
