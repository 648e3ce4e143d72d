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
