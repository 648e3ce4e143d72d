import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { examine } from '../../server/usecases/drafts/examination.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { validate } from '../../server/usecases/validate.ts';
import { validation } from '../../server/usecases/validation.ts';
import { emptyFolder } from '../cli/dixian.ts';
import { runHere } from '../cli/in-process.ts';
import { Published } from '../published.ts';

const JURISDICTIONS = `kind: Jurisdictions
jurisdictions:
  - {code: "990000", name: 明川市}
  - {code: "990001", name: 东县, parent: "990000"}
`;

const cityText = (effective: string, ratio: number, more = '') => `kind: RuleSet
jurisdiction: "990000"
effective: ${effective}
title: {zh: 明川市, en: Mingchuan}
claims:
  stay: {facts: {cost.inScope: {money: {}}}}
layers: [{name: basic}]
standards:
  basic.ratio: {value: ${ratio}, unit: share, better: higher}
  basic.cap: {value: 1000, unit: CNY, better: higher}
limits: [{name: cap, over: [basic], per: year, atMost: $basic.cap}]
rules:
  - {name: pay, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}}
${more}`;

const county = (effective: string, standards: string) => `kind: Override
jurisdiction: "990001"
extends: "990000"
effective: ${effective}
reason: 试
standards: {${standards}}
`;

const first = cityText('{from: 2020-01-01, to: 2020-06-30}', 0.8);
const second = cityText('{from: 2020-07-01, to: 2020-12-31}', 0.85);
const wrongCity = (text: string) => text.replace('over: [basic]', 'over: [basc]');
const year = '{from: 2020-01-01, to: 2020-12-31}';

const bookOf = (...texts: readonly string[]) => new RuleBook(new Published(JURISDICTIONS, texts));
const none = () => Promise.reject(new Error('nothing published is asked for'));

/** What is found in the first of some texts: severity, code and place. */
async function found(texts: readonly string[], book: () => Promise<RuleBook>) {
  const [checked] = await validate(
    texts.map((text, index) => ({ file: `${index}.yaml`, text })),
    book,
  );
  const { findings = [], document = null } = checked ?? {};
  expect(document === null).toBe(findings.some(({ severity }) => severity === 'error'));
  return findings;
}

const codes = (findings: Awaited<ReturnType<typeof found>>) =>
  findings.map(({ severity, code, at }) => `${severity} ${code} ${at?.pointer}`);
const inWords = (findings: Awaited<ReturnType<typeof found>>, language: 'zh' | 'en') =>
  findings.map(({ code, args }) => say(code, args, language).message);

describe('a county’s text and its city’s that both end on the last day there is', () => {
  it.each(['9999-12-31', null])('are without gaps, the city’s to %s', async (to) => {
    const text = cityText(to === null ? '{from: 2019-01-01}' : `{from: 2019-01-01, to: ${to}}`, 0.8);
    const own = county('{from: 2019-01-01, to: 9999-12-31}', 'basic.ratio: 0.9');
    expect(await found([own, text], none)).toEqual([]);
    expect(await found([own], async () => bookOf(text))).toEqual([]);
    const [gap, more] = await found([own.replace('2019', '2018'), text], async () => bookOf(text));
    expect([gap && inWords([gap], 'en')[0], more]).toEqual([
      expect.stringContaining('2018-01-01 to 2018-12-31'),
      undefined,
    ]);
  });
});

describe('a county’s text whose period meets two of its city’s', () => {
  const published = async () => bookOf(first, second);

  it('is held to the floor of each, and told on which it is below', async () => {
    const findings = await found([county(year, 'basic.ratio: 0.82')], published);
    expect(codes(findings)).toEqual(['error belowFloor /standards/basic.ratio']);
    expect(inWords(findings, 'en')[0]).toMatch(
      /85% in the city.* \(by the city’s rule set 2\.0\.0, 2020-07-01 to 2020-12-31\)$/,
    );
    expect(inWords(findings, 'zh')[0]).toMatch(/市级 85%.*（按市级规则集 2\.0\.0，2020-07-01 至 2020-12-31）$/);
  });

  it('is told once of what is below both alike, and of each where they differ', async () => {
    const findings = await found([county(year, 'basic.ratio: 0.7, basic.cap: 900')], published);
    const [ratio, later, cap] = inWords(findings, 'en');
    expect([findings.length, ratio?.match(/rule set 1\.0\.0/g), later?.match(/rule set 2\.0\.0/g)]).toEqual([
      3,
      ['rule set 1.0.0'],
      ['rule set 2.0.0'],
    ]);
    expect(cap).not.toContain('rule set');
  });

  it('has nothing said against it where it is above both', async () => {
    expect(await found([county(year, 'basic.ratio: 0.9')], published)).toEqual([]);
    expect(await validation(await published(), county(year, 'basic.ratio: 0.9'))).toMatchObject({
      valid: true,
      findings: [],
    });
  });

  it('is held to the second alone where it begins with it', async () => {
    const findings = await found([county('{from: 2020-07-01, to: 2020-12-31}', 'basic.ratio: 0.82')], published);
    expect(inWords(findings, 'en')).toEqual([expect.not.stringContaining('rule set')]);
  });

  it('is warned of days that no version is for, and of no others', async () => {
    const late = cityText('{from: 2020-08-01, to: 2020-12-31}', 0.85);
    const findings = await found([county('{from: 2020-03-01}', 'basic.ratio: 0.9')], async () => bookOf(first, late));
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        code: 'periodWithoutRules',
        args: { from: '2020-07-01', to: '2020-07-31' },
        at: { pointer: '/effective' },
      },
      { severity: 'warning', code: 'periodWithoutRules', args: { from: '2021-01-01', to: '…' } },
    ]);
  });

  it('is held so to texts that are given with it, without asking what is published', async () => {
    const findings = await found([county(year, 'basic.ratio: 0.82'), first, second], none);
    expect(inWords(findings, 'en')).toEqual([expect.stringContaining('by the city’s rule set 2.yaml')]);
  });

  it('is held to what is published on days that no text given is for', async () => {
    const findings = await found([county(year, 'basic.ratio: 0.82'), first], async () => bookOf(second));
    expect(inWords(findings, 'en')).toEqual([expect.stringContaining('by the city’s rule set 1.0.0, 2020-07-01')]);
  });

  it('is warned of those days where nothing else is there', async () => {
    const findings = await found([county(year, 'basic.ratio: 0.82'), first], async () => bookOf());
    expect(codes(findings)).toEqual(['warning periodWithoutRules /effective']);
  });
});

describe('a draft that is submitted', () => {
  it.each(['basic.ratio: 0.82', 'basic.ratio: 0.7, basic.cap: 900', 'basic.ratio: 0.9'])(
    'is found the same as a text that is validated: %s',
    async (standards) => {
      const text = county('{from: 2020-01-01}', standards);
      const book = bookOf(first, second);
      const asked = { text, jurisdiction: '990001', kind: 'Override', maxBytes: 1 << 20, today: '2020-01-01' } as const;
      const { findings } = await examine(book, asked);
      const validated = await found([text], async () => book);
      const said = (all: typeof findings) => all.map(({ code, args }) => ({ code, args }));
      const errors = ({ severity }: (typeof findings)[number]) => severity === 'error';
      expect(said(findings.filter(errors))).toEqual(said(validated.filter(errors)));
      if (!findings.some(errors)) expect(said(findings)).toEqual(said(validated));
    },
  );
});

describe('a county’s text whose city’s has errors', () => {
  const text = county(year, 'basic.ratio: 0.1');

  it('is not valid: nothing was held to the floor', async () => {
    const findings = await found([text], async () => bookOf(wrongCity(first).replace('06-30', '12-31')));
    expect(codes(findings)).toEqual(['error cityRulesWrong /extends']);
    expect(inWords(findings, 'en')[0]).toMatch(/rule set 990000 1\.0\.0 has errors \(.*basc.*\)/);
    expect(await validation(bookOf(wrongCity(first)), text)).toMatchObject({ valid: false, digest: null });
  });

  it('is still held to the version that has none', async () => {
    const findings = await found([text], async () => bookOf(first, wrongCity(second)));
    expect(codes(findings)).toEqual(['error cityRulesWrong /extends', 'error belowFloor /standards/basic.ratio']);
  });

  it('is not held to what is published instead of a text that is given', async () => {
    const findings = await found([text, wrongCity(first)], async () => bookOf(first, second));
    expect(codes(findings)).toEqual(['error cityRulesWrong /extends']);
    expect(findings[0]?.args.rules).toBe('1.yaml');
  });
});

describe('dixian validate', () => {
  const folder = emptyFolder();
  afterAll(() => folder.remove());
  const written = (name: string, text: string) => {
    writeFileSync(join(folder.path, name), text);
    return join(folder.path, name);
  };

  it.each([
    ['wrong', wrongCity(first), 'cityRulesWrong'],
    ['no YAML', `${first}a: [`, 'cityRulesUnreadable'],
  ])('ends with 1 where the city’s file is %s', async (_, city, code) => {
    const file = written('county.yaml', county(year, 'basic.ratio: 0.1'));
    const cityFile = written('rules.yaml', city);
    const { code: exit, out } = await runHere(['validate', file, '--rules', folder.path, '--lang', 'en']);
    expect([exit, out.match(/error (\w+)/)?.[1]]).toEqual([1, code]);
    expect(out).toContain(cityFile);
    expect(out).toContain('errors: 1');
  });

  describe('of a county’s text alone', () => {
    const alone = emptyFolder();
    const rules = emptyFolder();
    const file = join(alone.path, 'county.yaml');
    beforeEach(() => writeFileSync(file, county(year, 'basic.ratio: 0.1')));
    afterAll(() => {
      alone.remove();
      rules.remove();
    });
    const run = async (...args: readonly string[]) => {
      const { code, out } = await runHere(['validate', ...args, '--lang', 'en']);
      return { exit: code, found: [...out.matchAll(/error (\w+)/g)].map(([, one]) => one), out };
    };

    it('is an error that says where its city’s rules were looked for, and how to give others', async () => {
      const { exit, found: wrong, out } = await run(file);
      expect([exit, wrong]).toEqual([1, ['cityRulesMissing']]);
      expect(out).toContain('No rule set of the city 990000 is found in rules (there is no jurisdiction 990000)');
      expect(out).toContain('--rules');
      const elsewhere = await run(file, '--rules', rules.path);
      expect([elsewhere.exit, elsewhere.found]).toEqual([1, ['cityRulesMissing']]);
      expect(elsewhere.out).toContain(`found in ${rules.path}`);
    });

    it('holds it to the city’s text in another folder that is named, or that is given with it', async () => {
      const city = join(rules.path, 'city.yaml');
      writeFileSync(city, first);
      for (const args of [
        [file, '--rules', rules.path],
        [file, city],
        [alone.path, rules.path],
      ])
        expect(await run(...args)).toMatchObject({ exit: 1, found: ['belowFloor'] });
    });

    it('holds it to the city’s text that lies beside it, unless other rules are named', async () => {
      writeFileSync(join(alone.path, 'plan.yaml'), first);
      expect(await run(file)).toMatchObject({ exit: 1, found: ['belowFloor'] });
      writeFileSync(join(alone.path, 'plan.yaml'), wrongCity(first));
      expect(await run(file)).toMatchObject({ exit: 1, found: ['cityRulesWrong'] });
      expect(await run(file, '--rules', rules.path)).toMatchObject({ exit: 1, found: ['belowFloor'] });
    });
  });
});
