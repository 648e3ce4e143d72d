import { compareRatios, maxRatio, minRatio, ONE, plus, type Ratio, ZERO } from '../../domain/ratio.ts';
import { statedBase } from '../../rulesets/bases.ts';
import type { ReimburseParams } from '../../rulesets/language.ts';
import { bounded, constantly, type Growth, growsNoLess } from '../growth.ts';
import type { FormReading } from './form.ts';

/** From `from` fen on, `rate` of every further fen is paid; rising. */
interface Stretch {
  readonly from: Ratio;
  readonly rate: Ratio;
}

/**
 * Whether a reimbursement pays no smaller part of any fen of the bill, or of the period. With rates between 0 and 1, what is
 * left less what is owed then falls as the rates rise and never falls as the bill grows; rounding half up keeps that order.
 */
export function ratesDominate(older: FormReading<ReimburseParams>, newer: FormReading<ReimburseParams>): true | null {
  const [before, after] = [older.params, newer.params];
  if (before.of.join() !== after.of.join() || !countAlike(before, after)) return null;
  // What a limit cuts off hangs on payments before, and not on what is left.
  if (before.beyond !== undefined || after.beyond !== undefined) return null;
  if (before.parts !== undefined || after.parts !== undefined) return partsDominate(older, newer);
  const apart =
    before.deductiblePer === 'claim' || [older, newer].some((reading) => !isConstant(deductibleOf(reading)));
  const [one, other] = [older, newer].map((reading) => ratesOf(reading, apart ? null : deductibleOf(reading)));
  if (one === undefined || other === undefined || ![...one, ...other].every(({ rate }) => isShare(rate))) return null;
  // What lies above the smaller deductible is more, and counts from the same base on.
  if (apart && !(isDeductibleNoLarger(older, newer) && isBoundNoLarger(older, newer))) return null;
  // Bands that begin at a smaller deductible are further on at every fen: no worse where they rise.
  if (apart && before.bandsFrom !== after.bandsFrom) return null;
  if (apart && after.bandsFrom === 'deductible' && !rises(other)) return null;
  const points = [...one, ...other].map(({ from }) => from);
  return points.every((at) => compareRatios(rateAt(other, at), rateAt(one, at)) >= 0) ? true : null;
}

function isDeductibleNoLarger(older: FormReading<ReimburseParams>, newer: FormReading<ReimburseParams>): boolean {
  return growsNoLess(deductibleOf(newer), deductibleOf(older));
}

/** Of what deductibles take in the period, by the same counter. */
function isBoundNoLarger(older: FormReading<ReimburseParams>, newer: FormReading<ReimburseParams>): boolean {
  const [before, after] = [older, newer].map(({ params, figures }) =>
    params.deductiblesAtMost === undefined ? null : figures.growth(params.deductiblesAtMost),
  );
  return !before || (!!after && growsNoLess(after, before));
}

function rises(rates: readonly Stretch[]): boolean {
  return rates.every(({ rate }, at) => at === 0 || compareRatios(rate, rates[at - 1]?.rate ?? ZERO) >= 0);
}

/** Whether both work on the same base, and take the deductible from the same. */
function countAlike(one: ReimburseParams, other: ReimburseParams): boolean {
  const [base, same] = [statedBase(one), statedBase(other)];
  return base?.period === same?.period && base?.named === same?.named && one.deductiblePer === other.deductiblePer;
}

/**
 * Whether of every fen of the bill, or of the period, between none and all is paid: then what is owed rises by a fen at most
 * with a fen more, rounding half up included, and so does what is left.
 */
export function ratesAreShares(reading: FormReading<ReimburseParams>): true | null {
  if (reading.params.beyond !== undefined) return null;
  if (reading.params.parts !== undefined) {
    const ratios = ratiosOf(reading);
    return ratios !== null && [...ratios.values()].every(isShare) ? true : null;
  }
  return ratesOf(reading, null).every(({ rate }) => isShare(rate)) ? true : null;
}

/** Parts come before the rest: where both have the same, each with its own ratio; else the worst of one against the best. */
function partsDominate(older: FormReading<ReimburseParams>, newer: FormReading<ReimburseParams>): true | null {
  const [before, after] = [ratiosOf(older), ratiosOf(newer)];
  if (before === null || after === null) return null;
  if (!isDeductibleNoLarger(older, newer)) return null;
  const same = [...before.keys()].join() === [...after.keys()].join();
  const [one, other] = [[...before.values()], [...after.values()]];
  if (![...one, ...other].every(isShare)) return null;
  const isBetter = same
    ? one.every((ratio, at) => compareRatios(other[at] ?? ZERO, ratio) >= 0)
    : compareRatios(other.reduce(minRatio), one.reduce(maxRatio)) >= 0;
  return isBetter ? true : null;
}

/** The ratio of each part and, under the empty name, of the rest; null where it works by bands. */
function ratiosOf({ params, figures }: FormReading<ReimburseParams>): ReadonlyMap<string, Ratio> | null {
  if (params.bands !== undefined || statedBase(params) !== null) return null;
  const parts = Object.entries(params.parts ?? {}).map(([part, figure]) => [part, figures.plain(figure)] as const);
  return new Map([...parts, ['', params.ratio === undefined ? ONE : figures.plain(params.ratio)]]);
}

function deductibleOf({ params, figures }: FormReading<ReimburseParams>): Growth {
  return params.deductible === undefined ? constantly(ZERO) : figures.growth(params.deductible);
}

function isConstant({ each }: Growth): boolean {
  return each.n === 0n;
}

/**
 * The part of each fen that is paid, from the first fen on; without a deductible where it is taken from each claim, or is not
 * the same for all claims of the profile.
 */
function ratesOf({ params, figures }: FormReading<ReimburseParams>, own: Growth | null): readonly Stretch[] {
  const deductible = own === null ? ZERO : bounded(own.fixed, own);
  if (params.bands === undefined) {
    const rate = params.ratio === undefined ? ONE : figures.plain(params.ratio);
    return stretches(deductible, [{ from: deductible, rate }]);
  }
  const moved = params.bandsFrom === 'deductible' ? deductible : ZERO;
  const bands = figures.bands(params.bands).map(({ from, ratio }) => ({ from: plus(from, moved), rate: ratio }));
  return stretches(deductible, bands);
}

/** Nothing below the deductible, then the bands, the one that it falls into from there on. */
function stretches(deductible: Ratio, bands: readonly Stretch[]): readonly Stretch[] {
  const raised = bands.map(({ from, rate }) => ({ from: maxRatio(from, deductible), rate }));
  return [{ from: ZERO, rate: ZERO }, ...raised];
}

/** The rate from a point on: of the stretches that have begun, the last. */
function rateAt(rates: readonly Stretch[], at: Ratio): Ratio {
  return rates.reduce((rate, one) => (compareRatios(one.from, at) <= 0 ? one.rate : rate), ZERO);
}

function isShare(rate: Ratio): boolean {
  return compareRatios(rate, ZERO) >= 0 && compareRatios(rate, ONE) <= 0;
}
