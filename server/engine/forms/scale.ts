import { compareRatios, type Ratio, times, ZERO } from '../../domain/ratio.ts';
import type { ScaleParams } from '../../rulesets/language.ts';
import { constant, fixed, halfUp } from '../tree/quantity.ts';
import type { Form, FormFigures, FormReading } from './form.ts';

/**
 * A sum times the share of the heaviest grade; grade 1 is the heaviest. With `equalHeaviest: oneUp` two or more equal
 * heaviest injuries count one grade up, at most grade 1 (JR/T 0083-2013).
 */
export const scale: Form<ScaleParams> = {
  type: 'scale',
  role: 'pays',
  description:
    'A sum times the share of the heaviest of several grades, 1 being the heaviest; with `of` at most what is left of those pots.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sum', 'shares', 'grades'],
    properties: {
      sum: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY', better: 'higher' },
      shares: { $ref: 'language.schema.json#/$defs/standardRef', unit: 'share', better: 'higher', shape: 'grades' },
      grades: { $ref: '#/$defs/numbers' },
      equalHeaviest: { enum: ['oneUp', 'same'] },
      of: { $ref: '#/$defs/pots' },
    },
  },

  tree(params, context) {
    const share = shareOf(params, context);
    if (share === null) return { owed: constant(0n), of: params.of ?? null };
    return { owed: halfUp([{ ratio: share, of: fixed(context.money(params.sum)) }]), of: params.of ?? null };
  },

  // For one profile the heaviest grade is given, and so the amount: a larger one is owed.
  dominates(older, newer) {
    const [before, after] = [amountOf(older), amountOf(newer)];
    return compareRatios(after, before) >= 0 ? true : null;
  },

  // What is owed is the same, whatever the bill.
  steady: () => true,
};

/** The share of the grade that counts; null without an injury, or where the standard has no such grade. */
function shareOf(params: ScaleParams, figures: FormFigures): Ratio | null {
  const [heaviest, second] = figures.smallest(params.grades);
  if (heaviest === undefined) return null;
  const grade = params.equalHeaviest === 'oneUp' && second === heaviest ? Math.max(1, heaviest - 1) : heaviest;
  return figures.shareByGrade(params.shares, String(grade), params.grades);
}

function amountOf({ params, figures }: FormReading<ScaleParams>): Ratio {
  const share = shareOf(params, figures);
  return share === null ? ZERO : times(share, figures.money(params.sum));
}
