import type { ScaleParams } from '../../rulesets/language.ts';
import { constant, fixed, halfUp } from '../tree/quantity.ts';
import type { Form } from './form.ts';

/**
 * A sum times the share of the heaviest grade; grade 1 is the heaviest. With `equalHeaviest: oneUp` two or more equal
 * heaviest injuries count one grade up, at most grade 1 (JR/T 0083-2013).
 */
export const scale: Form<ScaleParams> = {
  type: 'scale',
  role: 'pays',
  description: 'A sum times the share of the heaviest of several grades; 1 is the heaviest.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sum', 'shares', 'grades'],
    properties: {
      sum: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY' },
      shares: { $ref: 'language.schema.json#/$defs/standardRef', unit: 'share', shape: 'grades' },
      grades: { $ref: '#/$defs/numbers' },
      equalHeaviest: { enum: ['oneUp', 'same'] },
    },
  },

  tree(params, context) {
    const [heaviest, second] = context.smallest(params.grades);
    if (heaviest === undefined) return { owed: constant(0n), of: null };
    const grade = params.equalHeaviest === 'oneUp' && second === heaviest ? Math.max(1, heaviest - 1) : heaviest;
    const share = context.shareByGrade(params.shares, String(grade), params.grades);
    if (share === null) return { owed: constant(0n), of: null };
    const owed = halfUp([{ ratio: share, of: fixed(context.money(params.sum)) }]);
    return { owed, of: null };
  },
};
