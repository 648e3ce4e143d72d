import { describe, expect, it } from 'vitest';
import { effectiveDigest } from '../../server/rulesets/digest.ts';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';
import { EffectiveDigests } from '../../server/usecases/effective-digests.ts';

/** A city's texts and overrides of its counties, as many as asked for, all of one year. */
function publications(cities: number, overrides: number): readonly PublicationRecord[] {
  return Array.from({ length: cities + overrides }, (_, index) => ({
    jurisdiction: index < cities ? '371500' : `3715${20 + (index % 8)}`,
    version: `${index}.0.0`,
    sequence: index + 1,
    kind: index < cities ? ('RuleSet' as const) : ('Override' as const),
    effective: { from: '2019-01-01', to: '2019-12-31' },
    digest: `sha256:${index}`,
    publishedAt: '2019-01-01T00:00:00Z',
    publishedBy: 'li',
    sample: false,
  }));
}

const cityOf = () => ['371500'];
const pair = (records: readonly PublicationRecord[], base: number, override: number) => ({
  base: records[base],
  override: records[override],
});

describe('the search for an effective digest', () => {
  it('lets other work have its turn, and finds the last pair of all', async () => {
    const records = publications(100, 600);
    let turns = 0;
    let over = false;
    const work = () => {
      turns += 1;
      if (!over) setImmediate(work);
    };
    setImmediate(work);
    const found = await new EffectiveDigests().find(records, cityOf, effectiveDigest('sha256:0', 'sha256:100'));
    over = true;
    expect(found).toEqual(pair(records, 0, 100));
    expect(turns).toBeGreaterThan(20);
  });

  it('is one for all that is asked at once, each digest answered for itself', async () => {
    const records = publications(10, 100);
    let looked = 0;
    const counted = (code: string) => {
      looked += 1;
      return code === '' ? [] : cityOf();
    };
    const digests = new EffectiveDigests();
    const known = [
      [3, 20],
      [9, 109],
      [3, 20],
    ] as const;
    const asked = known.map(([base, override]) =>
      digests.find(records, counted, effectiveDigest(`sha256:${base}`, `sha256:${override}`)),
    );
    const missing = digests.find(records, counted, 'sha256:none');
    expect(asked[0]).toBe(asked[2]);
    expect(await Promise.all([...asked, missing])).toEqual([
      ...known.map(([base, override]) => pair(records, base, override)),
      null,
    ]);
    // Each county's city is looked up once in a search.
    expect(looked).toBe(8);
  });

  it('is not made again for what was found, what was not, and what has been resolved', async () => {
    const records = publications(2, 8);
    const digests = new EffectiveDigests();
    const never = () => {
      throw new Error('searched again');
    };
    const found = effectiveDigest('sha256:1', 'sha256:5');
    const resolved = effectiveDigest('sha256:0', 'sha256:6');
    await digests.find(records, cityOf, found);
    await digests.find(records, cityOf, 'sha256:none');
    digests.note(resolved, { base: records[0] as PublicationRecord, override: records[6] as PublicationRecord });
    expect(await digests.find(records, never, found)).toEqual(pair(records, 1, 5));
    expect(await digests.find(records, never, 'sha256:none')).toBeNull();
    expect(await digests.find(records, never, resolved)).toEqual(pair(records, 0, 6));
    await expect(digests.find([...records], never, 'sha256:none')).rejects.toThrow('searched again');
    expect(await digests.find([...records], cityOf, 'sha256:none')).toBeNull();
  });

  it('tells whoever asks after a publication of it, also while it searches in what was before', async () => {
    const [before, after] = [publications(50, 400), publications(50, 401)];
    const digests = new EffectiveDigests();
    const asked = effectiveDigest('sha256:49', 'sha256:450');
    const first = digests.find(before, cityOf, asked);
    await new Promise((resolve) => setTimeout(resolve));
    expect(await digests.find(after, cityOf, asked)).toEqual(pair(after, 49, 450));
    expect(await first).toEqual(pair(after, 49, 450));
  });
});
