import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import { emptyFolder } from '../cli/dixian.ts';
import { root } from '../house/sources.ts';
import { cityRules, poolOver, threadThat, workerFile } from './batch/rooms.ts';
import { CountyOffice, draftIn, guan } from './drafts/county-office.ts';
import { becomes } from './raw.ts';
import { example, type Service, startService } from './service.ts';

const folder = emptyFolder();
const text = readFileSync(join(root, 'rules/371500/liaocheng-2019.yaml'), 'utf8');
const request = JSON.stringify({ ...example, ruleSet: { text } });
const broken = JSON.stringify({ ...example, ruleSet: { text: text.replace('medicalAssistance.ratio:', 'x:') } });
let source: RuleSource;
let running: Service[] = [];
beforeAll(async () => {
  source = await cityRules();
});
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
  running = [];
});
afterAll(folder.remove);

async function serve(worker: URL | null): Promise<Service> {
  const pool = worker === null ? {} : { pool: poolOver(source, { size: 1, worker }) };
  const service = await startService({ rules: source, ...pool });
  running.push(service);
  return service;
}

const validate = (service: Service, body: string) =>
  service.call('/api/v1/validations', { method: 'POST', body, headers: { 'Content-Type': 'application/yaml' } });

describe('texts that have not been published', () => {
  it('are answered by another thread as by this one, refusals too', async () => {
    const [here, there] = [await serve(null), await serve(workerFile)];
    const array = `[${request},${broken},${JSON.stringify(example)}]`;
    for (const body of [request, broken, array]) {
      const [one, other] = [await here.post(body), await there.post(body)];
      expect([other.status, other.text]).toEqual([one.status, one.text]);
    }
    const wrong = text.replace('value: 15000', 'value: much');
    for (const body of [text, wrong, '']) {
      const [one, other] = [await validate(here, body), await validate(there, body)];
      expect([other.status, other.text]).toEqual([200, one.text]);
    }
  });

  it('keep nobody else waiting', async () => {
    const go = join(folder.path, 'go');
    const held = `if (text !== '') while (!existsSync(${JSON.stringify(go)}));`;
    const service = await serve(threadThat(folder.path, 'held', held));
    let answered = 0;
    const count = (asked: Promise<{ readonly status: number }>) =>
      asked.then(({ status }) => {
        answered += 1;
        return status;
      });
    const both = [count(service.post(request)), count(validate(service, text))];
    for (let more = 0; more < 20; more += 1) expect((await service.post(JSON.stringify(example))).status).toBe(200);
    expect(answered).toBe(0);
    writeFileSync(go, '');
    expect(await Promise.all(both)).toEqual([200, 200]);
  });

  it('of those who read leave places to those who submit', async () => {
    const go = join(folder.path, 'go on');
    const held = `if (text !== '' && task?.kind !== 'meaning') while (!existsSync(${JSON.stringify(go)}));`;
    const office = await new CountyOffice().open({
      pool: (store) => poolOver(store, { size: 1, worker: threadThat(folder.path, 'full', held) }),
    });
    const { service } = office;
    running.push(service);
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const draft = draftIn(await office.save('G-ED1', begun, guan('  accident.medical: 9000')));
    const readers = Array.from({ length: 12 }, () => validate(service, text));
    const refused = await Promise.race(readers);
    expect([refused.status, refused.json.code]).toEqual([503, 'overloaded']);
    const submitted = office.change('G-ED1', draft, 'submission', { reason: 'more is paid' });
    // It waits for its place in the one thread, where one more reader finds none.
    expect((await validate(service, text)).status).toBe(503);
    writeFileSync(go, '');
    expect(draftIn(await submitted).state).toBe('submitted');
    const read = (await Promise.all(readers)).filter(({ status }) => status === 200);
    expect(read.length).toBeGreaterThan(0);
  });

  it('on which a thread dies are a fault of ours by its id alone, and the next has another thread', async () => {
    const service = await serve(threadThat(folder.path, 'dies', 'if (text.includes(\'"die"\')) process.exit(7);'));
    const died = await service.post(request.replace('"id":"example"', '"id":"die"'), { 'Request-Id': 'mine' });
    expect([died.status, died.json.code]).toEqual([500, 'internalError']);
    expect(died.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    await becomes(() => service.reports.length === 1);
    expect(service.reports).toEqual(['mine']);
    expect((await service.post(request)).json).toMatchObject({ paid: 18902, status: 'draft' });
  });
});
