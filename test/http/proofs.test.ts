import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProofJob } from '../../schemas/generated/documents.ts';
import { accessOf } from '../../server/access/identify.ts';
import { SolverThread } from '../../server/solver/solver-thread.ts';
import { type Service, startService } from './service.ts';
import { grant, type Signed, settle, signIn } from './signed-in.ts';

let service: Service;
beforeAll(async () => {
  service = await startService({
    samples: true,
    solver: new SolverThread(new URL('../../dist/solver-thread.js', import.meta.url)),
  });
});
afterAll(() => service.stop());

const send = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  service.call(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const text = (standards: string) =>
  `kind: Override\njurisdiction: "371521"\nextends: "371500"\neffective: {from: 2019-07-01}\nreason: 多付\n${standards}`;

const draftOf = (standards: string) => ({ jurisdiction: '371521', date: '2019-07-01', text: text(standards) });

/** Begins a proof and waits until it has ended. */
async function proved(body: unknown): Promise<ProofJob> {
  const begun = await send('POST', '/api/v1/proofs', body);
  expect(begun.status).toBe(202);
  const address = begun.headers.get('location') ?? '';
  for (;;) {
    const { status, json } = await send('GET', address);
    expect(status).toBe(200);
    const job = json as unknown as ProofJob;
    if (job.status !== 'waiting' && job.status !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe('POST /api/v1/proofs', () => {
  it('proves that a raised cap leaves nobody worse off, and tells how far it got', async () => {
    const job = await proved({
      from: '371521@2019-07-01',
      draft: draftOf('standards:\n  supplementaryMedical.annualCap: 350000\n'),
    });
    expect([job.status, job.proof?.result]).toEqual(['ended', 'proved']);
    expect(job.progress.done).toBe(job.progress.of);
    expect(job.proof?.certificate?.to.effectiveDigest).toBe(job.proof?.to.effectiveDigest);
  });

  it('finds the claim by which somebody is worse off, as the evaluation settles it', async () => {
    const job = await proved({ from: '371525@1.0.0', to: '371500@1.0.0' });
    expect([job.status, job.proof?.result]).toEqual(['ended', 'refuted']);
    const example = job.proof?.counterexample;
    if (example === null || example === undefined) throw new Error('no claim');
    for (const [code, date, borne] of [
      ['371525', example.dates.from, example.before],
      ['371500', example.dates.to, example.after],
    ] as const) {
      const ruleSet = code === '371500' ? { version: '1.0.0' } : { version: '1.0.0', baseVersion: '1.0.0' };
      const settled = await send('POST', '/api/v1/evaluations', {
        ...{ id: 'x', jurisdiction: code, date, claim: example.claim, ruleSet },
      });
      expect(settled.json.paid, settled.text).toBe(borne.paid);
    }
    expect(example.before.paid).toBeGreaterThan(example.after.paid);
  });

  it('says what is wrong with a text, and where', async () => {
    const below = await send('POST', '/api/v1/proofs', {
      from: '371521@2019-07-01',
      draft: draftOf('standards:\n  supplementaryMedical.annualCap: 250000\n'),
    });
    expect([below.status, below.json.code]).toEqual([422, 'draftInvalid']);
    expect(below.json.errors).toMatchObject([{ code: 'belowFloor', pointer: '/draft/text', line: 7 }]);
  });

  it('is read and ended by whoever began it, and is nobody else’s', async () => {
    const closed = await startService({
      samples: true,
      access: accessOf([], true),
      prepare: async (people) => {
        await settle(people, 'G-1', grant('countyEditor', '371525'));
        await settle(people, 'S-1', grant('countyEditor', '371522'));
      },
    });
    const ask = (method: string, path: string, signed: Signed, body: string | null = null) =>
      closed.call(path, { method, headers: { 'Content-Type': 'application/json', ...signed }, body });
    const [own, other] = [await signIn(closed, 'G-1'), await signIn(closed, 'S-1')];
    const sides = JSON.stringify({ from: '371525@1.0.0', to: '371500@1.0.0' });
    const begun = await ask('POST', '/api/v1/proofs', own, sides);
    expect(begun.status).toBe(202);
    const address = begun.headers.get('location') ?? '';
    expect((await ask('GET', address, own)).status).toBe(200);
    for (const method of ['GET', 'DELETE']) {
      const refused = await ask(method, address, other);
      expect([refused.status, refused.json.code]).toEqual([404, 'hidden']);
    }
    expect((await ask('DELETE', address, own)).status).toBe(204);
    expect((await ask('GET', address, own)).status).toBe(404);
    await closed.stop();
  });
});
