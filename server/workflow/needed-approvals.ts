import type { CalendarDate, Period } from '../domain/dates.ts';
import type { Approval, ApprovingRole, Draft } from './draft.ts';
import { closedGates, PROOF } from './gate.ts';

/**
 * Why the city is asked as well; `notProved`: it is not proved that nobody is worse off than under the city's floor, and the
 * city has to say why it may apply all the same.
 */
export type NeedReason = 'adviceLeft' | 'waiver' | 'startsInPast' | 'notProved';

/** An approval that a submission needs. */
export interface Need {
  readonly as: ApprovingRole;
  /** Empty where it is always needed. */
  readonly because: readonly NeedReason[];
}

/** What decides which approvals a text needs. */
export interface Weight {
  readonly kind: 'RuleSet' | 'Override';
  /** Standards that the city only advises on and that go the other way. */
  readonly adviceLeft: readonly string[];
  /** Products that are waived. */
  readonly waivers: readonly string[];
}

/**
 * Which approvals a text needs by what it says: a county's that of one of its reviewers, and the city's where it goes against
 * advice or waives a product; a city's that of a reviewer of the city. What depends on the day is for {@link neededOn}.
 */
export function neededApprovals({ kind, adviceLeft, waivers }: Weight): readonly Need[] {
  if (kind === 'RuleSet') return [{ as: 'cityReviewer', because: [] }];
  const because: NeedReason[] = [];
  if (adviceLeft.length > 0) because.push('adviceLeft');
  if (waivers.length > 0) because.push('waiver');
  const county: Need = { as: 'countyReviewer', because: [] };
  return because.length === 0 ? [county] : [county, { as: 'cityReviewer', because }];
}

/**
 * The same on a day: a county's period that has begun by then changes what was settled already, which the city has to see. A
 * text submitted before its first day and published after it needs the city too.
 */
export function neededOn(needs: readonly Need[], effective: Period, today: CalendarDate): readonly Need[] {
  if (effective.from >= today) return needs;
  const city = needs.find((need) => need.as === 'cityReviewer');
  return city !== undefined && needs.length === 1 ? needs : withCity(needs, 'startsInPast');
}

/** The approvals that a draft's submission needs on a day, all things considered; none where nothing is submitted. */
export function neededFor({ submission, gates }: Reviewed, today: CalendarDate): readonly Need[] {
  return submission === null ? [] : neededOn(neededForProof({ submission, gates }), submission.effective, today);
}

/**
 * Those that it needs whatever the day: by what its text says, and the city's where a proof on one of its grounds is refuted,
 * undecided, or – as of what was submitted before there were proofs – not there.
 */
export function neededForProof({ submission, gates }: Reviewed): readonly Need[] {
  if (submission === null) return [];
  const bases = [...new Set(submission.bases.map(({ digest }) => digest))];
  const isProved = closedGates(gates, [PROOF], submission.documentDigest, bases).length === 0;
  return isProved ? submission.needs : withCity(submission.needs, 'notProved');
}

/** What decides which approvals are needed of a draft. */
type Reviewed = Pick<Draft, 'submission' | 'gates'>;

function withCity(needs: readonly Need[], reason: NeedReason): readonly Need[] {
  const city = needs.find((need) => need.as === 'cityReviewer');
  if (city === undefined) return [...needs, { as: 'cityReviewer', because: [reason] }];
  return needs.map((need) => (need === city ? { ...need, because: [...need.because, reason] } : need));
}

/** Whether whoever gives an approval has to say why. */
export function needsReason({ because }: Need): boolean {
  return because.includes('notProved');
}

/** Those approvals that nobody has given yet to a document; one that overrides a proof counts with its reason alone. */
export function missingApprovals(
  needs: readonly Need[],
  approvals: readonly Approval[],
  digest: string,
): readonly Need[] {
  return needs.filter(
    (need) =>
      !approvals.some(
        ({ as, digest: of, reason }) => as === need.as && of === digest && (reason !== undefined || !needsReason(need)),
      ),
  );
}
