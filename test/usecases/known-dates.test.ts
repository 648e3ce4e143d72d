import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicationRecord, RuleSource } from '../../server/rulesets/publication.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';

const CODES = ['371500', '371522', '371525', '371502'];
const DATES = ['2019-01-01', '2019-06-01', '2020-03-01', '2030-01-01'];

/** A source whose records, and whose mark of the jurisdictions, a test exchanges. */
async function changing(marked: boolean) {
  const folder = await openFolder(join(root, 'rules'), { samples: true });
  const of = new Map(folder.records().map((record) => [record.digest, record]));
  let [records, places]: [readonly PublicationRecord[], unknown] = [[], {}];
  const source: RuleSource = {
    ...folder,
    records: () => records,
    text: (record) => folder.text(of.get(record.digest) as PublicationRecord),
    ...(marked ? { places: () => places } : {}),
  };
  const show = (next: readonly PublicationRecord[]) => {
    records = next;
  };
  const otherPlaces = () => {
    places = {};
  };
  return { source, all: folder.records(), show, otherPlaces };
}

const known = (book: RuleBook, code: string, date = '2019-06-01') => book.known(code, date)?.name.version;

describe('rules in force that were found before', () => {
  it('stay known when another county publishes, and are looked up anew when their own or the city does', async () => {
    const { source, all, show } = await changing(true);
    const city = all.filter(({ kind }) => kind === 'RuleSet');
    const [one, other] = all.filter(({ kind }) => kind === 'Override') as [PublicationRecord, PublicationRecord];
    show(city);
    const book = new RuleBook(source);
    for (const code of [one.jurisdiction, other.jurisdiction]) await book.inForce(code, '2019-06-01');
    expect(known(book, one.jurisdiction)).toBe(null);
    show([...city, one]);
    expect(known(book, one.jurisdiction)).toBeUndefined();
    expect(known(book, other.jurisdiction)).toBe(null);
    expect((await book.inForce(one.jurisdiction, '2019-06-01')).name.version).toBe(one.version);
    expect(known(book, one.jurisdiction)).toBe(one.version);
    show([...city.map((record) => ({ ...record })), one]);
    expect(known(book, one.jurisdiction)).toBeUndefined();
    expect(known(book, other.jurisdiction)).toBeUndefined();
  });

  it('are looked up anew when the jurisdictions are others, and always where a source cannot tell', async () => {
    for (const marked of [true, false]) {
      const { source, all, show, otherPlaces } = await changing(marked);
      show(all);
      const book = new RuleBook(source);
      await book.inForce('371500', '2019-06-01');
      show([...all]);
      expect(known(book, '371500') === undefined).toBe(!marked);
      await book.inForce('371500', '2019-06-01');
      otherPlaces();
      show([...all]);
      expect(known(book, '371500')).toBeUndefined();
    }
  });

  it('are what a book that has just been opened finds, after any publications, suspensions and revocations', async () => {
    const { all } = await changing(true);
    const event = (kind: 'suspended' | 'resumed' | 'revoked', sequence: number) => ({
      ...{ kind, sequence, at: '2019-05-01T00:00:00Z', by: 'G-1', reason: 'made up' },
    });
    /** Publishes the next text of a list, or says something of a version that is there. */
    const steps = fc.array(fc.tuple(fc.nat(11), fc.constantFrom('publish', 'suspended', 'resumed', 'revoked')), {
      ...{ minLength: 3, maxLength: 12 },
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (random) => {
        const { source, show } = await changing(true);
        const book = new RuleBook(source);
        let records: readonly PublicationRecord[] = [];
        for (const [index, [pick, what]] of random.entries()) {
          const sequence = index + 1;
          const text = all[pick % all.length] as PublicationRecord;
          const at = pick % Math.max(1, records.length);
          records =
            what === 'publish' || records.length === 0
              ? [...records, { ...text, version: `${sequence}.0.0`, sequence, events: [] }]
              : records.map((record, place) =>
                  place === at
                    ? { ...record, events: [...(record.events ?? []), event(what as 'suspended', sequence)] }
                    : record,
                );
          show(records);
          const fresh = new RuleBook(source);
          for (const code of CODES) {
            for (const date of DATES) {
              const before = book.known(code, date)?.name ?? null;
              const now = await fresh.inForce(code, date).then(
                ({ name }) => name,
                () => null,
              );
              if (before !== null) {
                found += 1;
                expect(before).toEqual(now);
              }
              await book.inForce(code, date).catch(() => null);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
    expect(found).toBeGreaterThan(50);
  });
});
