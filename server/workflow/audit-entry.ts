import type { Role, StaffNumber } from './roles.ts';

/** Who did something: a person, the holder of an API key, the program itself, or somebody who did not say who they are. */
export type Actor =
  | { readonly kind: 'person'; readonly staffNumber: StaffNumber; readonly role: Role | null }
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'stranger' };

/** What something was done to, by the table it stands in or `ruleSet`, and its id; whose it is where it is a jurisdiction's. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly jurisdiction?: string;
}

/** What an audit line may hold. */
export type AuditValue =
  | string
  | number
  | boolean
  | null
  | readonly AuditValue[]
  | { readonly [name: string]: AuditValue };

/**
 * One act as it is written down: when, who, as what, on what, what it was before and is after, and why. Never a password, a
 * key, a session's id, nor a claim.
 */
export interface AuditEntry {
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: Actor;
  /** What was done, e.g. `draft.submitted`, `session.begun`, `access.refused`. */
  readonly act: string;
  readonly on: Subject | null;
  /** Values and digests before; null where there were none. */
  readonly before: AuditValue;
  readonly after: AuditValue;
  /** In the words of whoever did it; null where none were asked for. */
  readonly reason: string | null;
}

/** What the program did to its store as a whole, not to one thing in it. */
export function storeEntry(at: string, act: `store.${string}`, after: AuditValue): AuditEntry {
  return { at, by: { kind: 'system' }, act, on: null, before: null, after, reason: null };
}
