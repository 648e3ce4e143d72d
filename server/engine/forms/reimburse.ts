import { compareRatios, ONE, type Ratio, ZERO } from '../../domain/ratio.ts';
import { type StatedBase, statedBase } from '../../rulesets/bases.ts';
import type { ReimburseParams } from '../../rulesets/language.ts';
import type { Expression } from '../tree/expression.ts';
import {
  add,
  combine,
  fixed,
  floor,
  halfUp,
  max,
  min,
  positive,
  positiveQuantity,
  type Quantity,
  subtract,
  type Term,
  total,
  whole,
} from '../tree/quantity.ts';
import type { Band, Form, FormContext, FormFigures, FormTree, GrownCounter } from './form.ts';
import { ratesAreShares, ratesDominate } from './reimburse-rates.ts';

/**
 * A share of what is left of the bill above a deductible: one ratio, marginal bands, or parts at ratios of their own.
 * Rounded half up once, over the whole sum.
 */
export const reimburse: Form<ReimburseParams> = {
  type: 'reimburse',
  role: 'pays',
  description:
    'A share of what is left above a deductible: one ratio, marginal bands, or parts with ratios of their own.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['of'],
    properties: {
      of: { $ref: '#/$defs/pots' },
      deductible: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY', better: 'lower', even: true },
      ratio: {
        description: 'Without it the whole is paid.',
        $ref: 'language.schema.json#/$defs/figure',
        unit: 'share',
        better: 'higher',
      },
      bands: {
        description: 'A standard made of rows; what a figure changes, it changes in every band.',
        $ref: 'language.schema.json#/$defs/figure',
        unit: 'share',
        better: 'higher',
        shape: 'rows',
      },
      bandsFrom: { description: 'Where the bands count from; zero unless said.', enum: ['zero', 'deductible'] },
      year: {
        description: "Works on the year: the history's base of this layer or rule grows by what is left.",
        anyOf: [{ const: true }, { $ref: 'language.schema.json#/$defs/identifier' }],
      },
      per: {
        description:
          'Works on another period (event, quarter, householdYear, …), or by claim, where several rules share a base.',
        $ref: 'language.schema.json#/$defs/identifier',
      },
      base: {
        description: 'The layer or rule whose base it shares.',
        $ref: 'language.schema.json#/$defs/identifier',
      },
      deductiblePer: {
        description:
          'claim: the deductible is taken from each claim, and the base of the period is what lies above it.',
        const: 'claim',
      },
      deductiblesAtMost: {
        description: 'So much the deductibles of the period take together, at most.',
        $ref: 'language.schema.json#/$defs/figure',
        unit: 'CNY',
        better: 'lower',
        even: true,
      },
      beyond: {
        description:
          'Works on the cost that this limit on payments before left without payment, in the place of what is left.',
        $ref: 'language.schema.json#/$defs/identifier',
      },
      parts: {
        description:
          'Money facts that are part of a pot, each with its own ratio; the deductible is used up on the rest first.',
        type: 'object',
        minProperties: 1,
        propertyNames: { $ref: '#/$defs/part' },
        additionalProperties: { $ref: 'language.schema.json#/$defs/figure', unit: 'share', better: 'higher' },
      },
    },
    dependentRequired: { base: ['per'], deductiblePer: ['deductible'], deductiblesAtMost: ['deductiblePer'] },
    not: {
      anyOf: [
        { required: ['ratio', 'bands'] },
        { required: ['parts', 'bands'] },
        { required: ['parts', 'year'] },
        { required: ['parts', 'per'] },
        { required: ['parts', 'deductiblePer'] },
        { required: ['year', 'per'] },
        { required: ['bandsFrom', 'deductiblePer'] },
        { required: ['beyond', 'year'] },
        { required: ['beyond', 'per'] },
        { required: ['beyond', 'parts'] },
      ],
    },
  },

  tree(params, context): FormTree {
    const x = params.beyond === undefined ? whole(context.left(params.of)) : beyond(params.beyond, params.of, context);
    const deductible = params.deductible === undefined ? fixed(ZERO) : total(context.amount(params.deductible));
    if (params.parts !== undefined) return { owed: halfUp(partTerms(params, context, x, deductible)), of: params.of };
    const bands = params.bands === undefined ? [single(params, context)] : context.bands(params.bands);
    const fromDeductible = params.bandsFrom === 'deductible';
    const stated = statedBase(params);
    if (stated !== null) return overPeriod(params, stated, context, bands, x, deductible);
    const portions = bandTerms(bands, deductible, fromDeductible, x);
    return { owed: halfUp(portions), of: params.of, portions };
  },

  dominates: ratesDominate,
  steady: ratesAreShares,
};

/** What the period owes with this claim, less what it owed before. */
function overPeriod(
  params: ReimburseParams,
  stated: StatedBase,
  context: FormContext,
  bands: readonly Band[],
  x: Quantity,
  deductible: Quantity,
): FormTree {
  const { of, deductiblePer, bandsFrom } = params;
  const { period, named: name } = stated;
  const before = whole(context.counter('base', period, name));
  const taken = deductiblePer === 'claim' ? takenOf(params, stated, context, x, deductible) : null;
  const counted = taken === null ? x : whole(taken.above);
  const after = combine(add, before, counted);
  const terms = bandTerms(bands, taken === null ? deductible : fixed(ZERO), bandsFrom === 'deductible', after, before);
  const portions = terms.filter(({ ratio }) => ratio.n !== 0n);
  const grows = taken === null ? {} : { grows: counted.of };
  const base = { kind: 'base', period, name, after: after.of, ...grows } as const;
  const counters = taken === null ? [base] : [base, ...taken.counters];
  return { owed: halfUp(portions), of, portions, counters };
}

/** What lies above the deductible of one claim, and what the deductibles of the period come to where they have a bound. */
interface Taken {
  readonly above: Expression;
  readonly counters: readonly GrownCounter[];
}

/** A deductible of whole fen, since a base is whole: a part of a fen is not taken. */
function takenOf(
  { deductiblesAtMost }: ReimburseParams,
  { period, named: name }: StatedBase,
  context: FormContext,
  x: Quantity,
  deductible: Quantity,
): Taken {
  const own = floor([{ ratio: ONE, of: deductible }]);
  if (deductiblesAtMost === undefined) return { above: positive(subtract(x.of, own)), counters: [] };
  const before = context.counter('deductible', period, name);
  const left = positive(subtract(floor(context.amount(deductiblesAtMost)), before));
  const most = min(own, left);
  const after = add(before, min(x.of, most));
  return { above: positive(subtract(x.of, most)), counters: [{ kind: 'deductible', period, name, after }] };
}

/** The cost of its pot that a limit has cut off. */
function beyond(limit: string, [pot]: readonly string[], context: FormContext): Quantity {
  return pot === undefined ? fixed(ZERO) : context.beyond(limit, pot);
}

/** One ratio as a band without end. */
function single(params: ReimburseParams, context: FormFigures): Band {
  return { from: ZERO, to: null, ratio: params.ratio === undefined ? ONE : context.plain(params.ratio) };
}

/** Σ ratio × what of x lies in the band; with `before`, less what of it lay there already. */
function bandTerms(
  bands: readonly Band[],
  deductible: Quantity,
  fromDeductible: boolean,
  x: Quantity,
  before?: Quantity,
): readonly Term[] {
  const lowest = fromDeductible ? fixed(ZERO) : deductible;
  const measured = (amount: Quantity) =>
    fromDeductible ? positiveQuantity(combine(subtract, amount, deductible)) : amount;
  return bands
    .filter(({ to }) => to === null || !isFrom(lowest, to))
    .map((band) => {
      const from = combine(max, fixed(band.from), lowest);
      const inside = (amount: Quantity) => within(measured(amount), from, band.to);
      return { ratio: band.ratio, of: before === undefined ? inside(x) : combine(subtract, inside(x), inside(before)) };
    });
}

/** Whether an amount is this or more whatever the claim. */
function isFrom({ of, per }: Quantity, least: Ratio): boolean {
  return of.op === 'constant' && compareRatios({ n: of.value, d: per }, least) >= 0;
}

/** max(0, min(x, to) − from). */
function within(x: Quantity, from: Quantity, to: Ratio | null): Quantity {
  return above(to === null ? x : combine(min, x, fixed(to)), from);
}

/** max(0, x − from). */
function above(x: Quantity, from: Quantity): Quantity {
  const isAll = from.of.op === 'constant' && from.of.value === 0n;
  return isAll ? x : positiveQuantity(combine(subtract, x, from));
}

function partTerms(params: ReimburseParams, context: FormContext, x: Quantity, deductible: Quantity): readonly Term[] {
  let rest = above(x, deductible);
  const terms: Term[] = [];
  for (const [part, figure] of Object.entries(params.parts ?? {})) {
    const taken = combine(min, whole(context.moneyFact(part)), rest);
    terms.push({ ratio: context.plain(figure), of: taken });
    rest = combine(subtract, rest, taken);
  }
  terms.push({ ratio: single(params, context).ratio, of: rest });
  return terms;
}
