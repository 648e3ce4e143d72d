import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CountyOffice, type DraftJson, draftIn, guan, outcome, type Someone } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

interface Consequences {
  readonly digest: string;
  readonly suspended: readonly Readonly<Record<string, unknown>>[];
  readonly overtaken: readonly Readonly<Record<string, unknown>>[];
}

const ask = (someone: Someone, { id }: Pick<DraftJson, 'id'>, language = 'zh') =>
  office.send(someone, 'GET', `/drafts/${id}/consequences`, undefined, { 'Accept-Language': language });
const consequences = async (draft: Pick<DraftJson, 'id'>, language?: string) => {
  const answer = await ask('C-RE', draft, language);
  expect(outcome(answer)).toBe('200');
  return answer.json as unknown as Consequences;
};
const digestOf = ({ submission }: DraftJson) => ({ digest: submission?.documentDigest });

/** A version of Guan County. */
async function county(figures: string, effective: string): Promise<void> {
  const draft = await office.approved('G-ED1', 'G-RE1', guan(figures, effective));
  draftIn(await office.change('G-RE2', draft, 'publication'), 201);
}

/** The city's draft from October on, submitted. */
async function cityDraft(cap: number): Promise<DraftJson> {
  const begun = await office.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
  const text = begun.text
    .replace(/(accident\.medical:\s*\{value: )5000/, (_, head: string) => `${head}${cap}`)
    .replace('effective: {from: 2019-01-01', 'effective: {from: 2019-10-01');
  const saved = draftIn(await office.save('C-ED', begun, text));
  return draftIn(await office.change('C-ED', saved, 'submission', { reason: 'for all' }));
}

/** What the city's floor of 9,000 does to the county's first version. */
const overtaken = {
  ...{ jurisdiction: '371525', name: '冠县', version: '1.0.0', suspended: false },
  effective: { from: '2019-05-10', to: '2019-12-31' },
};

describe('what publishing a city’s draft would do', () => {
  let draft: DraftJson;
  let again: DraftJson;
  /** The digest of what was shown before the county published once more. */
  let first: string;

  it('names the counties that it overtakes, with their figures and the new floor in words', async () => {
    await county('  accident.medical: 8000', '{from: 2019-05-10, to: 2019-12-31}');
    office.now = new Date('2019-06-01T00:00:00Z');
    draft = await cityDraft(9000);
    const shown = await consequences(draft);
    first = shown.digest;
    expect(shown).toEqual({
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      suspended: [],
      overtaken: [
        {
          ...overtaken,
          figures: [
            {
              ...{
                standard: 'accident.medical',
                label: '意外伤害医疗保额（每年）',
                stated: '8,000 元',
                floor: '9,000 元',
              },
              message: expect.stringContaining('市级 9,000 元，本县写 8,000 元'),
            },
          ],
        },
      ],
    });
    const { overtaken: told, digest } = await consequences(draft, 'en');
    expect(digest).toBe(first);
    expect(told).toMatchObject([{ figures: [{ stated: 'CNY 8,000', floor: 'CNY 9,000' }] }]);
  });

  it('is worked out anew: a version that the county published after the submission will be suspended, and is told of', async () => {
    await county('  accident.medical: 9500', '{from: 2019-10-01, to: 2019-12-31}');
    const days = { from: '2019-10-01', to: '2019-12-31' };
    expect(await consequences(draft)).toMatchObject({
      suspended: [
        { jurisdiction: '371525', name: '冠县', version: '1.1.0', own: false, effective: days, inForce: [days] },
      ],
      // It applies again once that one is suspended.
      overtaken: [overtaken],
    });
    const { submission } = draftIn(await office.send('C-RE', 'GET', `/drafts/${draft.id}`));
    expect(submission?.warnings.map(({ code }) => code)).not.toContain('versionWillBeSuspended');
    again = await cityDraft(9200);
    expect(again.submission?.overtakes).toMatchObject([{ version: '1.0.0', standards: ['accident.medical'] }]);
    draftIn(await office.change('C-RE', again, 'returns', { reason: 'one is enough' }));
  });

  it('comes true: the county gets a task with a draft for the version that applies again', async () => {
    const agreed = draftIn(await office.change('C-RE', draft, 'approvals', digestOf(draft)));
    const publish = (shown: string) =>
      office.send('C-RE2', 'POST', `/drafts/${agreed.id}/publication`, undefined, {
        ...{ 'If-Match': `"${agreed.revision}"`, 'Dixian-Consequences': shown },
      });
    // Decided by what was shown before: the suspension came since, and nobody has seen it.
    expect(outcome(await publish(first))).toBe('409 consequencesMoved');
    expect(outcome(await publish('sha256:no'))).toBe('422 requestNotDigest');
    expect(draftIn(await office.send('C-RE2', 'GET', `/drafts/${agreed.id}`))).toMatchObject({ state: 'approved' });
    draftIn(await publish((await consequences(agreed)).digest), 201);
    const { json } = await office.send('G-ED1', 'GET', '/tasks?open=true');
    const tasks = json.items as readonly { readonly kind: string; readonly draft: string | null }[];
    expect(tasks).toHaveLength(2);
    expect(tasks.find(({ kind }) => kind === 'versionSuspended')).toMatchObject({ version: '1.1.0', draft: null });
    const task = tasks.find(({ kind }) => kind === 'floorMoved');
    expect(task).toMatchObject({ version: '1.0.0', standards: ['accident.medical'] });
    const ready = draftIn(await office.send('G-ED1', 'GET', `/drafts/${task?.draft}`));
    expect(ready.text).toContain('effective: {from: 2019-10-01, to: 2019-12-31}');
    expect(ready.text).not.toContain('accident.medical');
    // Nothing is to come of it any more.
    expect(await consequences(draft)).toMatchObject({ suspended: [], overtaken: [] });
  });
});

describe('what publishing a county’s draft would do', () => {
  it('is to its own versions alone, and is told to those who may read it', async () => {
    await county('  property.theft: 7000', '{from: 2019-11-01, to: 2019-12-31}');
    const draft = await office.submitted('G-ED1', guan('  property.theft: 8000', '{from: 2019-12-01, to: 2019-12-31}'));
    const { json } = await ask('G-RE1', draft);
    expect(json).toMatchObject({ suspended: [{ version: '2.0.0', own: true }], overtaken: [] });
    expect(outcome(await ask('S-ED', draft))).toBe('404 hidden');
  });

  it('is not told of a text that could not be published', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const wrong = draftIn(await office.save('G-ED1', begun, 'kind: Override\n'));
    expect(outcome(await ask('G-ED1', wrong))).toBe('422 draftInvalid');
    const others = draftIn(
      await office.save('G-ED1', wrong, guan('  property.theft: 8000').replace('371525', '371522')),
    );
    expect(outcome(await ask('G-ED1', others))).toBe('422 draftInvalid');
  });
});
