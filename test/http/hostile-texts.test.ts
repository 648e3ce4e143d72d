import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../server/domain/sha256.ts';
import { mostNodes } from '../../server/rulesets/yaml/tree.ts';
import { hostileTexts, longTexts, MOST_BYTES } from '../rulesets/hostile-texts.ts';
import { workOf } from '../rulesets/parsed-pieces.ts';
import { CountyOffice, type DraftJson, draftIn, guan } from './drafts/county-office.ts';
import { limits } from './service.ts';

const office = new CountyOffice();
let draft: DraftJson;
beforeAll(async () => {
  await office.open();
  draft = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
});
afterAll(() => office.close());

interface Problem {
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

async function checked(body: string | Buffer): Promise<readonly Problem[]> {
  const headers = { 'Content-Type': 'application/yaml', 'Accept-Language': 'en' };
  const { status, json } = await office.service.call('/api/v1/validations', { method: 'POST', body, headers });
  expect([status, json.valid]).toEqual([200, false]);
  return json.problems as readonly Problem[];
}

/** Saves it as a draft, valid or not, and tries to submit it. @returns why that is refused */
async function submitted(text: string): Promise<readonly Problem[]> {
  draft = draftIn(await office.save('G-ED1', draft, text));
  expect(draft.textHash).toBe(sha256(text));
  const { status, json } = await office.change('G-ED1', draft, 'submission', { reason: 'more is paid' });
  expect(status).toBe(422);
  return json.errors as readonly Problem[];
}

const placed = ({ line, column }: Problem) => line > 0 && column > 0;

describe('a hostile text over HTTP', () => {
  it.each(Object.entries(hostileTexts))('of %s is refused by its place, checked or as a draft', async (_, one) => {
    const { text, code } = one;
    for (const problems of [await checked(Buffer.from(text)), await submitted(text)]) {
      expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code]);
      expect(problems.every(placed)).toBe(true);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(office.service.reports).toEqual([]);
  });

  it('of a megabyte is refused unread, by 413', async () => {
    const body = `kind: RuleSet\nx: [${'1,'.repeat(524_288)}1]\n`;
    const headers = { 'Content-Type': 'application/yaml' };
    const { status, json } = await office.service.call('/api/v1/validations', { method: 'POST', body, headers });
    expect([status, json.code]).toEqual([413, 'tooLarge']);
    const { status: saved } = await office.save('G-ED1', draft, body);
    expect(saved).toBe(413);
  });

  const lists = ['a list on one line', 'an override that is a list', 'brackets that close nothing'];
  it.each(lists)('as long as is taken, %s, is refused by its place', async (name) => {
    const text = longTexts[name] ?? '';
    expect(limits.textBytes).toBe(MOST_BYTES);
    for (const problems of [await checked(text), await submitted(text)]) {
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.every(placed)).toBe(true);
    }
  });
});

describe('a text over HTTP', () => {
  it('is read once, a county’s too, which is held to the city', async () => {
    const text = guan('  accident.medical: 1');
    const check = async () => expect((await checked(text)).map(({ code }) => code)).toEqual(['belowFloor']);
    // The city's own text is read with the first.
    await check();
    expect((await workOf(check)).texts).toBe(1);
  });

  it.each(['a list on one line', 'an override that is a list'])('is left where it holds too much: %s', async (name) => {
    const text = longTexts[name] ?? '';
    const most = 3 * mostNodes(MOST_BYTES) + 10;
    expect((await workOf(() => checked(text))).pieces).toBeLessThan(most);
    expect((await workOf(() => submitted(text))).pieces).toBeLessThan(2 * most);
  });
});
