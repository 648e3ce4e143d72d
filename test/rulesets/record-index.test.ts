import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';
import { indexOf, RecordIndex } from '../../server/rulesets/record-index.ts';

const CODES = ['371500', '371502', '371525'];
const ASKED = [...CODES, ['371500', '371502'], ['371525', '371502']];

/** What may happen to records between two looks: one is added, set aside, or a whole other list is looked at. */
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('publish', 'suspend', 'withdraw', 'other'),
    code: fc.constantFrom(...CODES),
    month: fc.integer({ min: 1, max: 12 }),
    at: fc.nat(),
  }),
  { minLength: 1, maxLength: 12 },
);

it('knows of records that are almost those before what an index made anew knows', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let records: readonly PublicationRecord[] = [];
      let sequence = 0;
      for (const step of all) {
        sequence += 1;
        records = after(records, step, sequence);
        const [derived, fresh] = [indexOf(records), new RecordIndex(records)];
        expect([...derived.codes()].sort()).toEqual([...fresh.codes()].sort());
        for (const codes of ASKED) {
          expect(derived.latestFirst(codes)).toEqual(fresh.latestFirst(codes));
          expect(derived.inForcePeriods(codes)).toEqual(fresh.inForcePeriods(codes));
        }
        for (const { jurisdiction, version, digest } of records) {
          expect(derived.version(jurisdiction, version)).toBe(fresh.version(jurisdiction, version));
          expect(derived.digest(digest)).toBe(fresh.digest(digest));
        }
      }
    }),
  );
});

type Step = { readonly kind: string; readonly code: string; readonly month: number; readonly at: number };

function after(records: readonly PublicationRecord[], step: Step, sequence: number): readonly PublicationRecord[] {
  const place = step.at % Math.max(1, records.length);
  if (step.kind === 'other') return records.filter((_, index) => index % 2 === step.at % 2);
  if (step.kind === 'withdraw') return records.filter((_, index) => index !== place);
  if (step.kind === 'suspend') {
    const event = { kind: 'suspended', sequence, at: '2019-01-01T00:00:00Z', by: 'dixian', reason: 'r' } as const;
    return records.map((one, index) => (index === place ? { ...one, events: [...(one.events ?? []), event] } : one));
  }
  const from = `2019-${String(step.month).padStart(2, '0')}-01`;
  const record: PublicationRecord = {
    ...{ jurisdiction: step.code, version: `1.0.${sequence}`, sequence, kind: 'Override', effective: { from } },
    ...{ digest: `sha256:${step.at % 5}`, publishedAt: '2019-01-01T00:00:00Z', publishedBy: 'S-1', sample: true },
  };
  return [...records, record];
}
