import type { Configuration as Document, ServiceLimits, ServiceLog } from '../../../schemas/generated/documents.ts';

export type { AccessKey } from '../../../schemas/generated/documents.ts';

/** Bounds on what the service accepts, all of them set. */
export type Limits = Readonly<Required<ServiceLimits>>;

/** How the service runs: every setting with a value, checked, and frozen to its depth. */
export interface Configuration extends Readonly<Omit<Required<Document>, 'now' | 'origin' | 'limits' | 'log'>> {
  /** What the clock is set to; null: the system's time. */
  readonly now: string | null;
  /** Null: whatever the caller, or a trusted proxy, calls the service by. */
  readonly origin: string | null;
  readonly limits: Limits;
  readonly log: Readonly<Required<ServiceLog>>;
}

/** Defaults that are no constants of the schema. */
export interface DerivedDefaults {
  readonly data: string;
  readonly rules: string;
  readonly now: string | null;
  readonly workers: number;
  readonly memoryMegabytes: number;
}

/** Where a setting's value comes from. */
export type Origin =
  | { readonly kind: 'default' }
  | { readonly kind: 'derived' }
  | { readonly kind: 'file'; readonly line: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'option'; readonly name: string };
