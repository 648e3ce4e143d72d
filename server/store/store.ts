import type { PublicationRecord, RuleSource } from '../rulesets/publication.ts';

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
}

/**
 * Where published rule sets live. A store has a life: one process opens it, and closes it. What has been published never
 * changes, and a publication that was acknowledged is there after any crash.
 */
export interface Store extends RuleSource {
  /**
   * Publishes one text: all of it, or nothing. What it means has been validated by then; the store only reads its heading.
   * Publications are made one after another in the order they are asked for.
   * @throws Refusal `versionExists`, `versionMalformed`, `instantMalformed`; `textNotUnderstood` and what the parser finds;
   *   `storeReadOnly` after a failed fsync; `storageFull`; `storeFailed`. Nothing was published then, except that after a
   *   failed fsync only a restart tells.
   */
  publish(publication: Publication): Promise<PublicationRecord>;
  /**
   * Publishes several texts and takes in texts of kind Jurisdictions and TypicalClaims, in one step: all of it, or nothing.
   */
  publishAll(
    publications: readonly Publication[],
    jurisdictions: readonly string[],
    typicalClaims?: readonly string[],
  ): Promise<readonly PublicationRecord[]>;
  /** Takes in a text of kind Jurisdictions; it replaces the one that names the same first code. */
  putJurisdictions(text: string): Promise<void>;
  /** Takes in a text of kind TypicalClaims; it replaces the one of the same city. */
  putTypicalClaims(text: string): Promise<void>;
  /**
   * Publications whose text has been found damaged or missing since the store was opened; they are never served. All of
   * them are known once {@link Store.scrubbed} has come.
   */
  readonly damaged: readonly PublicationRecord[];
  /** Comes when every text that was there at opening has been held to its hash, or the store has been closed. */
  readonly scrubbed: Promise<void>;
  /** True after a failed fsync, until the store is opened anew: what is on disk is then not known. */
  readonly readOnly: boolean;
  /** Waits for what is under way and gives the store back. */
  close(): Promise<void>;
}
