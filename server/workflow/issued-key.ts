import type { StaffNumber } from './roles.ts';

/** An API key made by an administrator; the row's id is its name. The key itself is shown once and kept nowhere. */
export interface IssuedKey {
  /** `sha256:` and 64 hex digits. */
  readonly hash: string;
  readonly scopes: readonly ('evaluate' | 'read')[];
  /** Null: not limited to any. */
  readonly jurisdictions: readonly string[] | null;
  /** The last day on which it is accepted, in Asia/Shanghai; null: no end. */
  readonly expires: string | null;
  readonly revokedAt: string | null;
  readonly madeBy: StaffNumber;
  readonly madeAt: string;
}
