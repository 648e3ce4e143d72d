import { type Period, shared } from '../../domain/dates.ts';
import { labelOf } from '../../domain/label.ts';
import type { LayerDeclaration, RuleSet } from '../language.ts';
import { stepInto } from '../positions.ts';
import { inBoth } from '../words.ts';
import { type Complaint, wrong, wrongInNew } from './complaint.ts';

/** Every period begins before it ends, and what is insured is so on some day on which the text itself holds. */
export function* checkPeriods(
  effective: Period,
  products: RuleSet['products'],
  layers: readonly LayerDeclaration[] | undefined,
  added: string,
): Generator<Complaint> {
  yield* checkPeriod(effective, '/effective');
  for (const [id, { period }] of Object.entries(products ?? {}))
    yield* checkInsured(period, effective, `${stepInto(`${added}/products`, id)}/period`);
  for (const [index, { period }] of (layers ?? []).entries())
    yield* checkInsured(period, effective, `${added}/layers/${index}/period`);
}

function* checkPeriod(period: Period, pointer: string): Generator<Complaint> {
  const { from, to } = period;
  if (isBackwards(period)) yield wrong('periodBackwards', `${pointer}/to`, { from, to: to ?? '' });
}

/** The period of a product or a layer of its own: nothing is ever paid by one that has no day of the text's. */
function* checkInsured(period: Period | undefined, effective: Period, pointer: string): Generator<Complaint> {
  if (period === undefined) return;
  yield* checkPeriod(period, pointer);
  if (isBackwards(period) || isBackwards(effective) || shared(period, effective) !== null) return;
  const [own, text] = [period, effective].map(({ to }) => (to === undefined ? inBoth('periodOpen') : labelOf(to, to)));
  yield wrongInNew('periodNeverMet', pointer, {
    ...{ from: period.from, to: own ?? '' },
    ...{ textFrom: effective.from, textTo: text ?? '' },
  });
}

function isBackwards({ from, to }: Period): boolean {
  return to !== undefined && to < from;
}
