import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example } from '../service.ts';
import { CountyOffice, draftIn, guan } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const publish = async (cap: number) => {
  const agreed = await office.approved('G-ED1', 'G-RE1', guan(`  accident.medical: ${cap}`));
  return (await office.change('G-RE1', agreed, 'publication')).status;
};
/** Whether a claim of August is settled by the second version, as known at an instant. */
const bySecond = async (asOf: string) => {
  const { status, text } = await office.service.post(JSON.stringify({ ...example, date: '2019-08-01', asOf }));
  if (status !== 200) throw new Error(text);
  return text.includes('"version":"1.1.0"');
};

describe('a clock that is set back between two publications', () => {
  it('leaves them in order, and what was known before either as it was', async () => {
    office.now = new Date('2019-05-10T00:00:00Z');
    expect(await publish(8000)).toBe(201);
    office.now = new Date('2019-04-10T00:00:00Z');
    expect(await publish(9000)).toBe(201);
    const own = office.store.records().filter(({ jurisdiction }) => jurisdiction === '371525');
    expect(own.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
    const instants = own.map(({ publishedAt }) => publishedAt);
    expect(instants).toEqual(instants.toSorted());
    expect(own.map(({ sequence }) => sequence)).toEqual(own.map(({ sequence }) => sequence).toSorted((a, b) => a - b));
    // What was known in between, by the clock of then, is what it was.
    expect(await bySecond('2019-04-20T00:00:00Z')).toBe(false);
    expect(await bySecond('2019-05-10T00:00:00Z')).toBe(true);
  });
});

describe('a clock that goes on while something is done', () => {
  const ticking = new CountyOffice('2019-05-01T15:00:00Z');
  beforeAll(async () => {
    await ticking.open();
    let seconds = 0;
    // Whoever asks what time it is gets a later one.
    const get = () => {
      seconds += 1;
      return new Date(Date.UTC(2019, 4, 1, 15, 0, seconds));
    };
    Object.defineProperty(ticking, 'now', { get });
  });
  afterAll(() => ticking.close());

  it('dates all that one act writes by one instant', async () => {
    const agreed = await ticking.approved('G-ED1', 'G-RE1', guan('  accident.medical: 8000'));
    const draft = draftIn(await ticking.change('G-RE2', agreed, 'publication'), 201);
    const { row } = (await ticking.store.row('drafts', draft.id)) ?? expect.fail('no draft');
    const { createdAt, edits, submission, approvals, publication, last } = row;
    const lines = new Map<string, string>();
    for await (const { entry } of ticking.store.audit.read()) lines.set(entry.act, entry.at);
    expect([createdAt, edits[0]?.at]).toEqual(Array(2).fill(lines.get('draft.created')));
    expect(edits[1]?.at).toBe(lines.get('draft.saved'));
    expect(submission?.at).toBe(lines.get('draft.submitted'));
    expect(approvals[0]?.at).toBe(lines.get('draft.approved'));
    const record = ticking.store.records().find(({ jurisdiction }) => jurisdiction === '371525');
    expect([publication?.at, record?.publishedAt, last.at]).toEqual(Array(3).fill(lines.get('draft.published')));
  });
});
