import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inForce } from '../../../server/rulesets/in-force.ts';
import { CountyOffice, type DraftJson, draftIn, guan, outcome, type Someone } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const digestOf = ({ submission }: DraftJson) => ({ digest: submission?.documentDigest });
const publish = async (draft: DraftJson) => draftIn(await office.change('G-RE2', draft, 'publication'), 201);
const records = (code: string) => office.store.records().filter(({ jurisdiction }) => jurisdiction === code);
const tasks = async (someone: 'G-ED1' | 'S-ED' | 'C-RE') =>
  (await office.send(someone, 'GET', '/tasks?open=true')).json.items as readonly {
    readonly id: string;
    readonly kind: string;
    readonly version: string;
    readonly for: readonly string[];
    readonly standards: readonly string[];
    readonly draft: string | null;
  }[];

/** The city's draft with one figure changed from a day on, submitted. */
async function cityDraft(cap: number, from: string): Promise<DraftJson> {
  const begun = await office.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
  const text = begun.text
    .replace(/(accident\.medical:\s*\{value: )5000/, (_, head: string) => `${head}${cap}`)
    .replace('effective: {from: 2019-01-01', `effective: {from: ${from}`);
  const saved = draftIn(await office.save('C-ED', begun, text));
  return draftIn(await office.change('C-ED', saved, 'submission', { reason: 'for all' }));
}

describe('when the city publishes', () => {
  const text = guan('  accident.medical: 8000   # 5,000 → 8,000\n  property.theft: 6000      # 5,000 → 6,000');
  let draft: DraftJson;

  it('a county’s approved draft on other ground is not published any more, and comes back on the new one', async () => {
    await publish(await office.approved('G-ED1', 'G-RE1', text));
    const waiting = await office.approved('G-ED1', 'G-RE1', guan('  accident.medical: 9500', '{from: 2019-11-01}'));
    draft = await cityDraft(9000, '2019-10-01');
    expect(draft.submission?.overtakes).toMatchObject([{ jurisdiction: '371525', standards: ['accident.medical'] }]);
    expect(draft.submission?.warnings.map(({ code }) => code)).toEqual(['periodOverlap', 'versionWillBeSuspended']);
    expect(draft.submission?.warnings[1]?.message).toMatch(/^version \S+ of Guan County has not begun/);
    const agreed = draftIn(await office.change('C-RE', draft, 'approvals', digestOf(draft)));
    draftIn(await office.change('C-RE2', agreed, 'publication'), 201);
    expect(outcome(await office.change('G-RE2', waiting, 'publication'))).toBe('409 groundMoved');
    const back = draftIn(await office.change('G-ED1', waiting, 'withdrawal'));
    const again = draftIn(await office.change('G-ED1', back, 'submission', { reason: 'on the new ground' }));
    const agreedAgain = draftIn(await office.change('G-RE1', again, 'approvals', digestOf(again)));
    await publish(agreedAgain);
  });

  it('what has not begun is set aside in the same act, with a task for its people', async () => {
    const [first] = records('371525');
    expect(first?.events).toMatchObject([{ kind: 'suspended', by: 'dixian', reason: '371500 1.1.0' }]);
    expect(inForce(office.store.records(), '371525', '2019-08-01')).toBeNull();
    const { json } = await office.service.call('/api/v1/jurisdictions/371525/rule-sets/1.0.0');
    expect(json).toMatchObject({
      publication: { standing: 'suspended', inForce: [], events: [{ kind: 'suspended' }] },
    });
    const [task] = await tasks('G-ED1');
    expect(task).toMatchObject({ kind: 'versionSuspended', version: '1.0.0', standards: ['accident.medical'] });
    expect(task?.for).toEqual(['G-ED1', 'G-RE1', 'G-RE2']);
    expect(await tasks('S-ED')).toEqual([]);
  });

  it('the task has a draft without the figures that were overtaken, comments and order as they were', async () => {
    const [task] = await tasks('G-ED1');
    const ready = draftIn(await office.send('G-ED1', 'GET', `/drafts/${task?.draft}`));
    expect(ready.text).toBe(
      text
        .replace(/ {2}accident\.medical.*\n/, '')
        .replace('effective: {from: 2019-07-01', 'effective: {from: 2019-10-01'),
    );
    const sent = draftIn(await office.change('G-ED1', ready, 'submission', { reason: 'as the city has it' }));
    // Who submits what the program wrote answers for it.
    expect(sent).toMatchObject({ writers: ['G-ED1'], origin: { kind: 'overtaken', version: '1.0.0' } });
    const seenTo = async (someone: Someone) =>
      outcome(await office.send(someone, 'POST', `/tasks/${task?.id}/completion`));
    // The city sees that there is something to do; that it has been done is for the county to say.
    expect([await seenTo('C-RE'), await seenTo('A-N'), await seenTo('S-RE')]).toEqual([
      ...['403 roleMayNot', '403 roleMayNot', '404 hidden'],
    ]);
    expect(outcome(await office.send('G-ED1', 'POST', `/tasks/${task?.id}/completion`))).toBe('200');
    expect(outcome(await office.send('G-ED1', 'POST', `/tasks/${task?.id}/completion`))).toBe('409 taskDone');
    expect(outcome(await office.send('S-ED', 'POST', `/tasks/${task?.id}/completion`))).toBe('404 hidden');
    expect(await tasks('G-ED1')).toEqual([]);
  });

  it('a version that began already stays, and its county gets a task', async () => {
    const begun = await office.approved('G-ED1', 'G-RE1', guan('  accident.medical: 9100', '{from: 2019-05-20}'));
    await publish(begun);
    office.now = new Date('2019-06-01T00:00:00Z');
    const own = await cityDraft(9200, '2019-07-01');
    const agreed = draftIn(await office.change('C-RE', own, 'approvals', digestOf(own)));
    draftIn(await office.change('C-RE2', agreed, 'publication'), 201);
    const moved = (await tasks('G-ED1')).find(({ kind }) => kind === 'floorMoved');
    expect(moved).toMatchObject({ standards: ['accident.medical'], for: [] });
    const version = records('371525').find((one) => one.version === moved?.version);
    expect([version?.effective.from, version?.events]).toEqual(['2019-05-20', undefined]);
  });
});

describe('a version before its first day', () => {
  const act = (someone: 'G-RE1' | 'G-RE2' | 'G-ED1' | 'C-RE', version: string, what: string) =>
    office.send(someone, 'POST', `/jurisdictions/371525/rule-sets/${version}/${what}`, { reason: 'why' });

  it('is suspended and resumed by reviewers, revoked by the city, and never by those who may not', async () => {
    const made = await publish(
      await office.approved('G-ED1', 'G-RE1', guan('  property.theft: 7000', '{from: 2019-12-01}')),
    );
    const { version = '' } = (made as unknown as { publication: { version: string } }).publication;
    expect(outcome(await act('G-ED1', version, 'suspension'))).toBe('403 roleMayNot');
    expect(outcome(await act('G-RE1', version, 'revocation'))).toBe('403 roleMayNot');
    expect(outcome(await act('G-RE1', version, 'resumption'))).toBe('409 versionStanding');
    expect((await act('G-RE1', version, 'suspension')).json).toMatchObject({ standing: 'suspended' });
    expect((await act('G-RE1', version, 'resumption')).json).toMatchObject({ standing: 'standing' });
    expect((await act('C-RE', version, 'revocation')).json).toMatchObject({ standing: 'revoked' });
    expect(outcome(await act('G-RE1', version, 'resumption'))).toBe('409 versionStanding');
    expect(outcome(await act('C-RE', '9.9.9', 'revocation'))).toBe('404 versionUnknown');
    const record = records('371525').find((one) => one.version === version);
    expect(record?.events?.map(({ kind }) => kind)).toEqual(['suspended', 'resumed', 'revoked']);
    const acts = (await office.acts()).filter((one) => one.startsWith('version.'));
    expect(acts.slice(-3)).toEqual(['version.suspended', 'version.resumed', 'version.revoked']);
    const { status } = await office.service.call(`/api/v1/rule-sets/by-digest/${record?.digest}`);
    expect(status).toBe(200);
  });

  it('comes back only on ground that it may stand on', async () => {
    const set = records('371525').find(({ version }) => version === '1.0.0');
    expect(set?.events?.at(-1)?.kind).toBe('suspended');
    expect(outcome(await act('G-RE1', '1.0.0', 'resumption'))).toBe('409 groundMoved');
  });

  it('has begun on its first day: from then on it stays', async () => {
    const standing = records('371525').find(({ effective, events }) => effective.from < '2019-06-01' && !events);
    expect(outcome(await act('G-RE1', standing?.version ?? '', 'suspension'))).toBe('409 versionBegun');
    expect(outcome(await act('C-RE', standing?.version ?? '', 'revocation'))).toBe('409 versionBegun');
  });
});

describe('a county’s own insurance in the place of a product', () => {
  const waived = `# 冠县 · Guan
kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2019-12-10, to: 2019-12-20}
reason: {zh: 自办意外险, en: its own accident insurance}
waivers:
  - product: accident
    by: {zh: 冠县意外险, en: Guan accident insurance}
    standards: {accident.medical: 12000}
`;
  const claim = (date: string) => ({
    id: 'x',
    jurisdiction: '371525',
    date,
    claim: { type: 'accident', accident: { grades: [7], death: false }, cost: { accidentMedical: 20000 } },
  });

  it('needs the city, is used by settlements that say so, and its premium leaves the funding', async () => {
    const draft = await office.submitted('G-ED1', waived);
    expect(draft.submission?.missing.map(({ as }) => as)).toEqual(['countyReviewer', 'cityReviewer']);
    const half = draftIn(await office.change('G-RE1', draft, 'approvals', digestOf(draft)));
    expect(outcome(await office.change('G-RE2', half, 'publication'))).toBe('409 draftState');
    await publish(draftIn(await office.change('C-RE', half, 'approvals', digestOf(draft))));
    const settled = async (date: string) => {
      const { status, json, text } = await office.service.post(JSON.stringify(claim(date)));
      if (status !== 200) throw new Error(text);
      return json;
    };
    const before = await settled('2019-12-09');
    const after = await settled('2019-12-10');
    const notices = ({ notices: all }: typeof before) => (all as { code: string }[]).map(({ code }) => code);
    // The sums for the injury are the same; the medical cost is paid up to 9,200 and up to 12,000.
    expect(Number(after.paid) - Number(before.paid)).toBe(2800);
    expect(notices(before)).not.toContain('productReplaced');
    expect(notices(after)).toContain('productReplaced');
    const funding = async (date: string) => {
      const asked = {
        jurisdiction: '371525',
        date,
        claim: { type: 'funding', funding: { persons: 100, households: 40 } },
      };
      const headers = { 'Content-Type': 'application/json' };
      return office.service.call('/api/v1/fundings', { method: 'POST', body: JSON.stringify(asked), headers });
    };
    const [full, less] = [await funding('2019-12-09'), await funding('2019-12-10')];
    const told = ({ json }: typeof full) => ({
      products: (json.products as { product: string }[]).map(({ product }) => product),
      waived: (json.waived as { product: string }[]).map(({ product }) => product),
      premium: (json.total as { premium: number }).premium,
    });
    expect([told(full).products.includes('accident'), told(full).waived]).toEqual([true, []]);
    expect([told(less).products.includes('accident'), told(less).waived]).toEqual([false, ['accident']]);
    expect(told(less).premium).toBeLessThan(told(full).premium);
  });

  it('below the city’s figures is not submitted', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const low = draftIn(await office.save('G-ED1', begun, waived.replace('12000', '100')));
    expect(outcome(await office.change('G-ED1', low, 'submission', { reason: 'x' }))).toBe('422 draftInvalid');
  });
});
