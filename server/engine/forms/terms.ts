import type { TermsParams } from '../../rulesets/language.ts';
import { constant } from '../tree/quantity.ts';
import type { Form } from './form.ts';

/**
 * Gives layers their terms, the least of `full > ordinary > settled > none` over the rules that fire. It pays nothing
 * itself; the chain reads the terms before any layer pays.
 */
export const terms: Form<TermsParams> = {
  type: 'terms',
  role: 'bounds',
  description: 'Gives layers their terms: the least of full, ordinary, settled, none over the rules that fire.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['terms'],
    properties: { terms: { $ref: 'language.schema.json#/$defs/standardRef', unit: 'terms' } },
  },

  tree() {
    return { owed: constant(0n), of: null };
  },

  // It pays nothing; what terms do to a layer is part of the profile.
  dominates: () => true,
  steady: () => true,
};
