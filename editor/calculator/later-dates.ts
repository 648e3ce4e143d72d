import type { ClaimForm } from '../api/claims.ts';
import { type Entries, shownFacts } from './claim.ts';

/** Whether a date was entered that is later than the day the claim is settled by; most often a slip, and refused only where the rules say so. @param date ISO 8601 */
export function isLater(path: string, form: ClaimForm, entries: Entries, date: string): boolean {
  const fact = shownFacts(form).find(({ id }) => id === path);
  return fact?.type.kind === 'date' && (entries[path] ?? '') > date;
}
