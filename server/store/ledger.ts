import { isSha256 } from '../domain/sha256.ts';
import type { PublicationEvent, PublicationRecord } from '../rulesets/publication.ts';

/** A publication record, and sha256 over the bytes of its text. */
export interface PublicationRow {
  readonly record: PublicationRecord;
  readonly bytes: string;
}

/** What happened to a version, and which. */
export interface EventRow {
  readonly jurisdiction: string;
  readonly version: string;
  readonly event: PublicationEvent;
}

/** A text of kind Jurisdictions: its file, sha256 over its bytes, the first code it names. */
export interface JurisdictionsRow {
  readonly file: string;
  readonly bytes: string;
  readonly first: string;
}

/** A text of kind TypicalClaims: its file, sha256 over its bytes, the city whose claims they are. */
export interface TypicalClaimsRow {
  readonly file: string;
  readonly bytes: string;
  readonly jurisdiction: string;
}

/** What one act adds to the ledger. */
export interface LedgerRows {
  readonly publications?: readonly PublicationRow[];
  readonly events?: readonly EventRow[];
  readonly jurisdictions?: readonly JurisdictionsRow[];
  readonly typicalClaims?: readonly TypicalClaimsRow[];
}

/** Everything that has been published. It stands in the audit trail, and is read from there at each start. */
export interface Ledger {
  /** In the order of their sequence; each record with its events. */
  readonly publications: readonly PublicationRow[];
  readonly jurisdictions: readonly JurisdictionsRow[];
  readonly typicalClaims: readonly TypicalClaimsRow[];
  /** The number of the last publication or event; 0 where there was none. */
  readonly sequence: number;
  /** The latest instant that a publication or event has; null where there was none. ISO 8601, UTC. */
  readonly latest: string | null;
}

/** Before anything was published. */
export const EMPTY_LEDGER: Ledger = {
  publications: [],
  jurisdictions: [],
  typicalClaims: [],
  sequence: 0,
  latest: null,
};

/** Whether each text that an act added has the hash of its bytes, and a version the digest of its meaning. */
export function isHashed({ publications = [], jurisdictions = [], typicalClaims = [] }: LedgerRows): boolean {
  const all = [...publications, ...jurisdictions, ...typicalClaims];
  return all.every(({ bytes }) => isSha256(bytes)) && publications.every(({ record }) => isSha256(record.digest));
}

/** The key of a version. */
export function versionKey({
  jurisdiction,
  version,
}: {
  readonly jurisdiction: string;
  readonly version: string;
}): string {
  return `${jurisdiction}/${version}`;
}

/** A ledger with what acts added to it, in their order. */
export function withRows(ledger: Ledger, added: readonly LedgerRows[]): Ledger {
  if (added.length === 0) return ledger;
  const events = grouped(added);
  const publications = [...ledger.publications, ...added.flatMap((rows) => rows.publications ?? [])];
  return {
    publications: events.size === 0 ? publications : publications.map((row) => withEvents(row, events)),
    jurisdictions: added.reduce(
      (rows, one) => replaced(rows, one.jurisdictions ?? [], ({ first }) => first),
      ledger.jurisdictions,
    ),
    typicalClaims: added.reduce(
      (rows, one) => replaced(rows, one.typicalClaims ?? [], ({ jurisdiction }) => jurisdiction),
      ledger.typicalClaims,
    ),
    sequence: added.flatMap(sequencesOf).reduce((most, one) => Math.max(most, one), ledger.sequence),
    latest: added.flatMap(instantsOf).reduce(later, ledger.latest),
  };
}

function sequencesOf(rows: LedgerRows): readonly number[] {
  const publications = (rows.publications ?? []).map(({ record }) => record.sequence);
  return [...publications, ...eventsOf(rows).map(({ sequence }) => sequence)];
}

function instantsOf(rows: LedgerRows): readonly string[] {
  const publications = (rows.publications ?? []).map(({ record }) => record.publishedAt);
  return [...publications, ...eventsOf(rows).map(({ at }) => at)];
}

function eventsOf({ publications = [], events = [] }: LedgerRows): readonly PublicationEvent[] {
  return [...publications.flatMap(({ record }) => record.events ?? []), ...events.map(({ event }) => event)];
}

/** Instants may be told to any fraction of a second, so that their texts do not tell which is later. */
function later(one: string | null, other: string): string {
  return one === null || Date.parse(other) > Date.parse(one) ? other : one;
}

function grouped(added: readonly LedgerRows[]): ReadonlyMap<string, readonly PublicationEvent[]> {
  const events = new Map<string, PublicationEvent[]>();
  for (const row of added.flatMap((rows) => rows.events ?? [])) {
    const key = versionKey(row);
    events.set(key, [...(events.get(key) ?? []), row.event]);
  }
  return events;
}

function withEvents(row: PublicationRow, events: ReadonlyMap<string, readonly PublicationEvent[]>): PublicationRow {
  const own = events.get(versionKey(row.record));
  if (own === undefined) return row;
  return { ...row, record: { ...row.record, events: [...(row.record.events ?? []), ...own] } };
}

/** Rows with new ones in the place of those of the same name; of two new ones of one name the later. */
function replaced<Row>(before: readonly Row[], given: readonly Row[], nameOf: (row: Row) => string): readonly Row[] {
  if (given.length === 0) return before;
  const named = new Map(given.map((row) => [nameOf(row), row]));
  return [...before.filter((row) => !named.has(nameOf(row))), ...named.values()];
}
