import { type InForcePeriod, periodsOf } from './in-force-periods.ts';
import type { PublicationRecord } from './publication.ts';
import { counts } from './standing.ts';

/** One code, or all codes that a jurisdiction has had (`sameAs` of the registry): records of any of them count. */
export type Codes = string | readonly string[];

/** Publications by jurisdiction, version, digest and date. Made of what is asked for, once for an array of records. */
export class RecordIndex {
  readonly #records: readonly PublicationRecord[];
  /** The last published first. */
  readonly #byCode: ReadonlyMap<string, readonly PublicationRecord[]>;
  // Every publication makes an index, and hardly any is asked for a number or a digest.
  #byVersion: ReadonlyMap<string, PublicationRecord> | null = null;
  #byDigest: ReadonlyMap<string, PublicationRecord> | null = null;
  /** Under all codes of a jurisdiction together. */
  readonly #ofSeveral: Map<string, readonly PublicationRecord[]>;
  readonly #periods: Map<string, readonly InForcePeriod[]>;

  /** @param before an index of almost the same records: what is known of codes whose records are the same is kept */
  constructor(records: readonly PublicationRecord[], before: RecordIndex | null = null) {
    const changes = changesBetween(before === null ? [] : before.#records, records);
    this.#records = records;
    this.#byCode = withChanges(before === null ? new Map() : before.#byCode, changes);
    this.#ofSeveral = stillKnown(before === null ? new Map() : before.#ofSeveral, changes);
    this.#periods = stillKnown(before === null ? new Map() : before.#periods, changes);
  }

  /** Every code that something was published under. */
  codes(): Iterable<string> {
    return this.#byCode.keys();
  }

  /** Records of a jurisdiction, the last published first. */
  latestFirst(codes: Codes): readonly PublicationRecord[] {
    const [only = '', ...more] = typeof codes === 'string' ? [codes] : codes;
    if (more.length === 0) return this.#byCode.get(only) ?? [];
    return made(this.#ofSeveral, keyOf(codes), () =>
      [only, ...more].flatMap((code) => this.#byCode.get(code) ?? []).sort(byLatest),
    );
  }

  /** When each publication of a jurisdiction is in force, as known now. */
  inForcePeriods(codes: Codes): readonly InForcePeriod[] {
    return made(this.#periods, keyOf(codes), () =>
      periodsOf(this.latestFirst(codes).filter((record) => counts(record))),
    );
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
  const of = ({ jurisdiction }: PublicationRecord) =>
    made<CodeChanges>(changes, jurisdiction, () => ({ gone: new Set(), come: [] }));
  for (let place = 0; place < Math.max(before.length, after.length); place += 1) {
    const [old, now] = [before[place], after[place]];
    if (old === now) continue;
    if (old !== undefined) of(old).gone.add(old);
    if (now !== undefined) of(now).come.push(now);
  }
  return changes;
}

function withChanges(
  before: ReadonlyMap<string, readonly PublicationRecord[]>,
  changes: ReadonlyMap<string, CodeChanges>,
): ReadonlyMap<string, readonly PublicationRecord[]> {
  const after = new Map(before);
  for (const [code, { gone, come }] of changes) {
    const records = [...come, ...(before.get(code) ?? []).filter((one) => !gone.has(one))].sort(byLatest);
    if (records.length === 0) after.delete(code);
    else after.set(code, records);
  }
  return after;
}

/** What was made of codes none of whose records have changed. */
function stillKnown<Value>(
  before: ReadonlyMap<string, Value>,
  changes: ReadonlyMap<string, CodeChanges>,
): Map<string, Value> {
  return new Map([...before].filter(([key]) => !key.split(SEPARATOR).some((code) => changes.has(code))));
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

const SEPARATOR = ' ';

function keyOf(codes: Codes): string {
  return typeof codes === 'string' ? codes : codes.join(SEPARATOR);
}

function versionKey(code: string, version: string): string {
  return `${code}/${version}`;
}

function made<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = make();
  known.set(key, value);
  return value;
}
