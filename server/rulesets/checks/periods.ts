import type { Period } from '../../domain/dates.ts';
import type { LayerDeclaration, RuleSet } from '../language.ts';
import { stepInto } from '../positions.ts';
import { type Complaint, wrong } from './complaint.ts';

/** Every period begins before it ends. */
export function* checkPeriods(
  effective: Period,
  products: RuleSet['products'],
  layers: readonly LayerDeclaration[] | undefined,
  added: string,
): Generator<Complaint> {
  yield* checkPeriod(effective, '/effective');
  for (const [id, { period }] of Object.entries(products ?? {})) {
    if (period !== undefined) yield* checkPeriod(period, `${stepInto(`${added}/products`, id)}/period`);
  }
  for (const [index, { period }] of (layers ?? []).entries()) {
    if (period !== undefined) yield* checkPeriod(period, `${added}/layers/${index}/period`);
  }
}

function* checkPeriod({ from, to }: Period, pointer: string): Generator<Complaint> {
  if (to !== undefined && to < from) yield wrong('periodBackwards', `${pointer}/to`, { from, to });
}
