import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder, root } from './dixian.ts';
import { runHere } from './in-process.ts';

const cities = join(root, 'test/cities');
const plan = join(cities, '990009/plan.yaml');
const folder = emptyFolder();
afterAll(() => folder.remove());

const claim = {
  id: '虚构-线上理赔',
  jurisdiction: '990009',
  date: '2021-06-01',
  claim: { type: 'expense', cost: { insured: 20_000 } },
};

/** What a claim comes to, on paper. */
async function sheet(of: object, ...more: readonly string[]): Promise<string> {
  const file = join(folder.path, 'claim.json');
  writeFileSync(file, JSON.stringify(of));
  return (await runHere(['evaluate', file, '--rules', cities, ...more])).out;
}

describe('a settlement on paper', () => {
  it('calls a channel as the rule set calls it', async () => {
    expect(await sheet(claim)).toContain('由商业承保机构支付，线上理赔，打入银行卡');
    expect(await sheet(claim, '--lang', 'en')).toContain(', claimed online, paid by transfer');
  });

  it('says a channel in a standard’s figure by the same words', async () => {
    const { out } = await runHere(['show', '990009', '--date', '2021-06-01', '--rules', cities]);
    expect(out).toMatch(/结算方式 service\.channel: 普惠险理赔 线上理赔，打入银行卡.*医院直接结算/);
  });

  it('says a period in words beside its name where the rule set has words for it', async () => {
    const told = await sheet(claim);
    expect(told).toContain('policyYear.expense 普惠险（每保险年度）: paid 5,600.00');
    expect(told).toContain('year.expense 普惠险: base 20,000.00');
    expect(await sheet(claim, '--lang', 'en')).toContain("the city's insurance (per policy year): paid 5,600.00");
  });
});

describe('other words alone', () => {
  it.each([
    ['for a channel', '医院直接结算', '医院窗口结算'],
    ['for a period', '保险年度, en', '投保年度, en'],
  ])('%s are told as such, and the terms stay the same', async (_, from, to) => {
    const file = join(folder.path, 'plan.yaml');
    const text = readFileSync(plan, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    const { out } = await runHere(['diff', plan, file, '--json']);
    const { changes } = JSON.parse(out) as {
      readonly changes: readonly { readonly kind: string; readonly class: string }[];
    };
    expect(changes.map(({ kind, class: of }) => `${kind} ${of}`)).toEqual(['label-changed neutral']);
    const terms = async (of: string) => /termsDigest (\S+)/.exec((await runHere(['digest', of])).out)?.[1];
    expect(await terms(file)).toBe(await terms(plan));
  });
});
