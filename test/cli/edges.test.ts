import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder } from './dixian.ts';
import { runHere } from './in-process.ts';

/** A plan small enough to be worked out by hand: the cost above a deductible is paid by half. */
const plan = (deductible: number, number = '') => `kind: RuleSet
jurisdiction: "990098"
effective: {from: 2020-01-01, to: 2020-12-31}
title: {zh: 小城医保, en: Smallville}
claims:
  stay:
    label: {zh: 住院, en: stay}
    date: {zh: 日期, en: date}
    facts:
      hospital.level: {label: {zh: 医院级别, en: level}, choice: {1: {zh: 一级医院, en: level 1}, 2: {zh: 二级医院, en: level 2}}}
${number}      cost.inScope: {label: {zh: 政策范围内费用, en: in-scope cost}, money: {}}
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

const written = (name: string, text: string) => {
  const file = join(folder.path, `${name}.yaml`);
  writeFileSync(file, text);
  return file;
};
const numberedTo = (most: number) =>
  written(
    `numbered-${most}`,
    plan(
      200,
      `      stay.number: {label: {zh: 次数, en: number}, integer: {atLeast: 1, atMost: ${most}}, default: 1}\n`,
    ),
  );
/** Beside its cost a stay is paid a share of a sum for the heaviest of its injuries. */
const graded = (shares: string) =>
  written(
    `graded-${shares.length}`,
    `${plan(200, '      injury.grades: {label: {zh: 等级, en: grades}, list: {integers: {atLeast: 1, atMost: 3}}, default: []}\n')}  - name: injury
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}
    event: {type: scale, params: {sum: $injury.sum, shares: $injury.shares, grades: injury.grades}}
`
      .replace('label: {zh: 基本医保', 'combine: sum, label: {zh: 基本医保')
      .replace(
        'rules:',
        `  injury.sum: {value: 100, unit: CNY, better: higher, label: {zh: 保额, en: sum}}
  injury.shares: {value: {${shares}}, by: grade, unit: share, better: higher, label: {zh: 比例表, en: shares}}
rules:`,
      ),
  );
const oneLevel = () =>
  written('one-level', plan(200).replace(', 2: {zh: 二级医院, en: level 2}', '').replace(', 2: 300}', '}'));

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

  it.each([
    [
      'a key without a figure',
      graded('1: 1, 2: 0.5, 3: 0.2'),
      graded('1: 1, 2: 0.5'),
      '标准「比例表」（injury.shares）没有 injury.grades = 3 时的数值',
      '等级 3',
      'noFigure',
    ],
    [
      'values beyond a narrower bound',
      numberedTo(20),
      numberedTo(10),
      '「次数」（stay.number）为 11，超出范围',
      '次数 11',
      'claimOutOfRange',
    ],
    [
      'an item that is gone',
      fileOf(200),
      oneLevel(),
      '「医院级别」（hospital.level）没有 2 这一选项',
      '二级医院',
      'claimNotAnItem',
    ],
  ])('tells whom %s refuses, with a claim, and ends with 1', async (_, more, less, why, example, code) => {
    const lost = await runHere(['edges', more, less]);
    expect(lost.code).toBe(1);
    expect(lost.out).toMatch(/只有后一方不受理 \d+ 份/);
    for (const words of [why, example, '双方都受理的申请，结算相同']) expect(lost.out).toContain(words);
    expect(lost.out).not.toContain('没有不同');
    const { types, refused } = JSON.parse((await runHere(['edges', more, less, '--json'])).out);
    expect(types[0].refusals).toMatchObject([{ by: 'to', code, claims: refused, claim: { type: 'stay' } }]);
    const gained = await runHere(['edges', less, more]);
    expect([gained.code, gained.out.includes('只有前一方不受理')]).toEqual([0, true]);
  });

  it('ends with 3 where nobody is found and not everything of the first rules was tried', async () => {
    const more = written('more', plan(200).replace('claims:', 'claims:\n  visit: {facts: {cost.fee: {money: {}}}}'));
    const gone = await runHere(['edges', more, fileOf(100)]);
    expect([gone.code, gone.out.includes('只有前一方有，未比较')]).toEqual([3, true]);
    // What the second rules alone have takes nothing from anybody.
    expect((await runHere(['edges', fileOf(200), more])).code).toBe(0);
    expect((await runHere(['edges', more, fileOf(300)])).code).toBe(1);
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
