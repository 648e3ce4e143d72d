import { afterEach, expect, it } from 'vitest';
import { MemoryDisk } from '../../store/memory-disk.ts';
import { CountyOffice, type DraftJson, draftIn, guan, outcome, type Someone } from './county-office.ts';

const disk = new MemoryDisk();
const office = new CountyOffice();
afterEach(() => office.close());

it('what was done with an Idempotency-Key is answered the same after a restart, and its key serves nothing else', async () => {
  await office.open({ disk });
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const saved = draftIn(await office.save('G-ED1', begun, guan('  accident.medical: 8000')));
  const sent = (one: Someone, what: string, draft: DraftJson, body?: unknown) =>
    office.change(one, draft, what, body, { 'Idempotency-Key': 'once' });
  const submission = await sent('G-ED1', 'submission', saved, { reason: 'more is paid' });
  const submitted = draftIn(submission);
  const yes = { digest: submitted.submission?.documentDigest };
  const approval = await sent('G-RE1', 'approvals', submitted, yes);
  const publication = await sent('G-RE2', 'publication', draftIn(approval));
  expect(publication.status).toBe(201);

  await office.close();
  await office.open({ disk });
  const lines = (await office.acts()).length;
  const again = [
    await sent('G-ED1', 'submission', saved, { reason: 'more is paid' }),
    await sent('G-RE1', 'approvals', submitted, yes),
    await sent('G-RE2', 'publication', draftIn(approval)),
  ];
  const told = ({ status, text, headers }: typeof publication) => [status, text, headers.get('etag')];
  expect(again.map(told)).toEqual([submission, approval, publication].map(told));
  const others = [
    await sent('G-ED1', 'submission', saved, { reason: 'another' }),
    await sent('G-RE1', 'approvals', submitted, { ...yes, reason: 'another' }),
    await sent('G-RE2', 'publication', submitted),
  ];
  expect(others.map(outcome)).toEqual(others.map(() => '422 idempotencyKeyReused'));
  const acts = (await office.acts()).slice(lines);
  expect(acts.filter((act) => act.startsWith('draft.'))).toEqual([]);
});

it('a kept answer is for those who may still read the draft', async () => {
  await office.open();
  const submitted = await office.submitted('G-ED1', guan('  accident.medical: 8000'));
  const approve = () =>
    office.change(
      'G-RE1',
      submitted,
      'approvals',
      { digest: submitted.submission?.documentDigest },
      { 'Idempotency-Key': 'once' },
    );
  const isNow = async (grants: readonly object[]) => {
    const { headers } = await office.send('A-D', 'GET', '/accounts/G-RE1');
    const ifMatch = { 'If-Match': headers.get('etag') ?? '' };
    expect((await office.send('A-D', 'PATCH', '/accounts/G-RE1', { grants }, ifMatch)).status).toBe(200);
    return outcome(await approve());
  };
  expect(outcome(await approve())).toBe('200');
  expect(await isNow([{ role: 'countyReviewer', jurisdiction: '371522' }])).toBe('404 hidden');
  expect(await isNow([{ role: 'analyst', jurisdiction: '371525' }])).toBe('403 roleMayNot');
  expect(await isNow([{ role: 'countyReviewer', jurisdiction: '371525' }])).toBe('200');
});

it('a publication or a withdrawal takes no body: what its sender believes to have said would be passed over', async () => {
  await office.open();
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const saved = draftIn(await office.save('G-ED1', begun, guan('  accident.medical: 8000')));
  const submitted = draftIn(await office.change('G-ED1', saved, 'submission', { reason: 'more is paid' }));
  const withdrawn = await office.change('G-ED1', submitted, 'withdrawal', { reason: 'not yet' });
  expect(outcome(withdrawn)).toBe('415 bodyNotTaken');
  const digest = submitted.submission?.documentDigest;
  const approved = draftIn(await office.change('G-RE1', submitted, 'approvals', { digest }));
  const sent = await office.change(
    'G-RE2',
    approved,
    'publication',
    { version: '9.9.9' },
    { 'Idempotency-Key': 'twice' },
  );
  expect(outcome(sent)).toBe('415 bodyNotTaken');
  const published = await office.change('G-RE2', approved, 'publication', undefined, { 'Idempotency-Key': 'twice' });
  expect(published.status).toBe(201);
});

it('what is sent again while it is under way waits for it and is answered the same', async () => {
  await office.open();
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  // A text that nobody has proved yet: to submit it takes as long as its proof.
  const saved = draftIn(await office.save('G-ED1', begun, guan('  accident.medical: 8123')));
  const submit = (reason: string) =>
    office.change('G-ED1', saved, 'submission', { reason }, { 'Idempotency-Key': 'impatient' });
  const lines = (await office.acts()).length;
  const answers = await Promise.all([submit('more'), submit('more'), submit('another'), submit('more')]);
  const [first, second, other, last] = answers;
  expect(answers.map(outcome)).toEqual(['200', '200', '422 idempotencyKeyReused', '200']);
  expect([second.text, last.text]).toEqual([first.text, first.text]);
  expect(other.text).not.toBe(first.text);
  const acts = (await office.acts()).slice(lines);
  expect(acts.filter((act) => act.startsWith('draft.'))).toEqual(['draft.submitted']);
});
