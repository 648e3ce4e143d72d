import type { ReviewedDraft } from '../api/reviews.ts';
import type { Session } from '../shell/pages.tsx';

/** Why somebody may not approve: a word of these pages. */
export type WhyNot =
  | 'wrote'
  | 'noReviewer'
  | 'elsewhere'
  | 'needsCity'
  | 'alreadyGiven'
  | 'cityNotAsked'
  | 'notWaiting';

/**
 * Why whoever is signed in may not approve a submission; null where they may. It only tells beforehand what the service
 * would answer, which alone decides.
 * @param city the code of the place's city, of a city its own
 */
export function whyNotApprove(draft: ReviewedDraft, session: Session, city: string): WhyNot | null {
  if (draft.submission === null || draft.state !== 'submitted') return 'notWaiting';
  if (session === null) return 'noReviewer';
  if (draft.writers.includes(session.staffNumber)) return 'wrote';
  const reviewing = session.grants.filter(({ role }) => role === 'countyReviewer' || role === 'cityReviewer');
  if (reviewing.length === 0) return 'noReviewer';
  const roles = reviewing
    .filter(({ role, jurisdiction }) => jurisdiction === (role === 'cityReviewer' ? city : draft.jurisdiction))
    .map(({ role }) => role);
  if (roles.length === 0) return 'elsewhere';
  if (draft.submission.missing.some(({ as }) => roles.includes(as))) return null;
  if (draft.approvals.some(({ by }) => by === session.staffNumber)) return 'alreadyGiven';
  return roles.includes('cityReviewer') ? 'cityNotAsked' : 'needsCity';
}

/** Whether whoever is signed in may publish an approved draft. */
export function mayPublish(draft: ReviewedDraft, session: Session): boolean {
  const role = draft.kind === 'RuleSet' ? 'cityReviewer' : 'countyReviewer';
  return (
    session !== null &&
    draft.state === 'approved' &&
    !draft.writers.includes(session.staffNumber) &&
    session.grants.some((held) => held.role === role && held.jurisdiction === draft.jurisdiction)
  );
}
