import type { ChangeClass } from './diff/change.ts';

/** The number of a jurisdiction's first publication. */
const FIRST = '1.0.0';

/**
 * The version number that a publication gets: nobody chooses it. Where anything is worse for claimants, mixed or cannot be
 * told, the first part rises; where all that changed is better, the second; where no settlement hangs on what changed, the
 * third.
 * @param previous the number last published by the jurisdiction; null for its first
 * @param of what all changes since are together
 */
export function nextVersion(previous: string | null, of: ChangeClass): string {
  if (previous === null) return FIRST;
  const [major = 0, minor = 0, patch = 0] = previous.split('.').map(Number);
  if (of === 'neutral') return `${major}.${minor}.${patch + 1}`;
  return of === 'better' ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`;
}
