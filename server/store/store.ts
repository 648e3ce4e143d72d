import type { PublicationRecord, PublicationReview, RuleSource } from '../rulesets/publication.ts';
import type { Desk } from './desk.ts';
import type { Heading } from './heading.ts';

/** A text to publish, and what stands beside it. */
export interface Publication {
  /** YAML; published byte for byte. */
  readonly text: string;
  /** major.minor.patch, not yet used by the jurisdiction. */
  readonly version: string;
  /** Who publishes. */
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** How it came to be, where it was reviewed. */
  readonly review?: PublicationReview;
  /** What `headingOf` made of this text earlier; read from the text where it is left out. */
  readonly heading?: Heading;
}

/**
 * Where published rule sets live. A store has a life: one process opens it, and closes it. What has been published never
 * changes, and a publication that was acknowledged is there after any crash.
 */
export interface Store extends RuleSource, Desk {
  /**
   * Publications whose text has been found damaged or missing since the store was opened; they are never served. All of
   * them are known once {@link Store.scrubbed} has come.
   */
  readonly damaged: readonly PublicationRecord[];
  /** The same of texts beside the publications (jurisdictions, typical claims, drafts): their files, within the folder. */
  readonly damagedBeside: readonly string[];
  /** Comes when every text that was there at opening has been held to its hash, or the store has been closed. */
  readonly scrubbed: Promise<void>;
  /** True after a failed fsync, until the store is opened anew: what is on disk is then not known. */
  readonly readOnly: boolean;
  /** Waits for what is under way and gives the store back; where an act was given up on a disk that hangs, once that has ended. */
  close(): Promise<void>;
}
