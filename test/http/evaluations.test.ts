import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const post = (request: unknown, headers?: Record<string, string>) => service.post(JSON.stringify(request), headers);

describe('POST /api/v1/evaluations', () => {
  it('settles the first worked example', async () => {
    const { status, headers, json, text } = await post(example);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(Object.keys(json)).toEqual(
      'id claimType jurisdiction date format eligible ruleSet layers paid selfPay history notices settlementDigest'.split(
        ' ',
      ),
    );
    expect(json).toMatchObject({
      id: 'example',
      claimType: 'inpatient',
      jurisdiction: '371525',
      date: '2019-06-01',
      format: 1,
      eligible: true,
    });
    const layers = json.layers as {
      layer: string;
      paid: number;
      lines: { owed: number; paid: number; boundBy: null }[];
      reason?: string;
    }[];
    expect(layers.map(({ layer, paid }) => [layer, paid])).toEqual([
      ['basicMedical', 15840],
      ['criticalIllness', 0],
      ['hospitalReduction', 150],
      ['medicalAssistance', 2912],
      ['supplementaryMedical', 0],
    ]);
    expect(layers.filter(({ paid, reason }) => (paid === 0) !== (reason !== undefined))).toEqual([]);
    expect(layers[0]).toMatchObject({
      channel: expect.any(String),
      lines: [{ owed: 15840, paid: 15840, boundBy: null }],
    });
    expect(json.paid).toBe(18902);
    expect(json.selfPay).toEqual({ inScope: 1248, outOfScope: 1350, total: 2598 });
    expect(json.history).toMatchObject({
      before: {
        year: {
          criticalIllness: { base: 0, paid: 0 },
          medicalAssistance: { paid: 0 },
          supplementaryMedical: { paid: 0 },
        },
      },
      after: {
        year: {
          criticalIllness: { base: 4160, paid: 0 },
          medicalAssistance: { paid: 2912 },
          supplementaryMedical: { paid: 0 },
        },
      },
    });
    expect(json.settlementDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(text).toContain('"paid":15840.00');
    expect(text).toContain('"total":2598.00');
  });

  it('names the rules: a county without an override has version null and the city as its base', async () => {
    const { json } = await post(example);
    const digest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string;
    expect(json.ruleSet).toEqual({
      jurisdiction: '371525',
      version: null,
      digest: null,
      base: { jurisdiction: '371500', version: '1.0.0', digest },
      effectiveDigest: digest,
    });
    const city = await post({ ...example, jurisdiction: '371500' });
    expect(city.json.ruleSet).toMatchObject({
      jurisdiction: '371500',
      version: '1.0.0',
      digest,
      base: { jurisdiction: '371500', version: '1.0.0' },
    });
  });

  it('needs of a claim only type, level and cost', async () => {
    const { status, json } = await post({
      ...example,
      claim: { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 20000 } },
    });
    expect(status).toBe(200);
    expect(json.paid).toBe(15840 + 2912);
    const notices = json.notices as { code: string }[];
    expect(notices.map(({ code }) => code)).toContain('counterAssumedZero');
  });

  it('finds the rules of a county by its earlier and its later code', async () => {
    for (const jurisdiction of ['371523', '371503']) {
      const { status, json } = await post({ ...example, jurisdiction });
      expect(status).toBe(200);
      expect(json.jurisdiction).toBe(jurisdiction);
    }
  });

  it('gives reasons in the language asked for, and none unasked', async () => {
    const plain = await post(example, { 'Accept-Language': 'en' });
    expect(plain.json).not.toHaveProperty('explanation');
    expect(JSON.stringify(plain.json.notices)).not.toContain('"message"');
    const zh = await post({ ...example, explain: true });
    const en = await post({ ...example, explain: true }, { 'Accept-Language': 'en' });
    expect(zh.headers.get('content-language')).toBe('zh');
    expect(en.headers.get('content-language')).toBe('en');
    expect(en.headers.get('vary')).toContain('Accept-Language');
    const basic = (json: Record<string, unknown>) =>
      (json.explanation as Record<string, unknown>[]).find(({ layer, applied }) => layer === 'basicMedical' && applied);
    expect(basic(zh.json)).toMatchObject({
      clause: '5.1.1',
      owed: 15840,
      paid: 15840,
      formula: expect.stringContaining('80%'),
    });
    expect(JSON.stringify(basic(zh.json))).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(basic(en.json))).not.toMatch(/\p{Script=Han}/u);
    const failed = (json: Record<string, unknown>) =>
      (json.explanation as { applied: boolean; failed?: { message: string } }[]).filter(({ applied }) => !applied);
    expect(failed(zh.json).length).toBeGreaterThan(0);
    expect(failed(zh.json).every((entry) => /\p{Script=Han}/u.test(entry.failed?.message ?? ''))).toBe(true);
    expect(zh.json.settlementDigest).toBe(plain.json.settlementDigest);
    // What the answer names is called something in the language asked for, and rules say what they pay from.
    expect(plain.json).not.toHaveProperty('named');
    expect(zh.json.named).toMatchObject({ layers: { basicMedical: '基本医保' }, clauses: { '5.1.1': '五（一）1' } });
    expect(JSON.stringify(en.json.named)).not.toMatch(/\p{Script=Han}/u);
    const figure = { words: '200 元', cityWords: '200 元', keyWords: '一级' };
    expect(basic(zh.json)).toMatchObject({
      of: ['inScope'],
      standards: expect.arrayContaining([expect.objectContaining(figure)]),
    });
    const notices = zh.json.notices as { message: string }[];
    expect(notices.every(({ message }) => message.length > 0)).toBe(true);
  });

  it('answers a person who is not eligible with zeros and a reason', async () => {
    const claim = { ...example.claim, person: { category: 'other' } };
    const { status, json } = await post({ ...example, claim });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      eligible: false,
      paid: 0,
      selfPay: { inScope: 20000, outOfScope: 1500, total: 21500 },
    });
    const layers = json.layers as { paid: number; reason: string }[];
    expect(layers.map(({ paid, reason }) => [paid, reason])).toEqual(layers.map(() => [0, 'notEligible']));
    expect((json.history as { before: unknown; after: unknown }).after).toEqual(
      (json.history as { before: unknown }).before,
    );
  });

  it.each([
    ['four different unpublished texts', 4, 0, 200],
    ['four with a claim that brings none', 4, 1, 200],
    ['five', 5, 0, 422],
    ['five with a claim that brings none', 5, 1, 422],
  ])('takes an array of %s, or refuses it', async (_, texts, plain, expected) => {
    const drafts = Array.from({ length: texts }, (__, at) => ({ ...example, ruleSet: { text: `# ${at}\n` } }));
    // A text sent twice is one.
    const { status, json } = await service.post(JSON.stringify([...drafts, ...drafts, ...Array(plain).fill(example)]));
    expect([status, json.code]).toEqual([expected, expected === 200 ? undefined : 'tooManyDrafts']);
  });

  it('answers the same again', async () => {
    const [first, second] = [await post(example), await post(example)];
    expect(second.text).toBe(first.text);
  });

  it('asks for what was in force as known at an instant', async () => {
    expect((await post({ ...example, asOf: '2019-01-01' })).status).toBe(200);
    const before = await post({ ...example, asOf: '1969-12-30T00:00:00Z' });
    expect([before.status, before.json.code]).toEqual([409, 'publishedLater']);
  });
});
