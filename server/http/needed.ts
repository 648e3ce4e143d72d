import type { Act } from '../access/acts.ts';
import { allowedSomewhere, isAllowed } from '../access/allowed.ts';
import type { Identity, Scope } from '../access/identify.ts';
import { mayNot } from '../access/permission.ts';
import type { Finding } from '../domain/finding.ts';

/**
 * Who may ask: whoever has a key with a scope, or is a person who may do the same; a person who may do an act somewhere (where,
 * the use case finds out); or anybody who has signed in.
 */
export type Needed = Scope | Act | 'signedIn';

/** Whether keys may, too. */
export function isScope(needed: Needed): needed is Scope {
  return needed === 'evaluate' || needed === 'read' || needed === 'metrics';
}

/** Why somebody may not ask what needs that; null: they may. */
export function mayNotAsk(identity: Identity, needed: Needed): Finding | null {
  if (isScope(needed)) return mayNot(identity, needed);
  if (needed === 'signedIn') {
    return identity.kind === 'person' ? null : { code: 'personNeeded', severity: 'error', args: {} };
  }
  const answer = allowedSomewhere(identity, needed);
  return isAllowed(answer) ? null : answer;
}
