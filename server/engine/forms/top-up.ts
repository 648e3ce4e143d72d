import { compareRatios, ONE, type Ratio, ZERO } from '../../domain/ratio.ts';
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
      below: { $ref: 'language.schema.json#/$defs/figure', unit: 'share', better: 'lower' },
      atMost: { $ref: 'language.schema.json#/$defs/figure', unit: 'share', better: 'lower' },
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
    return compareRatios(shareOf(newer), shareOf(older)) <= 0 ? true : null;
  },

  // It leaves min(left, kept), and of a share of the cost no more is kept than the cost grows by.
  steady(reading) {
    const share = shareOf(reading);
    return compareRatios(share, ZERO) >= 0 && compareRatios(share, ONE) <= 0 ? true : null;
  },
};

function shareOf({ params, figures }: FormReading<TopUpParams>): Ratio {
  return figures.plain(params.below ?? params.atMost ?? '');
}
