import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openFolder } from '../../server/store/folder-source.ts';
import { type Evaluate, evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';
import { becomes, headOf, rawConnection, statuses } from './raw.ts';
import { example, type Service, startService } from './service.ts';

const running: Service[] = [];
afterAll(async () => {
  for (const service of running) await service.stop();
});

const PATH = '/api/v1/evaluations';
const single = JSON.stringify(example);
const small = JSON.stringify([example, example]);

/** Twenty claims, of which the ninth stays under way: by then at least two turns of eight milliseconds are over. */
const long = JSON.stringify(
  Array.from({ length: 20 }, (_, at) => ({ ...example, id: at === 8 ? 'held' : `long-${at}` })),
);

/** A service whose array `long` is under way until it is let go, at a pace of some milliseconds a claim. */
async function holding(evaluationMilliseconds: number) {
  const settle = evaluator(new RuleBook(await openFolder(join(root, 'rules'))));
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isHeld = false;
  const evaluate: Evaluate = (request) => {
    const { id } = request as { id: string };
    if (id === 'held') {
      isHeld = true;
      return held.then(() => settle(request));
    }
    const until = performance.now() + 5;
    while (id.startsWith('long') && performance.now() < until);
    return settle(request);
  };
  const service = await startService({ evaluate, limits: { evaluationMilliseconds } });
  running.push(service);
  const caller = rawConnection(service.address);
  caller.write(headOf(PATH, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(long) }) + long);
  await becomes(() => isHeld);
  return { service, caller, letGo };
}

it('while an array has more to settle than others may wait, arrays are refused and single claims are not', async () => {
  const { service, caller, letGo } = await holding(1);
  for (const body of [small, ` \n${small}`, `\ufeff ${small}`, '[not even JSON']) {
    const refused = await service.post(body);
    expect([refused.status, refused.headers.get('retry-after'), refused.json.code]).toEqual([503, '1', 'overloaded']);
  }
  expect((await service.post(single)).status).toBe(200);
  letGo();
  // What has begun is left to its end, however long it takes.
  await caller.until(/"long-19"/);
  expect(statuses(caller.text())).toEqual(['200']);
  caller.socket.destroy();
  await becomes(async () => (await service.post(small)).status === 200);
});

it('where they may wait as long, arrays are answered while one stands still', async () => {
  const { service, caller, letGo } = await holding(10_000);
  expect((await service.post(small)).status).toBe(200);
  letGo();
  await caller.until(/"long-19"/);
  caller.socket.destroy();
});

it('one as long as what those before it have still to settle is answered too: of two equal ones neither is refused', async () => {
  const { service, caller, letGo } = await holding(1);
  expect((await service.post(small)).status).toBe(503);
  expect((await service.post(`[${Array.from({ length: 20 }, () => single).join()}]`)).status).toBe(200);
  letGo();
  await caller.until(/"long-19"/);
  caller.socket.destroy();
});

it('who leaves frees what their array held', async () => {
  const { service, caller, letGo } = await holding(1);
  expect((await service.post(small)).status).toBe(503);
  caller.socket.destroy();
  await becomes(async () => (await service.post(small)).status === 200);
  letGo();
  await becomes(() => service.logged.some(({ status }) => status === 499));
  expect(service.reports).toEqual([]);
});
