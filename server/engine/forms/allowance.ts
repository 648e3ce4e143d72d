import { compareRatios } from '../../domain/ratio.ts';
import type { AllowanceParams } from '../../rulesets/language.ts';
import { add, fixed, floor, halfUp, min, positive, subtract, whole } from '../tree/quantity.ts';
import type { Form } from './form.ts';

/** A rate for each day or other unit, up to what is left of a number of them in the period. */
export const allowance: Form<AllowanceParams> = {
  type: 'allowance',
  role: 'pays',
  description: 'A rate for each day or other unit, up to a number of them in a period.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['rate', 'count'],
    dependentRequired: { atMost: ['per'] },
    properties: {
      rate: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY' },
      count: { $ref: '#/$defs/number' },
      atMost: { $ref: 'language.schema.json#/$defs/figure', unit: 'count', complaint: { required: 'oneAtMost' } },
      per: { $ref: 'language.schema.json#/$defs/identifier' },
    },
  },

  tree(params, context) {
    const rate = context.money(params.rate);
    const count = context.count(params.count);
    if (params.atMost === undefined) return { owed: halfUp([{ ratio: rate, of: whole(count) }]), of: null };
    const most = floor([{ ratio: { n: 1n, d: 1n }, of: fixed(context.plain(params.atMost)) }]);
    const period = params.per ?? 'claim';
    if (period === 'claim') return { owed: halfUp([{ ratio: rate, of: whole(positive(min(count, most))) }]), of: null };
    const used = context.counter('count', period, null);
    const counted = positive(min(count, subtract(most, used)));
    return {
      owed: halfUp([{ ratio: rate, of: whole(counted) }]),
      of: null,
      counter: { kind: 'count', period, name: null, after: add(used, counted) },
    };
  },

  // More for each of no fewer units, counted alike.
  dominates(older, newer) {
    const [before, after] = [older.params, newer.params];
    if (before.count !== after.count) return null;
    if (after.atMost !== undefined) {
      if (before.atMost === undefined || (before.per ?? 'claim') !== (after.per ?? 'claim')) return null;
      if (compareRatios(newer.figures.plain(after.atMost), older.figures.plain(before.atMost)) < 0) return null;
    }
    return compareRatios(newer.figures.money(after.rate), older.figures.money(before.rate)) >= 0 ? true : null;
  },

  // It draws from no pot.
  steady: () => true,
};
