import type { Period } from '../domain/dates.ts';
import type { Parsed } from './parse.ts';

/** The instant at which the texts of a folder count as published: before anything else ever was. */
export const BEFORE_EVERYTHING = '1970-01-01T00:00:00.000Z';

/** What stands beside a published text: its number, its place in the sequence, when and by whom. Never changes, except that events are added. */
export interface PublicationRecord {
  readonly jurisdiction: string;
  /** major.minor.patch, unique within the jurisdiction. */
  readonly version: string;
  /** Rises with each publication (and each event of one) in the store, over all jurisdictions. */
  readonly sequence: number;
  readonly kind: 'RuleSet' | 'Override';
  /** The stated period of the text. */
  readonly effective: Period;
  /** sha256 over the text's meaning, see `digest.ts`. */
  readonly digest: string;
  /** ISO 8601 instant, UTC. */
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly sample: boolean;
  /** How it came to be; left out where it was there before anybody could review it (the rules that a store began with). */
  readonly review?: PublicationReview;
  /** What has happened to it since, in the order of their sequence. */
  readonly events?: readonly PublicationEvent[];
}

/** Who wrote, approved and published a version, and what was looked at. */
export interface PublicationReview {
  /** The draft's id. */
  readonly draft: string;
  /** Staff numbers of all who wrote any part. */
  readonly writers: readonly string[];
  readonly submittedBy: string;
  /** Of the submission, for its reviewers; the reason that is published stands in the text. */
  readonly reason: string;
  /** Each approval names the digest that it is of, which is the version's. */
  readonly approvals: readonly {
    readonly by: string;
    readonly as: 'countyReviewer' | 'cityReviewer';
    readonly at: string;
    readonly digest: string;
    /** Why, where it was said: what overrode a proof. */
    readonly reason?: string;
  }[];
  /** Of a county's version, the digest of the city's text that it was reviewed on; of a city's null. */
  readonly baseDigest: string | null;
  /** The class of its changes against the version before. */
  readonly class: 'better' | 'worse' | 'neutral' | 'mixed' | 'undetermined';
}

/**
 * Something that happened to a version before its first day: set aside because its ground moved, put back, or taken back for
 * good. In force only where neither `suspended` nor `revoked` is the last of its events.
 */
export interface PublicationEvent {
  readonly kind: 'suspended' | 'resumed' | 'revoked';
  /** In one count with publications: rises with each, over all jurisdictions. */
  readonly sequence: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** A staff number, or `dixian` where the program itself did it. */
  readonly by: string;
  /** The role that somebody did it in; left out where the program did it, and of what older versions wrote. */
  readonly as?: string;
  readonly reason: string;
}

/** Where published rule sets are read from: a store, or a folder of YAML. */
export interface RuleSource {
  /** All publications in the order of their sequence. */
  records(): readonly PublicationRecord[];
  /** The text of a publication, byte for byte. */
  text(record: PublicationRecord): Promise<string>;
  /** What a source that had to read a text made of it: reading takes longest. It counts for that very text alone. */
  parsed?(record: PublicationRecord): { readonly text: string; readonly parsed: Parsed } | undefined;
  /** Texts of kind Jurisdictions. */
  jurisdictions(): Promise<readonly string[]>;
  /** The same value as long as the texts of jurisdictions are the same; a source that cannot tell does not have it. */
  places?(): unknown;
  /** Texts of kind TypicalClaims, one a city. */
  typicalClaims(): Promise<readonly string[]>;
}
