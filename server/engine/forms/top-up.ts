import { compareRatios } from '../../domain/ratio.ts';
import type { TopUpParams } from '../../rulesets/language.ts';
import { ceiling, constant, floor, positive, subtract, whole } from '../tree/quantity.ts';
import type { Form, FormReading } from './form.ts';

/** Pays what is left down to a share of the cost: to the largest whole fen strictly `below` it, or to `atMost` it. */
export const topUp: Form<TopUpParams> = {
  type: 'topUp',
  role: 'pays',
  description: 'Pays what is left down to a share of the cost: strictly below it, or at most it.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['of'],
    properties: {
      of: { $ref: '#/$defs/pots' },
      below: { $ref: 'language.schema.json#/$defs/figure', unit: 'share' },
      atMost: { $ref: 'language.schema.json#/$defs/figure', unit: 'share' },
    },
    oneOf: [{ required: ['below'] }, { required: ['atMost'] }],
  },

  tree(params, context) {
    const cost = whole(context.cost(params.of));
    const kept =
      params.below !== undefined
        ? positive(subtract(ceiling([{ ratio: context.plain(params.below), of: cost }]), constant(1n)))
        : floor([{ ratio: context.plain(params.atMost ?? ''), of: cost }]);
    return { owed: positive(subtract(context.left(params.of), kept)), of: params.of };
  },

  // It leaves min(left, kept); of the same cost, a smaller share is kept. Strictly below a share never keeps more than at most it.
  dominates(older, newer) {
    const [before, after] = [older.params, newer.params];
    if (before.of.join() !== after.of.join()) return null;
    if (before.below !== undefined && after.atMost !== undefined) return null;
    const share = ({ params, figures }: FormReading<TopUpParams>) => figures.plain(params.below ?? params.atMost ?? '');
    return compareRatios(share(newer), share(older)) <= 0 ? true : null;
  },
};
