import type { Session } from '../../shell/pages.tsx';

/** Whether somebody is an editor of any place. */
export function mayWrite(session: Session): boolean {
  return (session?.grants ?? []).some(({ role }) => role === 'countyEditor' || role === 'cityEditor');
}

/** Whether somebody is a reviewer of any place. */
export function mayReview(session: Session): boolean {
  return (session?.grants ?? []).some(({ role }) => role === 'countyReviewer' || role === 'cityReviewer');
}

/** Whether somebody is an editor of a county; the service alone decides, this only spares them what it would refuse. */
export function mayWriteIn(session: Session, jurisdiction: string): boolean {
  return (session?.grants ?? []).some(
    ({ role, jurisdiction: own }) => (role === 'countyEditor' || role === 'cityEditor') && own === jurisdiction,
  );
}

/** Whether somebody may read drafts at all: a visitor and an administrator may not. */
export function mayReadDrafts(session: Session): boolean {
  return (session?.grants ?? []).some(({ role }) => role !== 'administrator');
}

/** The county that somebody works for; null for who works for none, or several. */
export function ownCounty(session: Session): string | null {
  const counties = new Set(
    (session?.grants ?? []).filter(({ role }) => role.startsWith('county')).map(({ jurisdiction }) => jurisdiction),
  );
  const [only] = counties;
  return counties.size === 1 && only != null ? only : null;
}
