import { compareRatios, type Ratio, ZERO } from '../../domain/ratio.ts';
import { CLAIM } from '../../rulesets/bases.ts';
import type { AllowanceParams, Figure } from '../../rulesets/language.ts';
import type { Expression } from '../tree/expression.ts';
import { add, fixed, floor, halfUp, min, positive, subtract, whole } from '../tree/quantity.ts';
import type { Form, FormFigures, FormReading } from './form.ts';

/** A rate for each day or other unit beyond the first of a claim, up to a number of them a claim and in the period. */
export const allowance: Form<AllowanceParams> = {
  type: 'allowance',
  role: 'pays',
  description:
    'A rate for each day or other unit, without the first of each claim, up to a number of them a claim and in a period; with `of` at most what is left of those pots.',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['rate', 'count'],
    dependentRequired: { atMost: ['per'] },
    properties: {
      rate: { $ref: 'language.schema.json#/$defs/figure', unit: 'CNY', better: 'higher' },
      count: { $ref: '#/$defs/number' },
      deductible: { $ref: 'language.schema.json#/$defs/figure', unit: 'count', better: 'lower' },
      perClaim: { $ref: 'language.schema.json#/$defs/figure', unit: 'count', better: 'higher' },
      atMost: {
        $ref: 'language.schema.json#/$defs/figure',
        unit: 'count',
        better: 'higher',
        complaint: { required: 'oneAtMost' },
      },
      per: { $ref: 'language.schema.json#/$defs/identifier' },
      of: { $ref: '#/$defs/pots' },
    },
  },

  tree(params, context) {
    const rate = context.money(params.rate);
    const given = context.count(params.count);
    const kept = params.deductible;
    const open = kept === undefined ? given : positive(subtract(given, wholeUnits(kept, context)));
    const count = capsOfClaim(params).reduce((most, cap) => min(most, wholeUnits(cap, context)), open);
    const period = periodOf(params);
    if (params.atMost === undefined || period === CLAIM)
      return { owed: halfUp([{ ratio: rate, of: whole(count) }]), of: params.of ?? null };
    const used = context.counter('count', period, null);
    const left = subtract(wholeUnits(params.atMost, context), used);
    const counted = positive(min(count, left));
    return {
      owed: halfUp([{ ratio: rate, of: whole(counted) }]),
      of: params.of ?? null,
      counters: [{ kind: 'count', period, name: null, after: add(used, counted) }],
    };
  },

  // More for each of no fewer units, counted alike.
  dominates(older, newer) {
    const [before, after] = [older.params, newer.params];
    if (before.count !== after.count || compareRatios(keptBack(newer), keptBack(older)) > 0) return null;
    if (!isAtLeast(capOfClaim(newer), capOfClaim(older))) return null;
    if (after.atMost !== undefined && periodOf(after) !== CLAIM) {
      if (before.atMost === undefined || periodOf(before) !== periodOf(after)) return null;
      if (compareRatios(newer.figures.plain(after.atMost), older.figures.plain(before.atMost)) < 0) return null;
    }
    return compareRatios(newer.figures.money(after.rate), older.figures.money(before.rate)) >= 0 ? true : null;
  },

  // What is owed is the same, whatever the bill.
  steady: () => true,
};

function periodOf({ per }: AllowanceParams): string {
  return per ?? CLAIM;
}

/** A number of units; a part of one is none. */
function wholeUnits(figure: Figure, figures: Pick<FormFigures, 'plain'>): Expression {
  return floor([{ ratio: { n: 1n, d: 1n }, of: fixed(figures.plain(figure)) }]);
}

/** What bounds the units of one claim, whatever came before it. */
function capsOfClaim(params: AllowanceParams): readonly Figure[] {
  const { perClaim, atMost } = params;
  return [perClaim, periodOf(params) === CLAIM ? atMost : undefined].filter((cap) => cap !== undefined);
}

/** The smallest of them; null where there is none. */
function capOfClaim({ params, figures }: FormReading<AllowanceParams>): Ratio | null {
  const caps = capsOfClaim(params).map((cap) => figures.plain(cap));
  return caps.toSorted(compareRatios)[0] ?? null;
}

/** How many units of a claim are not paid. */
function keptBack({ params, figures }: FormReading<AllowanceParams>): Ratio {
  return params.deductible === undefined ? ZERO : figures.plain(params.deductible);
}

/** Of two caps; null is none. */
function isAtLeast(one: Ratio | null, other: Ratio | null): boolean {
  return one === null || (other !== null && compareRatios(one, other) >= 0);
}
