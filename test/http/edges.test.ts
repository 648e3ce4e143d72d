import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, newApi } from './api.ts';
import { type Service, startService } from './service.ts';
import { keyOf, SetUps } from './set-ups.ts';

let service: Service;
beforeAll(async () => {
  service = await startService({ samples: true });
});
afterAll(() => service.stop());

const ask = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  service.call('/api/v1/edges', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('POST /api/v1/edges', () => {
  const sides = { from: '371500@1.0.0', to: '371525@1.0.0' };

  it('answers claims that the evaluation settles as it says', async () => {
    const { status, json, headers } = await ask({ ...sides, limit: 20 }, { 'Accept-Language': 'en' });
    expect([status, headers.get('content-language')]).toEqual([200, 'en']);
    const { edges, truncated, from, to } = json as unknown as Found;
    expect([edges.length, truncated]).toEqual([20, false]);
    expect([from.reference, to.label.zh]).toEqual(['371500@1.0.0', '冠县 1.0.0（市级 1.0.0）']);
    for (const { claim, dates, paid, selfPay, message } of edges) {
      expect(message).toMatch(/ (more|less|as before)/);
      for (const [side, code] of [
        ['from', '371500'],
        ['to', '371525'],
      ] as const) {
        const request = { id: 'x', jurisdiction: code, date: dates[side], claim, ...ruleSet(code) };
        const settled = await service.call('/api/v1/evaluations', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(request),
        });
        const answer = settled.json as unknown as { paid: number; selfPay: { total: number } };
        expect([answer.paid, answer.selfPay.total], JSON.stringify(request)).toEqual([paid[side], selfPay[side]]);
      }
    }
  });

  it('compares with a text that has not been published, and says what is wrong in it', async () => {
    const text = (cap: number) =>
      `kind: Override\njurisdiction: "371521"\nextends: "371500"\neffective: {from: 2019-07-01}\nreason: 多付\nstandards:\n  supplementaryMedical.annualCap: ${cap}\n`;
    const draft = (cap: number) => ({ jurisdiction: '371521', date: '2019-07-01', text: text(cap) });
    const found = await ask({ from: '371521@2019-07-01', draft: draft(350_000), limit: 5 });
    const { to, edges } = found.json as unknown as Found;
    expect([found.status, to.label.zh]).toEqual([200, '阳谷县（草稿）']);
    expect(edges.length).toBe(5);
    for (const { selfPay } of edges) expect(selfPay.to).toBeLessThan(selfPay.from);
    const below = await ask({ from: '371521@2019-07-01', draft: draft(250_000) });
    expect([below.status, below.json.code]).toEqual([422, 'draftInvalid']);
    expect(below.json.errors).toMatchObject([{ code: 'belowFloor', pointer: '/draft/text', line: 7 }]);
  });

  it('takes turns with other requests', async () => {
    await ask(sides);
    let longest = 0;
    const start = performance.now();
    let last = start;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const { status } = await ask({ ...sides, limit: 49 });
    clearInterval(timer);
    expect(status).toBe(200);
    // In one go the pause would be as long as the comparison.
    expect(longest).toBeLessThan((performance.now() - start) / 3);
  });

  it('refuses more than two at a time', async () => {
    const limits = [40, 41, 42, 43, 44, 45];
    const answers = await Promise.all(limits.map((limit) => ask({ ...sides, limit })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503, 503, 503]);
    expect((await ask({ ...sides, limit: 1 })).status).toBe(200);
  });

  it('shares a search among those who ask for the same, and remembers what it found', async () => {
    const same = { ...sides, limit: 30 };
    const together = await Promise.all(Array.from({ length: 6 }, () => ask(same)));
    const later = await ask({ ...same, to: '371525@2019-07-01' }, { 'Accept-Language': 'en' });
    expect([...together, later].map(({ status }) => status)).toEqual(Array(7).fill(200));
    expect(new Set(together.map(({ text }) => text)).size).toBe(1);
    const [first, last] = [...together.slice(0, 1), later].map(({ json }) => json as unknown as Found);
    expect(last?.to).toMatchObject({ reference: '371525@2019-07-01' });
    expect(last?.edges.map(({ claim }) => claim)).toEqual(first?.edges.map(({ claim }) => claim));
  });

  it.each([
    [{ from: '371500@1.0.0' }, 'requestFieldMissing', '/to'],
    [{ ...sides, to: 'rules/371525.yaml' }, 'sideMalformed', '/to'],
    [{ ...sides, to: 'git:HEAD:rules/a.yaml' }, 'sideMalformed', '/to'],
    [{ ...sides, from: '999999' }, 'unknownJurisdiction', '/from'],
    [{ ...sides, to: '371525@9.0.0' }, 'unknownVersion', '/to'],
    [{ ...sides, to: '371525@2018-01-01' }, 'noRuleSetInForce', '/to'],
    [{ ...sides, to: `sha256:${'0'.repeat(64)}` }, 'unknownDigest', '/to'],
    [{ ...sides, limit: 0 }, 'requestOutOfRange', '/limit'],
    [{ ...sides, draft: { jurisdiction: '371525', date: '2019-07-01', text: '' } }, 'requestNotTogether', '/draft'],
    [{ from: '371525', draft: { jurisdiction: '371525', date: 'x', text: '' } }, 'requestNotDate', '/draft/date'],
    [{ from: '371525', draft: { jurisdiction: '371525', text: '' } }, 'requestFieldMissing', '/draft/date'],
  ])('%j is refused with %s', async (body, code, pointer) => {
    const { json } = await ask(body);
    const { errors } = json as unknown as { errors: { code: string; pointer: string; help?: string }[] };
    expect(errors.map((one) => [one.code, one.pointer])).toEqual([[code, pointer]]);
    if (code === 'requestNotTogether') expect(errors[0]?.help).toMatch(/^(去掉其中一个|leave one of them out)$/);
  });
});

describe('a key that is limited to a county', () => {
  const setUps = new SetUps();
  let api: Api;
  beforeAll(() => {
    api = newApi(setUps);
  });
  afterAll(() => setUps.stop());

  it('compares it with its city, and with no other county', async () => {
    const asked = async (to: string) => {
      const headers = { Authorization: `Bearer ${keyOf('j')}` };
      const body = { from: '371500', to };
      return api.send('findEdges', { name: to, summary: { zh: to, en: to }, setUp: 'keys', headers, body });
    };
    expect((await asked('371521')).status).toBe(200);
    expect((await asked('371525')).json.code).toBe('jurisdictionNotAllowed');
  });
});

interface Both {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly from: { readonly reference: string };
  readonly to: { readonly label: { readonly zh: string } };
  readonly truncated: boolean;
  readonly edges: readonly {
    readonly claim: unknown;
    readonly dates: { readonly from: string; readonly to: string };
    readonly paid: Both;
    readonly selfPay: Both;
    readonly message: string;
  }[];
}

/** The version asked for, whatever is in force on the date. */
function ruleSet(code: string) {
  return { ruleSet: code === '371500' ? { version: '1.0.0' } : { version: '1.0.0', baseVersion: '1.0.0' } };
}
