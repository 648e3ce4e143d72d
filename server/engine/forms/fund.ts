import type { FundParams } from '../../rulesets/language.ts';
import { constant, halfUp, positive, subtract, sum } from '../tree/quantity.ts';
import type { Form } from './form.ts';

/**
 * A premium for each insured, split over who brings it: fixed shares, and the rest, not below 0; what the shares exceed
 * the premium by is unspent. Pays nobody.
 */
export const fund: Form<FundParams> = {
  type: 'fund',
  role: 'funds',
  description: 'A premium for each insured, split into shares and a rest; pays nobody.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['count', 'premium', 'shares', 'rest'],
    properties: {
      count: { $ref: '#/$defs/quantity' },
      premium: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY' },
      shares: {
        type: 'object',
        propertyNames: { $ref: 'language.schema.json#/$defs/identifier' },
        additionalProperties: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY' },
      },
      rest: { description: 'Who brings what the shares leave.', $ref: 'language.schema.json#/$defs/identifier' },
      carriedOver: {
        description: 'A money fact: what earlier years or other products left for this one; it comes out of the rest.',
        $ref: '#/$defs/amount',
      },
    },
  },

  tree(params, context) {
    const count = context.quantity(params.count);
    const premium = halfUp([{ ratio: context.money(params.premium), of: count }]);
    const shares = Object.entries(params.shares).map(([name, figure]) => ({
      name,
      amount: halfUp([{ ratio: context.money(figure), of: count }]),
    }));
    if (params.carriedOver !== undefined) {
      shares.push({ name: 'carriedOver', amount: context.moneyFact(params.carriedOver) });
    }
    const brought = sum(shares.map(({ amount }) => amount));
    return {
      owed: constant(0n),
      of: null,
      funding: [
        { name: 'premium', amount: premium },
        ...shares,
        { name: params.rest, amount: positive(subtract(premium, brought)) },
        { name: 'unspent', amount: positive(subtract(brought, premium)) },
      ],
    };
  },

  // It pays nobody, whoever brings the premium.
  dominates: () => true,
  steady: () => true,
};
