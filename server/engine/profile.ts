import type { Facts } from './facts.ts';

/** What claims of one profile have in common: everything that a condition, a key or a look-up reads. */
export interface Profile {
  readonly facts: Facts;
  readonly date: string;
  /** Layers whose amount the claim brings. */
  readonly settled: ReadonlySet<string>;
  /** Pots of which others paid a part. */
  readonly elsewhere: ReadonlySet<string>;
  /** Ids of the counters that the history brings. */
  readonly counters: ReadonlySet<string>;
  /** Names of the rules that json-rules-engine fired. */
  readonly fired: ReadonlySet<string>;
}
