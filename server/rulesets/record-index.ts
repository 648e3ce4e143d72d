import { type InForcePeriod, periodsOf } from './in-force-periods.ts';
import type { PublicationRecord } from './publication.ts';
import { counts } from './standing.ts';

/** One code, or all codes that a jurisdiction has had (`sameAs` of the registry): records of any of them count. */
export type Codes = string | readonly string[];

/** Publications by jurisdiction, version, digest and date. Made of what is asked for, once for an array of records. */
export class RecordIndex {
  /** The last published first. */
  readonly #records: readonly PublicationRecord[];
  readonly #byCode = new Map<string, PublicationRecord[]>();
  // Every publication makes an index, and hardly any is asked for a number or a digest.
  #byVersion: ReadonlyMap<string, PublicationRecord> | null = null;
  #byDigest: ReadonlyMap<string, PublicationRecord> | null = null;
  /** Under all codes of a jurisdiction together. */
  readonly #ofSeveral = new Map<string, readonly PublicationRecord[]>();
  readonly #periods = new Map<string, readonly InForcePeriod[]>();

  constructor(records: readonly PublicationRecord[]) {
    this.#records = [...records].sort(byLatest);
    for (const record of this.#records) {
      const own = this.#byCode.get(record.jurisdiction);
      if (own === undefined) this.#byCode.set(record.jurisdiction, [record]);
      else own.push(record);
    }
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
    this.#byVersion ??= firstBy(this.#records, (record) => versionKey(record.jurisdiction, record.version));
    const known = this.#byVersion;
    const found = (typeof codes === 'string' ? [codes] : codes)
      .map((code) => known.get(versionKey(code, version)))
      .filter((record) => record !== undefined);
    return found.sort(byLatest)[0] ?? null;
  }

  /** The last publication of a text. */
  digest(digest: string): PublicationRecord | null {
    this.#byDigest ??= firstBy(this.#records, (record) => record.digest);
    return this.#byDigest.get(digest) ?? null;
  }
}

const indexes = new WeakMap<readonly PublicationRecord[], RecordIndex>();

/** The index of an array of records, which never changes: whoever publishes makes a new array. */
export function indexOf(records: readonly PublicationRecord[]): RecordIndex {
  const known = indexes.get(records);
  if (known !== undefined) return known;
  const index = new RecordIndex(records);
  indexes.set(records, index);
  return index;
}

/** Of the records with one key the first. */
function firstBy(records: readonly PublicationRecord[], keyOf: (record: PublicationRecord) => string) {
  const found = new Map<string, PublicationRecord>();
  for (const record of records) {
    const key = keyOf(record);
    if (!found.has(key)) found.set(key, record);
  }
  return found;
}

function byLatest(a: PublicationRecord, b: PublicationRecord): number {
  return b.sequence - a.sequence;
}

function keyOf(codes: Codes): string {
  return typeof codes === 'string' ? codes : codes.join(' ');
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
