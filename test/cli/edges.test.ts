import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder } from './dixian.ts';
import { runHere } from './in-process.ts';

/** A plan small enough to be worked out by hand: the cost above a deductible is paid by half. */
const plan = (deductible: number) => `kind: RuleSet
jurisdiction: "990098"
effective: {from: 2020-01-01, to: 2020-12-31}
title: {zh: 小城医保, en: Smallville}
claims:
  stay:
    label: {zh: 住院, en: stay}
    date: {zh: 日期, en: date}
    facts:
      hospital.level: {label: {zh: 医院级别, en: level}, choice: {1: {zh: 一级医院, en: level 1}, 2: {zh: 二级医院, en: level 2}}}
      cost.inScope: {label: {zh: 政策范围内费用, en: in-scope cost}, money: {}}
layers:
  - {name: basic, label: {zh: 基本医保, en: basic insurance}}
standards:
  basic.deductible: {value: {1: ${deductible}, 2: 300}, by: hospital.level, unit: CNY, better: lower, label: {zh: 起付标准, en: deductible}}
  basic.ratio: {value: 0.5, unit: share, better: higher, label: {zh: 比例, en: ratio}}
rules:
  - name: basic
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}
    event: {type: reimburse, params: {of: [inScope], deductible: $basic.deductible, ratio: $basic.ratio}}
`;

const folder = emptyFolder();
afterAll(() => folder.remove());
const fileOf = (deductible: number) => {
  const file = join(folder.path, `${deductible}.yaml`);
  writeFileSync(file, plan(deductible));
  return file;
};

describe('dixian edges', () => {
  it('ends with 0 where nobody gets less, and says what each claim was and is paid', async () => {
    const { code, out, err } = await runHere(['edges', fileOf(200), fileOf(100)]);
    expect(err).toBe('');
    expect(code).toBe(0);
    // 200 − 100 = 100, half of it.
    expect(out).toContain(
      '- 2020-01-01，医院级别 一级医院，政策范围内费用 200.00 元：个人负担由 200.00 元变为 150.00 元，少付 50.00 元；自基本医保起不同\n' +
        '  恰为起付标准 200.00\n',
    );
    // Half a fen is rounded up.
    expect(out).toContain('政策范围内费用 100.01 元：个人负担由 100.01 元变为 100.00 元，少付 0.01 元');
    expect(out).not.toContain('二级医院');
    expect(out).not.toContain('多付');
  });

  it('ends with 1 where somebody gets less', async () => {
    const { code, out } = await runHere(['edges', fileOf(100), fileOf(200), '--lang', 'en', '--limit', '1']);
    expect(code).toBe(1);
    expect(out).toContain('level: level 1, in-scope cost 199.99');
    expect(out).toMatch(/the person bears [\d,.]+ instead of [\d,.]+, 50\.00 more; first different: basic insurance/);
    expect(out.match(/^- /gm)).toHaveLength(1);
  });

  it('says that nothing differs', async () => {
    const { code, out } = await runHere(['edges', fileOf(100), fileOf(100)]);
    expect([code, out.includes('没有不同')]).toEqual([0, true]);
  });

  it('writes JSON', async () => {
    const { code, out } = await runHere(['edges', fileOf(200), fileOf(100), '--json', '--limit', '2']);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.edges).toHaveLength(2);
    expect(answer.edges[0]).toMatchObject({
      outcome: 'better',
      dates: { from: '2020-01-01' },
      parts: { layer: 'basic' },
    });
    expect(out).toContain('"change":-50.00');
  });

  it('compares versions, dates and the city with a county', async () => {
    const { code, out } = await runHere(['edges', '371500@1.0.0', '371525@2019-08-01', '--demo', '--limit', '3']);
    expect(code).toBe(0);
    expect(out).toContain('住院：试了');
  });

  it.each([
    [['edges', '371500', 'git:-x:rules/a.yaml'], '不能以 - 开头'],
    [['edges', '371500', '371500', '--limit', '0'], '--limit'],
    [['edges', '371500', 'nowhere.yaml'], 'nowhere.yaml'],
    [['edges', '371500'], ''],
  ])('%j ends with 2', async (args, words) => {
    const { code, err } = await runHere(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
