import { afterAll, beforeAll, expect, it } from 'vitest';
import { CountyOffice, type DraftJson, draftIn, guan, outcome } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

async function published(submitted: DraftJson): Promise<DraftJson> {
  const digest = submitted.submission?.documentDigest;
  const county = draftIn(await office.change('G-RE1', submitted, 'approvals', { digest }));
  const draft =
    county.state === 'approved' ? county : draftIn(await office.change('C-RE', county, 'approvals', { digest }));
  return draftIn(await office.change('G-RE1', draft, 'publication'), 201);
}

interface Told {
  readonly from: string;
  readonly date: string;
  readonly changes: readonly (readonly [string, string])[];
}

/** What a draft is told to change against a version: the sentences about figures, each with its class. */
async function against({ id }: DraftJson, query = ''): Promise<Told> {
  const { status, json } = await office.send('G-RE1', 'GET', `/drafts/${id}/changes${query}`);
  expect(status).toBe(200);
  const { comparison } = json as {
    readonly comparison: {
      readonly from: { readonly ruleSet: { readonly version: string | null }; readonly date: string };
      readonly changes: readonly { readonly class: string; readonly kind: string; readonly sentence: string }[];
    };
  };
  const told = comparison.changes.filter(({ kind }) => kind !== 'period-changed');
  return {
    from: `${comparison.from.ruleSet.version}`,
    date: comparison.from.date,
    changes: told.map((one) => [one.class, one.sentence]),
  };
}

const figures = (cap: number, medical: number) =>
  `  supplementaryMedical.annualCap: ${cap}\n  accident.medical: ${medical}`;

it('a draft is compared with any version of its place: the one it began from, and one that begins later and that it would replace', async () => {
  await published(await office.submitted('G-ED1', guan(figures(350_000, 8000))));
  office.now = new Date('2019-07-02T00:00:00Z');
  office.signOff();
  const later = guan(figures(400_000, 8000), '{from: 2019-08-01, to: 2019-12-31}');
  await published(await office.submitted('G-ED1', later));
  const draft = await office.submitted('G-ED1', guan(figures(350_000, 9000)));

  const [now, begun] = [await against(draft), await against(draft, '?against=1.0.0')];
  expect(now.changes).toEqual([['better', expect.stringMatching(/8,000.*9,000/)]]);
  expect(begun.changes).toEqual(now.changes);
  const replaced = await against(draft, '?against=1.1.0&date=2019-08-01');
  expect(replaced).toMatchObject({ from: '1.1.0', date: '2019-08-01' });
  expect(replaced.changes).toEqual(
    expect.arrayContaining([
      ['worse', expect.stringMatching(/400,000.*350,000/)],
      ['better', expect.stringMatching(/8,000.*9,000/)],
    ]),
  );

  // Once it is published the same is told of both.
  await published(draft);
  expect(await against(draft, '?against=1.1.0&date=2019-08-01')).toEqual(replaced);
  const none = await office.send('G-RE1', 'GET', `/drafts/${draft.id}/changes?against=7.0.0`);
  expect(outcome(none)).toBe('422 unknownVersion');
});

it('a draft whose first day the city has no standards on cannot be submitted, though later days have some', async () => {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const text = guan('  accident.medical: 9900', '{from: 2018-01-01, to: 2019-12-31}');
  const saved = draftIn(await office.save('G-ED1', begun, text));
  const refused = await office.change('G-ED1', saved, 'submission', { reason: 'more is paid' });
  expect(outcome(refused)).toBe('422 draftInvalid');
  const { errors } = refused.json as {
    readonly errors: readonly { readonly code: string; readonly pointer: string }[];
  };
  expect(errors).toEqual([expect.objectContaining({ code: 'firstDayWithoutCity', pointer: '/effective/from' })]);
});
