import type { Finding } from '../../domain/finding.ts';
import { inForceWithin } from '../../rulesets/ground.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import type { Draft } from '../../workflow/draft.ts';
import { closedGates, PROOF } from '../../workflow/gate.ts';
import type { Submission } from '../../workflow/submission.ts';
import type { Place } from '../named-rules.ts';
import { gateNames } from './gates/index.ts';

/**
 * Whether what was reviewed still stands on the ground that it was reviewed on: on texts of the city that every gate has
 * passed it for – or that the city knew of when it approved it without a proof –, and in the place of the jurisdiction's own
 * versions that its changes were told against. Only digests are looked at, so that it takes no time.
 * @returns `groundMoved`; null where it does
 */
export function groundMoved(
  records: readonly PublicationRecord[],
  { city, own }: Place,
  submission: Submission,
  { gates, approvals }: Pick<Draft, 'gates' | 'approvals'>,
): Finding | null {
  const { documentDigest, effective } = submission;
  const bases = own === null ? [null] : digestsOf(records, city, submission);
  const known = new Set(submission.bases.map(({ digest }) => digest));
  const closed = [
    ...closedGates(gates, gateNames, documentDigest, bases),
    ...(own === null
      ? []
      : closedGates(gates, [PROOF], documentDigest, bases).filter(({ baseDigest }) => {
          return !(isOverridden(approvals, documentDigest) && known.has(baseDigest ?? ''));
        })),
  ][0];
  if (closed !== undefined || bases.length === 0) return moved(closed?.gate ?? '', closed?.baseDigest ?? '');
  const inPlace = inForceWithin(records, own ?? city, effective).map(({ record }) => record.digest);
  const before = submission.inPlace.map(({ digest }) => digest);
  return inPlace.join() === before.join() ? null : moved('', inPlace.find((digest) => !before.includes(digest)) ?? '');
}

/** Whether the city approved it saying why, which it has to where there is no proof. */
function isOverridden(approvals: Draft['approvals'], digest: string): boolean {
  return approvals.some((one) => one.as === 'cityReviewer' && one.digest === digest && one.reason !== undefined);
}

function digestsOf(records: readonly PublicationRecord[], city: readonly string[], { effective }: Submission) {
  return [...new Set(inForceWithin(records, city, effective).map(({ record }) => record.digest))];
}

function moved(gate: string, digest: string): Finding {
  return { code: 'groundMoved', severity: 'error', args: { gate, digest } };
}
