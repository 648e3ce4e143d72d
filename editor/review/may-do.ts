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

/** What somebody may do about a submission. */
export interface MayDo {
  /** Null where they may approve it. */
  readonly whyNotApprove: WhyNot | null;
  /** Whether their approval overrides a proof, and has to say why. */
  readonly override: boolean;
  readonly sendBack: boolean;
  readonly publish: boolean;
}

/**
 * What whoever is signed in may do about a submission.
 * @param city the code of the place's city, of a city its own
 */
export function mayDo(draft: ReviewedDraft, session: Session, city: string): MayDo {
  const why = whyNotApprove(draft, session, city);
  return {
    whyNotApprove: why,
    override: why === null && needsReason(draft, session, city),
    sendBack: mayReturn(draft, session, city),
    publish: mayPublish(draft, session),
  };
}

/**
 * Why whoever is signed in may not approve a submission; null where they may. It only tells beforehand what the service
 * would answer, which alone decides.
 * @param city the code of the place's city, of a city its own
 */
function whyNotApprove(draft: ReviewedDraft, session: Session, city: string): WhyNot | null {
  const { submission } = draft;
  // What was approved may need the city after all, once its day or the gate of its proof has come.
  const isWaiting = draft.state === 'submitted' || (draft.state === 'approved' && submission?.missing.length !== 0);
  if (submission === null || !isWaiting) return 'notWaiting';
  if (session === null) return 'noReviewer';
  if (draft.writers.includes(session.staffNumber)) return 'wrote';
  const roles = rolesOf(draft, session, city);
  if (roles === null) return 'noReviewer';
  if (roles.length === 0) return 'elsewhere';
  if (submission.missing.some(({ as }) => roles.includes(as))) return null;
  if (draft.approvals.some(({ by }) => by === session.staffNumber)) return 'alreadyGiven';
  return roles.includes('cityReviewer') ? 'cityNotAsked' : 'needsCity';
}

/** Whether the approval that whoever is signed in would give overrides a proof, and has to say why. */
function needsReason(draft: ReviewedDraft, session: Session, city: string): boolean {
  const roles = (session === null ? null : rolesOf(draft, session, city)) ?? [];
  // The county's comes first, of who may give both.
  const need = draft.submission?.missing.find(({ as }) => roles.includes(as));
  return need?.because.includes('notProved') === true;
}

/** The reviewing roles that somebody has in a draft's place; null where they review nowhere. */
function rolesOf(draft: ReviewedDraft, { grants }: NonNullable<Session>, city: string) {
  const reviewing = grants.filter(({ role }) => role === 'countyReviewer' || role === 'cityReviewer');
  if (reviewing.length === 0) return null;
  return reviewing
    .filter(({ role, jurisdiction }) => jurisdiction === (role === 'cityReviewer' ? city : draft.jurisdiction))
    .map(({ role }) => role);
}

/** Whether whoever is signed in may send a submission back, approved or not: so a decision can be taken back until it is published. */
function mayReturn(draft: ReviewedDraft, session: Session, city: string): boolean {
  return (
    session !== null &&
    (draft.state === 'submitted' || draft.state === 'approved') &&
    !draft.writers.includes(session.staffNumber) &&
    (rolesOf(draft, session, city) ?? []).length > 0
  );
}

/** Whether whoever is signed in may publish an approved draft. */
function mayPublish(draft: ReviewedDraft, session: Session): boolean {
  const role = draft.kind === 'RuleSet' ? 'cityReviewer' : 'countyReviewer';
  return (
    session !== null &&
    draft.state === 'approved' &&
    draft.submission?.missing.length === 0 &&
    !draft.writers.includes(session.staffNumber) &&
    session.grants.some((held) => held.role === role && held.jurisdiction === draft.jurisdiction)
  );
}
