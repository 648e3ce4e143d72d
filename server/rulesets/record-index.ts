import { type InForcePeriod, periodsOf } from './in-force-periods.ts';
import type { PublicationRecord } from './publication.ts';
import { counts } from './standing.ts';

/** One code, or all codes that a jurisdiction has had (`sameAs` of the registry): records of any of them count. */
export type Codes = string | readonly string[];

/** Publications by jurisdiction, version, digest and date. Made of what is asked for, once for an array of records. */
export class RecordIndex {
  readonly #records: readonly PublicationRecord[];
  /** The last published first. */
  readonly #byCode: ReadonlyMap<string, Latest>;
  // Every publication makes an index, and hardly any is asked for a number or a digest.
  #byVersion: ReadonlyMap<string, PublicationRecord> | null = null;
  #byDigest: ReadonlyMap<string, PublicationRecord> | null = null;
  /** Shared with the index before, for it holds only as long as the records that it was made of. */
  readonly #known: Map<string, KnownOf>;

  /** @param before an index of almost the same records: what is known of codes whose records are the same is kept */
  constructor(records: readonly PublicationRecord[], before: RecordIndex | null = null) {
    const changes = changesBetween(before === null ? [] : before.#records, records);
    this.#records = records;
    this.#byCode = withChanges(before === null ? new Map() : before.#byCode, changes);
    this.#known = before === null ? new Map() : before.#known;
  }

  /** Every code that something was published under. */
  codes(): Iterable<string> {
    return this.#byCode.keys();
  }

  /** Records of a jurisdiction, the last published first. */
  latestFirst(codes: Codes): Latest {
    return typeof codes === 'string' ? this.#of(codes) : this.#knownOf(codes).latest;
  }

  /** When each publication of a jurisdiction is in force, as known now. */
  inForcePeriods(codes: Codes): readonly InForcePeriod[] {
    const known = this.#knownOf(typeof codes === 'string' ? [codes] : codes);
    known.periods ??= periodsOf(known.latest.filter((record) => counts(record)));
    return known.periods;
  }

  /** The last publication of a version number under any of the codes. */
  version(codes: Codes, version: string): PublicationRecord | null {
    this.#byVersion ??= latestBy(this.#records, (record) => versionKey(record.jurisdiction, record.version));
    const known = this.#byVersion;
    const found = (typeof codes === 'string' ? [codes] : codes)
      .map((code) => known.get(versionKey(code, version)))
      .filter((record) => record !== undefined);
    return found.sort(byLatest)[0] ?? null;
  }

  /** The last publication of a text. */
  digest(digest: string): PublicationRecord | null {
    this.#byDigest ??= latestBy(this.#records, (record) => record.digest);
    return this.#byDigest.get(digest) ?? null;
  }

  #of(code: string): Latest {
    return this.#byCode.get(code) ?? NONE;
  }

  #knownOf(codes: readonly string[]): KnownOf {
    const key = codes.join(' ');
    const found = this.#known.get(key);
    if (found?.madeOf.every((own, index) => own === this.#of(codes[index] ?? ''))) return found;
    const madeOf = codes.map((code) => this.#of(code));
    const [only = NONE, ...more] = madeOf;
    const latest = more.length === 0 ? only : madeOf.flat().sort(byLatest);
    const made = { madeOf, latest, periods: null };
    this.#known.set(key, made);
    return made;
  }
}

/** Records, the last published first. */
type Latest = readonly PublicationRecord[];

const NONE: Latest = [];

/** What is known of all codes of a jurisdiction together. */
interface KnownOf {
  /** The records of each code. */
  readonly madeOf: readonly Latest[];
  readonly latest: Latest;
  periods: readonly InForcePeriod[] | null;
}

const indexes = new WeakMap<readonly PublicationRecord[], RecordIndex>();

/** The index that was made last: whoever publishes adds one record to thousands. */
let newest: RecordIndex | null = null;

/** The index of an array of records, which never changes: whoever publishes makes a new array. */
export function indexOf(records: readonly PublicationRecord[]): RecordIndex {
  const known = indexes.get(records);
  if (known !== undefined) return known;
  const index = new RecordIndex(records, newest);
  indexes.set(records, index);
  newest = index;
  return index;
}

/** What left a code's records, and what came to them. */
interface CodeChanges {
  readonly gone: Set<PublicationRecord>;
  readonly come: PublicationRecord[];
}

/** Of two arrays that are mostly the same, place by place, what the places hold that are not. */
function changesBetween(
  before: readonly PublicationRecord[],
  after: readonly PublicationRecord[],
): ReadonlyMap<string, CodeChanges> {
  const changes = new Map<string, CodeChanges>();
  const of = ({ jurisdiction }: PublicationRecord): CodeChanges => {
    const own = changes.get(jurisdiction) ?? { gone: new Set(), come: [] };
    changes.set(jurisdiction, own);
    return own;
  };
  for (let place = 0; place < Math.max(before.length, after.length); place += 1) {
    const [old, now] = [before[place], after[place]];
    if (old === now) continue;
    if (old !== undefined) of(old).gone.add(old);
    if (now !== undefined) of(now).come.push(now);
  }
  return changes;
}

function withChanges(
  before: ReadonlyMap<string, Latest>,
  changes: ReadonlyMap<string, CodeChanges>,
): ReadonlyMap<string, Latest> {
  if (changes.size === 0) return before;
  const after = new Map(before);
  for (const [code, { gone, come }] of changes) {
    const records = [...come, ...(before.get(code) ?? []).filter((one) => !gone.has(one))].sort(byLatest);
    if (records.length === 0) after.delete(code);
    else after.set(code, records);
  }
  return after;
}

/** Of the records with one key the last published. */
function latestBy(records: readonly PublicationRecord[], keyOf: (record: PublicationRecord) => string) {
  const found = new Map<string, PublicationRecord>();
  for (const record of [...records].sort(byLatest)) {
    const key = keyOf(record);
    if (!found.has(key)) found.set(key, record);
  }
  return found;
}

function byLatest(a: PublicationRecord, b: PublicationRecord): number {
  return b.sequence - a.sequence;
}

function versionKey(code: string, version: string): string {
  return `${code}/${version}`;
}
