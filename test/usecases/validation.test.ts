import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validationJson } from '../../server/http/validation-json.ts';
import { digest } from '../../server/rulesets/digest.ts';
import { validation } from '../../server/usecases/validation.ts';
import { misfits } from '../answers.ts';
import { cityDocument } from '../city.ts';
import { realBook, rules } from '../published.ts';

const book = await realBook(false);
const read = (file: string) => readFileSync(join(rules, file), 'utf8');

async function answered(text: string, language: 'zh' | 'en' = 'zh') {
  const json = validationJson(await validation(book, text), language);
  expect(misfits('validation-answer', json)).toEqual([]);
  return JSON.parse(json) as Record<string, unknown> & { problems: readonly Record<string, unknown>[] };
}

describe('a good text', () => {
  it.each([
    ['371500/liaocheng-2019.yaml', 'RuleSet', '371500'],
    ['samples/371525-guanxian-sample.yaml', 'Override', '371525'],
    ['371500/jurisdictions.yaml', 'Jurisdictions', null],
    ['371500/scenarios/funding.yaml', 'Scenarios', '371500'],
  ])('%s is valid and says what it is', async (file, kind, jurisdiction) => {
    const { problems, ...found } = await answered(read(file));
    expect(found).toMatchObject({ kind, valid: true, jurisdiction });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.digest === null).toBe(kind !== 'RuleSet' && kind !== 'Override');
    expect(found.termsDigest === null).toBe(found.digest === null);
  });

  it('has the digests that it is published under', async () => {
    const found = await answered(read('371500/liaocheng-2019.yaml'));
    expect(found.digest).toBe(digest(cityDocument()));
  });
});

describe('a bad text', () => {
  const override = (standards: string) =>
    `kind: Override\njurisdiction: "371525"\nextends: "371500"\neffective: {from: 2019-07-01, to: 2019-12-31}\nreason: 提高标准\nstandards:\n  ${standards}\n`;

  it('below the city’s floor is an answered question, with the place and words in the caller’s language', async () => {
    const text = override('supplementaryMedical.annualCap: 299999');
    const [found, english] = [await answered(text), await answered(text, 'en')];
    expect(found).toMatchObject({
      kind: 'Override',
      valid: false,
      jurisdiction: '371525',
      digest: null,
      termsDigest: null,
    });
    expect(found.problems).toMatchObject([
      {
        severity: 'error',
        code: 'belowFloor',
        pointer: '/standards/supplementaryMedical.annualCap',
        line: 7,
        column: 35,
        endLine: 7,
        endColumn: 41,
      },
    ]);
    expect(found.problems[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(english.problems[0]?.message).not.toMatch(/\p{Script=Han}/u);
    expect(english.problems[0]?.args).toEqual(found.problems[0]?.args);
  });

  it.each([
    ['nothing', '', null],
    ['no YAML', 'a: [', null],
    ['of no known kind', 'kind: Rulez\n', null],
    ['not a map', '- 1\n', null],
    ['of a kind, and empty', 'kind: Scenarios\n', 'Scenarios'],
  ])('that is %s is not valid', async (_, text, kind) => {
    const found = await answered(text);
    expect(found).toMatchObject({ kind, valid: false, jurisdiction: null });
    expect(found.problems.length).toBeGreaterThan(0);
  });

  it('for a date without rules of the city is told that the floor was not checked', async () => {
    const text = override('supplementaryMedical.annualCap: 1').replaceAll('2019-', '2031-');
    const { problems } = await answered(text);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'noRuleSetInForce' }]);
  });
});
