import { isAhead } from './ahead.ts';
import type { StaffNumber } from './roles.ts';

/** Somebody signed in; the row's id is sha256 of what their cookie holds. */
export interface Session {
  readonly staffNumber: StaffNumber;
  /** The account's, when the session began. */
  readonly epoch: number;
  /** ISO 8601 instants, UTC. */
  readonly begun: string;
  readonly expires: string;
}

/** What its row leaves a session by the clock, in milliseconds: nothing where it began in the future, for the clock was set back. */
export function leftOf({ begun, expires }: Pick<Session, 'begun' | 'expires'>, now: Date): number {
  return isAhead(Date.parse(begun), now) ? 0 : Math.max(0, Date.parse(expires) - now.getTime());
}
