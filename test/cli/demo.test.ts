import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { example } from '../http/service.ts';
import { emptyFolder, finished, start } from './dixian.ts';

const folder = emptyFolder();
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Draft {
  readonly id: string;
  readonly jurisdiction: string;
  readonly state: string;
  readonly revision: number;
}

/** `serve --demo` in the folder; answers what it said, and a way to ask it as somebody. */
async function demo() {
  const child = start(['serve', '--demo', '--lang', 'en'], { cwd: folder.path, env: { PORT: '0' } });
  const ended = finished(child);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  stops.push(() => stop());
  const said = await new Promise<string>((resolve, reject) => {
    let all = '';
    child.stdout?.on('data', (chunk) => {
      all += chunk;
      if (all.includes('  A-101')) resolve(all);
    });
    ended.then(({ out, err }) => reject(new Error(out + err)));
  });
  const address = /http:\/\/\S+/.exec(said)?.[0] ?? '';
  const people = new Map(
    [...said.matchAll(/^ {2}(\S+) {2}\S+ {2}(.+)$/gm)].map(([, who, password]) => [who, password]),
  );
  const cookies = new Map<string, string>();
  const ask = async (who: string, method: string, path: string, body?: object, headers: object = {}) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Origin: address, Cookie: cookies.get(who) ?? '', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, json: (await response.json()) as never };
  };
  const signIn = async (who: string) => {
    const { status, headers } = await ask(who, 'POST', '/session', { staffNumber: who, password: people.get(who) });
    cookies.set(who, headers.get('set-cookie')?.split(';')[0] ?? '');
    return [status, headers.get('Dixian-Demo')];
  };
  const drafts = async (who: string) =>
    (await ask(who, 'GET', '/drafts?limit=100')).json as { items: readonly Draft[] };
  return { said, people, ask, signIn, drafts, stop };
}

describe('dixian serve --demo', () => {
  it('has its samples in force, people who sign in and drafts in every state, one of which they take on; once for all', async () => {
    const first = await demo();
    expect(first.said).not.toContain('/setup#');
    expect(first.said).not.toContain('begin anew');
    expect([...first.people.keys()]).toHaveLength(10);
    expect(first.said).toContain('2019-07-01');
    expect(readdirSync(folder.path)).toEqual(['data-demo']);
    const settled = (await first.ask('', 'POST', '/evaluations', { ...example, date: '2019-08-01' })).json;
    expect(settled).toMatchObject({ ruleSet: { jurisdiction: '371525', version: '1.0.0' } });
    expect(settled).not.toMatchObject({ paid: 18902 });
    for (const who of first.people.keys()) expect(await first.signIn(who ?? '')).toEqual([201, 'true']);
    const { items } = await first.drafts('A-101');
    expect(items.map(({ state, jurisdiction }) => `${jurisdiction} ${state}`).sort()).toEqual([
      '371500 submitted',
      '371522 published',
      '371522 published',
      '371522 published',
      '371525 approved',
      '371525 draft',
      '371525 draft',
      '371525 returned',
      '371525 submitted',
    ]);
    const versions = await first.ask('A-101', 'GET', '/jurisdictions/371522/rule-sets');
    expect(JSON.stringify(versions.json)).toContain('suspended');
    const submitted = items.find(({ state, jurisdiction }) => state === 'submitted' && jurisdiction === '371525');
    const { json } = await first.ask('G-202', 'GET', `/drafts/${submitted?.id}`);
    const { submission, revision } = json as { submission: { documentDigest: string }; revision: number };
    const step = (who: string, what: string, of: number, body?: object) =>
      first.ask(who, 'POST', `/drafts/${submitted?.id}/${what}`, body, { 'If-Match': `"${of}"` });
    const digest = { digest: submission.documentDigest };
    expect((await step('G-202', 'approvals', revision, digest)).status).toBe(200);
    expect((await step('C-202', 'approvals', revision + 1, digest)).json).toMatchObject({ state: 'approved' });
    expect((await step('G-202', 'publication', revision + 2)).json).toMatchObject({ state: 'published' });
    expect((await first.stop('SIGINT')).code).toBe(0);
    const again = await demo();
    expect(again.said).not.toContain('begin anew');
    await again.signIn('A-101');
    expect((await again.drafts('A-101')).items).toHaveLength(9);
  });
});
