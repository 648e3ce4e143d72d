import { exactlyRead } from '../../engine/dimensions.ts';
import type { EffectiveRuleSet, Fact, FactKind } from '../../rulesets/effective-rule-set.ts';
import { factsOfEach } from '../../rulesets/figure.ts';
import type { Figure } from '../../rulesets/language.ts';
import { numbersIn } from '../../rulesets/standard-at.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';

/** How far numbers are tried one by one that a figure is counted by. */
export interface Counted {
  readonly fact: string;
  readonly upTo: number;
  /** In steps of the last of so many decimals. */
  readonly places: number;
  /** Whether no claim can tell by a larger one. */
  readonly all: boolean;
}

/** Up to where they are tried where there is no end to them, or one too far. */
const TRIED = 30;

/** The same of numbers with decimals, beside those where something begins or ends: there is no trying all that lie between. */
const DECIMALS_TRIED = 2;

/** So many are tried where they are all. */
const MOST_TRIED = 400;

/** How far a number that is read as it is has to be tried. */
export function countedUpTo(shared: SharedClaim, fact: Fact): Counted {
  return fact.type.kind === 'decimal' ? decimalsUpTo(fact.id, fact.type) : wholeUpTo(shared, fact);
}

/** To the end of the declaration, where that is near enough. */
function decimalsUpTo(fact: string, { places, atLeast, atMost }: FactKind & { readonly kind: 'decimal' }): Counted {
  const all = atMost !== null && (atMost - (atLeast ?? 0)) * 10 ** places <= MOST_TRIED;
  return {
    fact,
    upTo: all ? atMost : Math.min(DECIMALS_TRIED, atMost ?? DECIMALS_TRIED),
    places: all ? places : 0,
    all,
  };
}

/**
 * How far a whole number that is read as it is has to be tried: to the end of its declaration, or to where a figure that falls with
 * each of it has come to 0 for good; short of that where either is too far.
 */
function wholeUpTo(shared: SharedClaim, { id, type }: Fact): Counted {
  const isBounded = type.kind === 'integer' || type.kind === 'daysBetween';
  const declared = isBounded ? (type.atMost ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const end = Math.min(declared, fallenAt(shared, id));
  const all = end <= MOST_TRIED;
  return { fact: id, upTo: all ? end : TRIED, places: 0, all };
}

/** From where on every figure that counts a fact is 0 under either rule set; infinite where one is not, or something else reads it. */
function fallenAt({ sides, facts }: SharedClaim, id: string): number {
  const standsIn = [...facts.values()].some(({ from, to }) => isStandInOf(from, id) || isStandInOf(to, id));
  if (standsIn) return Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { ruleSet, claimType } of [sides.from, sides.to]) {
    if (claimType.rules.some(({ event }) => exactlyRead(event, claimType.facts).includes(id)))
      return Number.POSITIVE_INFINITY;
    const read: unknown = [claimType.rules.map(({ event }) => event.params), claimType.limits, ruleSet.costs];
    for (const figure of figuresBy(id, read)) end = Math.max(end, fallen(ruleSet, figure));
  }
  return end;
}

const isStandInOf = (fact: Fact, id: string): boolean => fact.default.kind === 'by' && fact.default.fact === id;

/** Every figure in rules, limits and costs that counts a fact. */
function* figuresBy(id: string, value: unknown): Generator<Exclude<Figure, string>> {
  if (typeof value !== 'object' || value === null) return;
  if ('amount' in value && 'each' in value && factsOfEach(value.each).includes(id))
    yield value as Exclude<Figure, string>;
  for (const part of Object.values(value)) yield* figuresBy(id, part);
}

/**
 * max(0, amount × times ÷ dividedBy + plus − less × n) is 0 from (amount × times ÷ dividedBy + plus) ÷ less on, by the largest and
 * the smallest there are; bounds of the figure only end its change sooner.
 */
function fallen(ruleSet: EffectiveRuleSet, figure: Exclude<Figure, string>): number {
  const numbers = (reference: string | undefined, otherwise: number): readonly number[] =>
    reference === undefined ? [otherwise] : numbersIn(ruleSet.standards.get(reference.slice(1))?.value ?? []);
  const largest = (all: readonly number[]) => Math.max(0, ...all);
  const divisors = numbers(figure.dividedBy, 1).filter((one) => one > 0);
  const steps = numbers(figure.less, 0).filter((one) => one > 0);
  const signed = [figure.amount, figure.times, figure.less].flatMap((part) => numbers(part, 0));
  // Where others are counted with it there is no telling how much one of it takes off.
  const isAlone = factsOfEach(figure.each).length === 1;
  if (!isAlone || figure.less === undefined || signed.some((one) => one < 0)) return Number.POSITIVE_INFINITY;
  if (steps.length === 0) return 0;
  const most =
    (largest(numbers(figure.amount, 0)) * largest(numbers(figure.times, 1))) / Math.min(1, ...divisors) +
    largest(numbers(figure.plus, 0));
  return Math.ceil(most / Math.min(...steps)) + 1;
}
