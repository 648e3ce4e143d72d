import type { StaffNumber } from './roles.ts';

/** What a request with an Idempotency-Key was answered; the row's id is sha256 over who asked and the key. */
export interface KeptAnswer {
  /** Who asked; not known of answers of older data folders. */
  readonly by?: StaffNumber;
  /** sha256 over method, address, revision and body: the same key with another request is refused. */
  readonly requestHash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}
