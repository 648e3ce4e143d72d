import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftProof } from '../../../schemas/generated/documents.ts';
import type { Act } from '../../../server/store/desk.ts';
import { emptyFolder } from '../../cli/dixian.ts';
import { cityWithHiddenCliff, hidingFigures, plainFigures, withHiddenCliff } from '../../hidden-cliff.ts';
import { poolOver, threadThat, workerFile } from '../batch/rooms.ts';
import { CountyOffice, type DraftJson, draftIn, guan, outcome, type Someone } from './county-office.ts';

let office: CountyOffice;
beforeAll(async () => {
  office = await new CountyOffice().open({ rules: cityWithHiddenCliff() });
});
afterAll(() => office.close());

const hiding = guan(hidingFigures);
const digestOf = ({ submission }: DraftJson) => submission?.documentDigest ?? '';
const proofOf = ({ gates }: DraftJson) => gates.find(({ gate }) => gate === 'proof');

/** The proof of a draft's text, waited for. */
async function provedOf(where: CountyOffice, someone: Someone, id: string): Promise<DraftProof> {
  for (;;) {
    const { status, json, text } = await where.send(someone, 'GET', `/drafts/${id}/proof`);
    expect(status, text).toBe(200);
    const found = json as unknown as DraftProof;
    if (found.status !== 'waiting' && found.status !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A claim settled by the city's rules, or by the text of a county. */
async function borne(claim: Record<string, unknown>, date: string, text: string | null): Promise<number> {
  const rules = text === null ? { jurisdiction: '371500' } : { jurisdiction: '371525', ruleSet: { text } };
  const body = { id: 'x', date, claim, ...rules };
  const { json } = await office.send('A-N', 'POST', '/evaluations', body);
  return (json.selfPay as { readonly total: number }).total;
}

describe('a county’s draft that hides a cliff', () => {
  let draft: DraftJson;

  it('is refuted at its submission, by a claim that the evaluation settles the same', async () => {
    draft = await office.submitted('G-ED1', hiding);
    expect(draft.gates.map(({ gate, passed, result }) => [gate, passed, result])).toEqual([
      ['schema', true, 'valid'],
      ['diffClass', true, 'better'],
      ['proof', false, 'refuted'],
    ]);
    const { status, textHash, proof } = await provedOf(office, 'G-RE1', draft.id);
    expect([status, textHash, proof?.against]).toEqual(['ended', draft.textHash, 'floor']);
    const [ground] = proof?.grounds ?? [];
    expect(ground).toMatchObject({ version: '1.0.0', result: 'refuted', evidence: proofOf(draft)?.evidence });
    const { claim, dates, before, after, loss } = ground?.counterexample ?? expect.fail('no claim');
    expect(await borne(claim, dates.from, null)).toBe(before.selfPay.total);
    expect(await borne(claim, dates.to, hiding)).toBe(after.selfPay.total);
    expect(after.selfPay.total ?? 0).toBeGreaterThan(before.selfPay.total ?? 0);
    expect(loss).toBeGreaterThan(0);
  });

  it('needs the city, and is not published without it', async () => {
    const city = { as: 'cityReviewer', because: ['notProved'] };
    expect(draft.submission?.needed).toEqual([{ as: 'countyReviewer', because: [] }, city]);
    draft = draftIn(await office.change('G-RE1', draft, 'approvals', { digest: digestOf(draft) }));
    expect([draft.state, draft.submission?.missing]).toEqual(['submitted', [city]]);
    expect(outcome(await office.change('G-RE1', draft, 'publication'))).toBe('409 draftState');
    const again = await office.change('G-RE2', draft, 'approvals', { digest: digestOf(draft), reason: 'so be it' });
    expect(outcome(again)).toBe('409 approvalNotNeeded');
  });

  it('is overridden by the city, saying why; reason and proof stand in the audit trail and with the version', async () => {
    const approve = (body: object) => office.change('C-RE', draft, 'approvals', { digest: digestOf(draft), ...body });
    const without = await approve({});
    expect(outcome(without)).toBe('422 overrideReasonMissing');
    expect(without.json.errors).toMatchObject([{ pointer: '/reason' }]);
    expect(outcome(await approve({ reason: ' ' }))).toBe('422 wordsLength');
    const reason = 'two families a year, whom the relief office helps';
    draft = draftIn(await approve({ reason }));
    expect(draft.state).toBe('approved');
    const published = await office.change('G-RE1', draft, 'publication');
    expect(outcome(published)).toBe('201');
    const lines = [];
    for await (const { entry } of office.store.audit.read()) lines.push(entry);
    expect(lines.filter(({ act }) => act === 'draft.submitted').at(-1)?.after).toMatchObject({
      proofs: [{ result: 'refuted', evidence: proofOf(draft)?.evidence }],
    });
    expect(lines.filter(({ act }) => act === 'draft.approved').at(-1)).toMatchObject({
      by: { staffNumber: 'C-RE', role: 'cityReviewer' },
      after: { because: ['notProved'] },
      reason,
    });
    const record = office.store.records().at(-1);
    expect(record?.review?.approvals).toMatchObject([{ by: 'G-RE1' }, { by: 'C-RE', reason }]);
  });
});

describe('the proof of a draft', () => {
  it('needs nobody more where nobody is worse off', async () => {
    const draft = await office.submitted('G-ED1', guan(plainFigures, '{from: 2019-10-01, to: 2019-12-31}'));
    expect(proofOf(draft)).toMatchObject({ passed: true, result: 'proved' });
    expect(draft.submission?.needed).toEqual([{ as: 'countyReviewer', because: [] }]);
  });

  it('has the year’s own answer beside: two claims that cost more together, though neither does alone', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const better = guan('  medicalAssistance.ratio: 0.8');
    const draft = draftIn(await office.save('G-ED1', begun, better));
    const { proof } = await provedOf(office, 'G-ED1', draft.id);
    const [ground] = proof?.grounds ?? [];
    expect([ground?.result, ground?.year.result]).toEqual(['proved', 'refuted']);
    const { claims, dates, selfPay, loss } = ground?.year.example ?? expect.fail('no two claims');
    const settled = async (claim: object, date: string, text: string | null) => {
      const rules = text === null ? { jurisdiction: '371500' } : { jurisdiction: '371525', ruleSet: { text } };
      const { json } = await office.send('A-N', 'POST', '/evaluations', { id: 'x', date, claim, ...rules });
      return json as unknown as { readonly selfPay: { readonly total: number }; readonly history: { after: object } };
    };
    const together = async (date: string, text: string | null) => {
      const first = await settled(claims[0] ?? {}, date, text);
      const second = await settled({ ...claims[1], history: first.history.after }, date, text);
      return Math.round((first.selfPay.total + second.selfPay.total) * 100) / 100;
    };
    expect([await together(dates.from, null), await together(dates.to, better)]).toEqual([selfPay.from, selfPay.to]);
    expect(loss).toBeGreaterThan(0);
    draftIn(await office.save('G-ED1', draft, hiding));
    const refuted = await provedOf(office, 'G-ED1', draft.id);
    expect(refuted.proof?.grounds[0]?.year).toMatchObject({ result: 'undecided', reason: 'stopped', example: null });
  });

  it('is of the present text, and is read by those who may read the draft', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    let draft = draftIn(await office.save('G-ED1', begun, hiding));
    expect((await provedOf(office, 'G-ED1', draft.id)).proof?.grounds[0]?.result).toBe('refuted');
    expect(outcome(await office.send('S-ED', 'GET', `/drafts/${draft.id}/proof`))).toBe('404 hidden');
    draft = draftIn(await office.save('G-ED2', draft, guan(plainFigures)));
    const mended = await provedOf(office, 'G-ED1', draft.id);
    expect([mended.revision, mended.proof?.grounds[0]?.result]).toEqual([draft.revision, 'proved']);
    draft = draftIn(await office.save('G-ED1', draft, 'kind: Override\n'));
    expect(await provedOf(office, 'G-ED1', draft.id)).toMatchObject({ status: 'invalid', proof: null });
  });

  it('of a city’s draft is for information: it needs nothing', async () => {
    const begun = await office.begin('C-ED', { jurisdiction: '371500', date: '2019-07-01' });
    const lowered = begun.text.replace('accident.medical:\n    {value: 5000', 'accident.medical:\n    {value: 4000');
    const saved = draftIn(await office.save('C-ED', begun, lowered));
    const { proof } = await provedOf(office, 'C-RE', saved.id);
    expect([proof?.against, proof?.grounds[0]?.result]).toEqual(['inForce', 'refuted']);
    const draft = draftIn(await office.change('C-ED', saved, 'submission', { reason: 'less is paid' }));
    expect([proofOf(draft), draft.submission?.needed]).toEqual([undefined, [{ as: 'cityReviewer', because: [] }]]);
  });

  it('is missing of what was approved before there were proofs: it opens, and the city is asked before it is published', async () => {
    const draft = await office.approved('G-ED1', 'G-RE1', guan(plainFigures, '{from: 2019-11-01, to: 2019-12-31}'));
    const held = (await office.store.row('drafts', draft.id)) ?? expect.fail('no row');
    const row = { ...held.row, gates: held.row.gates.filter(({ gate }) => gate !== 'proof') };
    await office.store.act({
      audit: [{ ...line, at: office.now.toISOString() }],
      rows: [{ table: 'drafts', id: draft.id, expects: held.revision, row }],
    });
    const old = { id: draft.id, revision: held.revision + 1 };
    expect(outcome(await office.change('G-RE2', old, 'publication'))).toBe('409 approvalMissing');
    const said = { digest: digestOf(draft), reason: 'looked at by hand' };
    const seen = draftIn(await office.change('C-RE', old, 'approvals', said));
    expect(outcome(await office.change('G-RE2', seen, 'publication'))).toBe('201');
  });

  it('is begun as soon as a text is saved, in a thread of its own', async () => {
    const there = await new CountyOffice().open({
      rules: cityWithHiddenCliff(),
      proofThread: (store) => poolOver(store, { size: 1, worker: workerFile }),
    });
    const begun = await there.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const draft = draftIn(await there.save('G-ED1', begun, hiding));
    const { proof } = await provedOf(there, 'G-ED1', draft.id);
    const here = await provedOf(office, 'G-ED1', (await office.submitted('G-ED2', hiding)).id);
    expect(proof?.grounds).toEqual(here.proof?.grounds);
    const sent = draftIn(await there.change('G-ED1', draft, 'submission', { reason: 'more is paid' }));
    expect(proofOf(sent)?.evidence).toBe(proof?.grounds[0]?.evidence);
    await there.close();
  });
});

describe('a proof on which its thread dies', () => {
  it('keeps no submission: it is undecided, and the city is asked', async () => {
    const folder = emptyFolder();
    const dying = threadThat(folder.path, 'dies', 'if (task?.kind === "proof") process.exit(7);');
    const there = await new CountyOffice().open({
      proofThread: (store) => poolOver(store, { size: 1, worker: dying }),
    });
    const draft = await there.submitted('G-ED1', guan(plainFigures));
    expect(draft.state).toBe('submitted');
    expect(proofOf(draft)).toMatchObject({ passed: false, result: 'undecided', evidence: 'stopped' });
    expect(draft.submission?.missing.at(-1)).toEqual({ as: 'cityReviewer', because: ['notProved'] });
    expect((await provedOf(there, 'G-RE1', draft.id)).status).toBe('failed');
    expect(there.service.reports).toContain('draftProof');
    await there.close();
    folder.remove();
  });
});

describe('where the ground moves', () => {
  it('the proof is made anew: of a draft that is submitted again, and of a version that is put back', async () => {
    const moving = await new CountyOffice().open();
    const approve = (someone: Someone, draft: DraftJson) =>
      moving.change(someone, draft, 'approvals', { digest: digestOf(draft) }).then(draftIn);
    const scheduled = await moving.approved(
      'G-ED1',
      'G-RE1',
      guan(hidingFigures, '{from: 2019-08-01, to: 2019-09-30}'),
    );
    expect(proofOf(scheduled)?.result).toBe('proved');
    const { version } = draftIn(await moving.change('G-RE2', scheduled, 'publication'), 201).publication ?? {};
    const waiting = await moving.approved('G-ED1', 'G-RE1', guan(hidingFigures, '{from: 2019-10-01, to: 2019-12-31}'));
    const begun = await moving.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
    const city = withHiddenCliff(begun.text).replace('effective: {from: 2019-01-01', 'effective: {from: 2019-07-01');
    const saved = draftIn(await moving.save('C-ED', begun, city));
    const sent = draftIn(await moving.change('C-ED', saved, 'submission', { reason: 'one cap for both' }));
    draftIn(await moving.change('C-RE2', await approve('C-RE', sent), 'publication'), 201);

    expect(outcome(await moving.change('G-RE2', waiting, 'publication'))).toBe('409 groundMoved');
    const back = draftIn(await moving.change('G-ED1', waiting, 'withdrawal'));
    const again = draftIn(await moving.change('G-ED1', back, 'submission', { reason: 'on the new ground' }));
    expect(proofOf(again)).toMatchObject({ passed: false, result: 'refuted' });

    const resume = () =>
      moving.send('G-RE2', 'POST', `/jurisdictions/371525/rule-sets/${version}/resumption`, { reason: 'go on' });
    const refused = await resume();
    expect(outcome(refused)).toBe('409 groundMoved');
    expect(moving.store.records().find((one) => one.jurisdiction === '371525')?.events).toMatchObject([
      { kind: 'suspended' },
    ]);
    await moving.close();
  });
});

const line: Omit<Act['audit'][number], 'at'> = {
  ...{ by: { kind: 'system' }, act: 'draft.older', on: null, before: null, after: null, reason: null },
};
