import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProofJob } from '../../schemas/generated/documents.ts';
import { hashOf } from '../../server/access/api-key.ts';
import { accessOf } from '../../server/access/identify.ts';
import { SolverThread } from '../../server/solver/solver-thread.ts';
import { emptyFolder } from '../cli/dixian.ts';
import { root } from '../house/sources.ts';
import { openedRules } from '../opened-rules.ts';
import { poolOver, threadThat, workerFile } from './batch/rooms.ts';
import { type Service, startService } from './service.ts';
import { keyOf } from './set-ups.ts';
import { grant, type Signed, settle, signIn } from './signed-in.ts';

/** A service over samples whose proofs are made in threads that run a file. */
async function threaded(worker: URL, heapMegabytes = 0): Promise<Service> {
  const rules = await openedRules(join(root, 'rules'), true);
  // Of a solver here it has none: what is proved by one was asked in the thread.
  return startService({ rules, proofJobThreads: poolOver(rules, { size: 1, worker, heapMegabytes }) });
}

const sendTo = (service: Service, method: string, path: string, body?: unknown, headers = {}) =>
  service.call(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const text = (standards: string) =>
  `kind: Override\njurisdiction: "371521"\nextends: "371500"\neffective: {from: 2019-07-01}\nreason: 多付\n${standards}`;

const draftOf = (standards: string) => ({ jurisdiction: '371521', date: '2019-07-01', text: text(standards) });

/** Begins a proof and waits until it has ended. */
async function provedBy(service: Service, body: unknown, headers = {}): Promise<ProofJob> {
  const begun = await sendTo(service, 'POST', '/api/v1/proofs', body);
  expect(begun.status).toBe(202);
  const address = begun.headers.get('location') ?? '';
  for (;;) {
    const { status, json } = await sendTo(service, 'GET', address, undefined, headers);
    expect(status).toBe(200);
    const job = json as unknown as ProofJob;
    if (job.status !== 'waiting' && job.status !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const here = () =>
  startService({
    samples: true,
    solver: new SolverThread(new URL('../../dist/solver-thread.js', import.meta.url)),
  });

describe.each([
  ['between requests', here],
  ['in a thread of its own', () => threaded(workerFile)],
])('POST /api/v1/proofs, %s', (_, open) => {
  let service: Service;
  beforeAll(async () => {
    service = await open();
  });
  afterAll(() => service.stop());

  const send = (method: string, path: string, body?: unknown) => sendTo(service, method, path, body);
  const proved = (body: unknown) => provedBy(service, body);

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
});

const sides = { from: '371525@1.0.0', to: '371500@1.0.0' };

describe('a proof', () => {
  it.each([true, false])('is its beginner’s alone, whether a key is needed (%s) or not', async (needed) => {
    const closed = await startService({
      samples: true,
      access: accessOf([], needed),
      prepare: async (people) => {
        await settle(people, 'G-1', grant('countyEditor', '371525'));
        await settle(people, 'S-1', grant('countyEditor', '371522'));
      },
    });
    const ask = (method: string, path: string, signed: Signed | null, body: string | null = null) =>
      closed.call(path, { method, headers: { 'Content-Type': 'application/json', ...signed }, body });
    const [own, other] = [await signIn(closed, 'G-1'), await signIn(closed, 'S-1')];
    const begun = await ask('POST', '/api/v1/proofs', own, JSON.stringify(sides));
    expect(begun.status).toBe(202);
    const address = begun.headers.get('location') ?? '';
    expect((await ask('GET', address, own)).status).toBe(200);
    for (const method of ['GET', 'DELETE']) {
      const refused = await ask(method, address, other);
      expect([refused.status, refused.json.code]).toEqual([404, 'hidden']);
      const stranger = await ask(method, address, null);
      expect([stranger.status, stranger.json.code]).toEqual(needed ? [401, 'keyMissing'] : [404, 'hidden']);
    }
    // A page of another site that a browser was led to has the cookie's right to nothing.
    const foreign = await ask('DELETE', address, { ...own, Origin: 'https://elsewhere.example' });
    expect([foreign.status, foreign.json.code]).toEqual([403, 'originForeign']);
    expect((await ask('DELETE', address, own)).status).toBe(204);
    expect((await ask('GET', address, own)).status).toBe(404);
    await closed.stop();
  });

  it('is its key’s alone where none is needed, and whoever’s has its address where nobody in particular began it', async () => {
    const [mine, others, guan, shen] = [keyOf('m'), keyOf('o'), keyOf('g'), keyOf('s')];
    const limits = new Map([
      [guan, ['371525']],
      [shen, ['371522']],
    ]);
    const keys = [mine, others, guan, shen].map((key) => {
      const jurisdictions = limits.get(key);
      const scopes = ['evaluate', 'read'] as ('evaluate' | 'read')[];
      return { name: key, hash: hashOf(key), scopes, ...(jurisdictions && { jurisdictions }) };
    });
    const open = await startService({ samples: true, access: accessOf(keys, false) });
    const by = (key: string) => ({ Authorization: `Bearer ${key}` });
    const begin = async (headers = {}) =>
      (await sendTo(open, 'POST', '/api/v1/proofs', sides, headers)).headers.get('location') ?? '';
    const status = async (method: string, address: string, headers = {}) =>
      (await sendTo(open, method, address, undefined, headers)).status;
    const own = await begin(by(mine));
    expect([await status('GET', own, by(mine)), await status('GET', own, by(others))]).toEqual([200, 404]);
    expect([await status('DELETE', own), await status('DELETE', own, by(mine))]).toEqual([404, 204]);
    const anybodys = await begin();
    expect([await status('GET', anybodys), await status('GET', anybodys, by(mine))]).toEqual([200, 200]);
    // Of rules that a key may not ask about it reads nothing; and nobody who is known ends what strangers have begun.
    expect([await status('GET', anybodys, by(guan)), await status('GET', anybodys, by(shen))]).toEqual([200, 404]);
    for (const key of [mine, guan, shen]) expect(await status('DELETE', anybodys, by(key))).toBe(404);
    expect(await status('DELETE', anybodys)).toBe(204);
    await open.stop();
  });
});

describe('a thread of proofs', () => {
  const folder = emptyFolder();
  afterAll(() => folder.remove());
  const [lost, other] = [
    { from: '371525@1.0.0', to: '371500@1.0.0' },
    { from: '371500@1.0.0', to: '371500@1.0.0' },
  ];
  const atLost = `task?.kind === "sides" && task.from.reference === ${JSON.stringify(lost.from)}`;

  it('that does not come to an end is ended with the proof, and the next proof has its turn', async () => {
    const service = await threaded(threadThat(folder.path, 'stuck', `if (${atLost}) for (;;);`));
    const begun = await sendTo(service, 'POST', '/api/v1/proofs', lost);
    const address = begun.headers.get('location') ?? '';
    expect((await sendTo(service, 'GET', address)).json).toMatchObject({ status: 'running', problem: null });
    expect((await sendTo(service, 'DELETE', address)).status).toBe(204);
    const next = await provedBy(service, other);
    expect([next.status, next.proof?.result, next.problem]).toEqual(['ended', 'proved', null]);
    expect(service.reports).toEqual([]);
    await service.stop();
  });

  it('that dies makes its proof fail, with a problem whose number the log has, and nothing else', async () => {
    const service = await threaded(threadThat(folder.path, 'dies', `if (${atLost}) process.exit(7);`));
    for (const [language, title] of [
      ['en', 'internal error'],
      ['zh', '服务内部错误'],
    ] as const) {
      const job = await provedBy(service, lost, { 'Accept-Language': language });
      expect([job.status, job.proof, job.problem?.code]).toEqual(['failed', null, 'internalError']);
      expect(job.problem?.title).toBe(title);
      expect(job.problem?.detail).toContain(job.id);
      expect(service.reports).toContain(job.id);
    }
    expect((await provedBy(service, other)).proof?.result).toBe('proved');
    await service.stop();
  });

  it('that needs more memory than it has makes its proof fail as too large, with what to do, and nothing else', async () => {
    const eats = `if (${atLost}) for (const eaten = []; ; ) eaten.push(Array.from({ length: 1_000 }, () => ({ at: Math.random() })));`;
    const service = await threaded(threadThat(folder.path, 'eats', eats), 128);
    const job = await provedBy(service, lost, { 'Accept-Language': 'en' });
    expect([job.status, job.proof, job.problem?.code]).toEqual(['failed', null, 'proofTooLarge']);
    expect(job.problem?.errors[0]?.help).toContain('--max-old-space-size');
    expect(service.reports).toContain(job.id);
    expect((await provedBy(service, other)).proof?.result).toBe('proved');
    await service.stop();
  });
});
