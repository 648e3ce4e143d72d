import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder } from './dixian.ts';
import { runHere } from './in-process.ts';

/** A plan small enough to be worked out by hand: the cost above a deductible is paid by a ratio. */
const plan = (deductible: number, ratio: number) => `kind: RuleSet
jurisdiction: "990098"
effective: {from: 2020-01-01, to: 2020-12-31}
title: {zh: 小城医保, en: Smallville}
claims:
  stay:
    label: {zh: 住院, en: stay}
    date: {zh: 日期, en: date}
    facts:
      cost.inScope: {label: {zh: 政策范围内费用, en: in-scope cost}, money: {}}
layers:
  - {name: basic, label: {zh: 基本医保, en: basic insurance}}
standards:
  basic.deductible: {value: ${deductible}, unit: CNY, better: lower, label: {zh: 起付标准, en: deductible}}
  basic.ratio: {value: ${ratio}, unit: share, better: higher, label: {zh: 比例, en: ratio}}
rules:
  - name: basic
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}
    event: {type: reimburse, params: {of: [inScope], deductible: $basic.deductible, ratio: $basic.ratio}}
`;

const folder = emptyFolder();
afterAll(() => folder.remove());
const fileOf = (deductible: number, ratio = 0.5) => {
  const file = join(folder.path, `${deductible}-${ratio}.yaml`);
  writeFileSync(file, plan(deductible, ratio));
  return file;
};

/** Of class B so much is in scope, of which half is paid; members are paid a sum beside the bill, so much over a year. */
const shared = (share: number, ratio: number, cap: number) =>
  plan(0, ratio)
    .replace(
      'cost.inScope: {label: {zh: 政策范围内费用, en: in-scope cost}',
      'cost.classB: {label: {zh: 乙类, en: class B}',
    )
    .replace(
      'layers:',
      'pots: {inScope: {zh: 范围内, en: in scope}, outOfScope: {zh: 范围外, en: out of scope}}\n' +
        'costs: [{item: classB, to: inScope, share: $counting.share, rest: outOfScope}]\n' +
        'limits: [{name: sumYear, label: {zh: 年限额, en: cap of the year}, over: [gift], per: year, atMost: $gift.cap}]\nlayers:',
    )
    .replace(
      'rules:',
      `  counting.share: {value: ${share}, unit: share, better: higher, label: {zh: 计入比例, en: share counted}}
  gift.sum: {value: 300, unit: CNY, better: higher, label: {zh: 慰问金, en: sum}}
  gift.cap: {value: ${cap}, unit: CNY, better: higher, label: {zh: 年限额, en: cap of the year}}
rules:`,
    )
    .replace('standards:', '  - {name: gift, label: {zh: 慰问, en: gift}}\nstandards:')
    .concat(`  - name: gift
    layer: gift
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}
    event: {type: sum, params: {sum: $gift.sum}}
`);
const sharedFile = (share: number, ratio: number, cap = 600) => {
  const file = join(folder.path, `shared-${share}-${ratio}-${cap}.yaml`);
  writeFileSync(file, shared(share, ratio, cap));
  return file;
};

describe('dixian prove', () => {
  it('ends with 0 where nobody is worse off, and the year with it', async () => {
    const { code, out, err } = await runHere(['prove', fileOf(200), fileOf(100), '--lang', 'en']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('Proved: no claim leaves anybody worse off');
    expect(out).toContain('with the amounts settled elsewhere that either side asks for');
    expect(out).toContain('Over a year: proved as well');
  });

  it('ends with 1 where somebody is, and shows the claim, layer by layer', async () => {
    const { code, out } = await runHere(['prove', fileOf(200), fileOf(100, 0.4)]);
    expect(code).toBe(1);
    expect(out).toContain('已否定');
    expect(out).toMatch(/- 2020-01-01，政策范围内费用 [\d,.]+ 元：各层共付由 [\d,.]+ 元变为 [\d,.]+ 元/);
    expect(out).toMatch(/ {2}基本医保：原 [\d,.]+ 元，现 [\d,.]+ 元/);
  });

  it('says of more that is left of one part of the bill alone that nobody bears more in all', async () => {
    const { code, out } = await runHere(['prove', sharedFile(0.5, 0.5), sharedFile(0.9, 0.5), '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^Refuted by one part of the bill alone: more is left of in scope; in all the person bears (the same|[\d,.]+ less)$/m,
    );
    expect(out).not.toContain('worse off');
    const nothing = await runHere(['prove', sharedFile(0.5, 0), sharedFile(0.9, 0)]);
    expect(nothing.out).toContain('仅就费用中的一项已否定：范围内留给本人的更多；合计个人负担不变');
  });

  it('says what two claims are paid over a year where it stands beside the bill', async () => {
    const sides = [sharedFile(0.5, 0.5), sharedFile(0.5, 0.5, 500)] as const;
    const { out } = await runHere(['prove', ...sides, '--lang', 'en']);
    expect(out).toContain('Over a year: two claims can be paid less – ');
    expect(out).toMatch(/paid less – [\d,]+\.00 instead of [\d,]+\.00, 100\.00 less in all/);
    const { year } = JSON.parse((await runHere(['prove', ...sides, '--json'])).out);
    expect(year.example.selfPay.to).toBe(year.example.selfPay.from);
    expect(year.example.paid.from - year.example.paid.to).toBe(100);
    // What is borne of the bill is the same and is not told.
    const gift = await runHere(['prove', sharedFile(0.5, 0.5), sharedFile(0.5, 0.5, 200), '--lang', 'en']);
    expect(gift.out).toMatch(/: paid [\d,.]+ instead of [\d,.]+; gift is the first to pay less/);
  });

  it('says it as JSON: result, statement, profiles, the claim before and after, the year, the certificate', async () => {
    const { code, out } = await runHere(['prove', fileOf(200), fileOf(200.01), '--json']);
    expect(code).toBe(1);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ result: 'refuted', statement: 'perClaim.v1', certificate: null });
    const { claim, before, after, firstLayer, loss } = answer.counterexample;
    expect(claim.type).toBe('stay');
    expect(firstLayer).toBe('basic');
    // (cost − 200.01) × 0.5 is at most a fen less than (cost − 200) × 0.5.
    expect([loss, before.paid - after.paid]).toEqual([0.01, expect.closeTo(0.01, 6)]);
    expect(answer.profiles[0]).toMatchObject({ claimType: 'stay', result: 'refuted' });
    expect(answer.year).toHaveProperty('result');
  });

  it('writes a certificate, checks it again, and finds a lemma that was changed', async () => {
    const file = join(folder.path, 'certificate.json');
    const [before, after] = [fileOf(200), fileOf(100)];
    expect((await runHere(['prove', before, after, '--certificate', file])).code).toBe(0);
    const good = await runHere(['prove', '--verify', file, '--lang', 'en']);
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toMatch(/The certificate holds: \d+ lemmas/);
    expect((await runHere(['prove', before, after, '--verify', file])).code).toBe(0);
    const other = await runHere(['prove', before, fileOf(150), '--verify', file, '--lang', 'en']);
    expect(other.code).toBe(2);
    expect(other.err).toContain('The certificate is about other rules');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('(assert (> ', '(assert (< '));
    const changed = await runHere(['prove', '--verify', file, '--lang', 'en']);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('changed');
  });

  it.each([
    ['no rules', [], /from/],
    ['one side', ['A.yaml'], /to/],
    ['no such file', ['A.yaml', 'B.yaml'], /A\.yaml/],
    ['no certificate', ['--verify', fileOf(200)], /no certificate of a proof/],
  ])('ends with 2 where it cannot be tried: %s', async (_, args, words) => {
    const { code, out, err } = await runHere(['prove', ...args, '--lang', 'en']);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(words);
  });
});
