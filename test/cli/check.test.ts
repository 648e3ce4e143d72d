import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSheet } from '../../server/cli/check-words.ts';
import type { CheckedRules } from '../../server/usecases/check.ts';
import { cityDocument } from '../city.ts';
import { effective } from '../naive/documents.ts';
import { emptyFolder } from './dixian.ts';
import { runHere } from './in-process.ts';

/** A plan small enough to be worked out by hand: half of the cost is paid, of stays that cost less than `most`. */
const plan = (most: number | null) => `kind: RuleSet
jurisdiction: "990097"
effective: {from: 2020-01-01, to: 2020-12-31}
title: {zh: 小城医保, en: Smallville}
clauses:
  "2.1": {zh: 二（一）, en: II (1)}
claims:
  stay:
    label: {zh: 住院, en: stay}
    date: {zh: 日期, en: date}
    facts:
      cost.inScope: {label: {zh: 政策范围内费用, en: in-scope cost}, money: {}}
layers:
  - {name: basic, label: {zh: 基本医保, en: basic insurance}}
standards:
  basic.ratio: {value: 0.5, unit: share, better: higher, label: {zh: 比例, en: ratio}}
  basic.cap: {value: 1000, unit: CNY, better: higher, label: {zh: 封顶线, en: cap}}
limits:
  - {name: basicYear, label: {zh: 年度封顶, en: cap of the year}, clause: "2.1", over: [basic], per: year, atMost: $basic.cap}
rules:
  - name: basic
    layer: basic
    label: {zh: 报销一半, en: half is paid}
    clause: "2.1"
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}${most === null ? '' : `, {fact: cost.total, operator: lessThan, value: ${most}}`}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}
`;

/** The same with five facts of five items, each of which pays another sum of what is left: 3,125 kinds of claims. */
const crowded = (text: string) => {
  const facts = ['a', 'b', 'c', 'd', 'e'];
  const each = (line: (fact: string, at: number) => string) => facts.map(line).join('\n');
  const values = (at: number) => facts.map((item, place) => `${item}: ${1 + place * 5 ** at}`).join(', ');
  const stays = '{all: [{fact: claim.type, operator: equal, value: stay}]}';
  const rule = (fact: string) =>
    `  - {name: ${fact}, layer: ${fact}, conditions: ${stays}, event: {type: sum, params: {sum: $${fact}.sum, of: [inScope]}}}`;
  return text
    .replace(
      '      cost.inScope:',
      `${each((fact) => `      fact.${fact}: {choice: [${facts}]}`)}\n      cost.inScope:`,
    )
    .replace('\nstandards:', `\n${each((fact) => `  - {name: ${fact}}`)}\nstandards:`)
    .replace(
      '\nlimits:',
      `\n${each((fact, at) => `  ${fact}.sum: {value: {${values(at)}}, by: fact.${fact}, unit: CNY}`)}\nlimits:`,
    )
    .replace('\nrules:', `\nrules:\n${each(rule)}`);
};

const folder = emptyFolder();
afterAll(() => folder.remove());
const fileOf = (most: number | null) => {
  const file = join(folder.path, `${most ?? 'all'}.yaml`);
  writeFileSync(file, plan(most));
  return file;
};

describe('dixian check', () => {
  it('ends with 0 where nothing is found, says that it is proved, and where caps begin to cut', async () => {
    const { code, out, err } = await runHere(['check', fileOf(null), '--lang', 'en']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Nothing was found');
    expect(out.match(/: none, proved/g)).toHaveLength(5);
    expect(out).toContain('cap of the year (II (1)): from a bill of 2,000.01 on (proved)');
  });

  it('ends with 1 where something is: the claim, rule, layer and clause, in Chinese unless asked', async () => {
    const { code, out } = await runHere(['check', fileOf(1_000)]);
    expect(code).toBe(1);
    expect(out).toContain('断崖');
    // 999.99 is paid by half, which is 500.00; 1,000.00 not at all.
    expect(out).toMatch(
      /政策范围内费用 999\.99 元：政策范围内费用再多一分，个人负担由 499\.99 元变为 1,000\.00 元，吃亏 500\.00 元；基本医保·报销一半（二（一））/,
    );
    expect(out).toMatch(/空白[\s\S]*1,000\.00 至/);
  });

  it('says of a cap that is a share of the bill the smallest bill alone: a larger one it may not cut', async () => {
    const file = join(folder.path, 'share.yaml');
    const text = plan(null)
      .replace('per: year, atMost: $basic.cap', 'per: claim, atMost: {share: $basic.cap, of: [inScope]}')
      .replace(/basic\.cap: \{value: [^,]+, unit: CNY/, 'basic.cap: {value: 0.25, unit: share');
    writeFileSync(file, text);
    const { out } = await runHere(['check', file, '--lang', 'en']);
    expect(out).toContain('cap of the year (II (1)): the smallest bill that it cuts is 0.01 (proved)');
    expect(out).not.toContain('from a bill');
  });

  it('says of a list without items that it has none', async () => {
    const file = join(folder.path, 'list.yaml');
    const listed = 'person.illnesses: {label: {zh: 已认定病种, en: illnesses}, list: {choice: [flu, burn]}}';
    const text = plan(null)
      .replace('cost.inScope:', `${listed}\n      cost.inScope:`)
      .replace('value: stay}', 'value: stay}, {fact: person.illnesses, operator: contains, value: flu}');
    writeFileSync(file, text);
    const { out } = await runHere(['check', file]);
    expect(out).toContain('已认定病种 无');
    expect(out).not.toMatch(/已认定病种 [，；（]/);
  });

  it('says it as JSON: answers, findings with their rules and claims, caps', async () => {
    const { code, out } = await runHere(['check', fileOf(1_000), '--json']);
    expect(code).toBe(1);
    const { result, answers, findings, caps } = JSON.parse(out);
    expect(result).toBe('found');
    expect(answers).toContainEqual({ question: 'deadRules', claimType: null, found: 0, rest: 'proved', reason: null });
    const cliff = findings.find(({ question }: { question: string }) => question === 'cliffs');
    expect(cliff).toMatchObject({ kind: 'jump', layer: 'basic', rules: [{ rule: 'basic', clause: '2.1' }], size: 500 });
    expect([cliff.example.claim.cost.inScope, cliff.next.claim.cost.inScope]).toEqual([999.99, 1000]);
    expect(caps).toMatchObject([{ limit: 'basicYear', clause: '2.1', bill: null, shown: 'proved', example: null }]);
    expect(out).toContain('"size":500.00');
  });

  it('ends with 3 where nothing is found and not everything was looked at, and says so at its head', async () => {
    const file = join(folder.path, 'crowded.yaml');
    writeFileSync(file, crowded(plan(null)));
    const { code, out } = await runHere(['check', file, '--lang', 'en']);
    expect(code).toBe(3);
    expect(out.split('\n')[1]).toMatch(
      /^Nothing was found, but not everything was looked at: of 6 answers \d are of a part/,
    );
    const json = await runHere(['check', file, '--json']);
    expect([json.code, JSON.parse(json.out).result]).toEqual([3, 'undecided']);
  });

  it('ends with 1 where something is found though not everything was looked at, and says both', async () => {
    const file = join(folder.path, 'crowded-cliff.yaml');
    writeFileSync(file, crowded(plan(1_000)));
    const { code, out } = await runHere(['check', file, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out.split('\n')[1]).toMatch(/^\d+ found, and not everything was looked at: of 6 answers/);
  });

  it.each([
    ['no rules', [], /rules/],
    ['no such file', ['A.yaml'], /A\.yaml/],
    ['no such place', ['371599'], /371599/],
  ])('ends with 2 where it cannot be done: %s', async (_, args, words) => {
    const { code, out, err } = await runHere(['check', ...args, '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
  });
});

describe('a check whose time is up', () => {
  it('says that it was its own limit', () => {
    const answer = { question: 'cliffs', claimType: null, found: 0, rest: 'searched', reason: 'stopped' } as const;
    const ruleSet = { label: { zh: '小城', en: 'Smallville' } };
    const checked = { result: 'undecided', ruleSet, answers: [answer], found: [], caps: [], bounds: [], crowded: [] };
    const sheet = (language: 'zh' | 'en') =>
      checkSheet(checked as unknown as CheckedRules, effective(cityDocument(), undefined), language).join('\n');
    expect(sheet('zh')).toContain('60 秒的时限已到');
    expect(sheet('zh')).toContain('没有发现，但没有查完：所查的 1 项中，1 项只查了一部分');
    expect(sheet('zh')).not.toContain('被要求停止');
    expect(sheet('en')).toContain('its limit of 60 seconds was reached');
    expect(sheet('en')).toContain('not everything was looked at: of 1 answers 1');
  });
});
