import type { Period } from '../domain/dates.ts';

/** What stands beside a published text: its number, its place in the sequence, when and by whom. Never changes. */
export interface PublicationRecord {
  readonly jurisdiction: string;
  /** major.minor.patch, unique within the jurisdiction. */
  readonly version: string;
  /** Rises by one with each publication in the store, over all jurisdictions. */
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
}

/** Where published rule sets are read from: a store, or a folder of YAML. */
export interface RuleSource {
  /** All publications in the order of their sequence. */
  records(): readonly PublicationRecord[];
  /** The text of a publication, byte for byte. */
  text(record: PublicationRecord): Promise<string>;
  /** Texts of kind Jurisdictions. */
  jurisdictions(): Promise<readonly string[]>;
  /** Texts of kind TypicalClaims, one a city. */
  typicalClaims(): Promise<readonly string[]>;
}
