import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AddedCategory,
  heldCategories,
  openRules,
  textWithCategory,
  textWithoutCategory,
} from '../../editor/standards/added/added-category.ts';
import { textWithProduct } from '../../editor/standards/added/added-product.ts';
import { readText } from '../../editor/standards/text/read-text.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { cityRuleSet } from '../city.ts';
import { root } from '../house/sources.ts';

const city = cityRuleSet();
const shen = readFileSync(join(root, 'rules/samples/371522-shenxian-sample.yaml'), 'utf8');
const categories = new Set(['person.category']);
const bare = `kind: Override\njurisdiction: "371525"\nextends: "371500"\neffective: {from: 2019-07-01, to: 2019-12-31}\ntitle: 冠县\nreason: {zh: 增设, en: more}\nstandards: {}\n`;
const covered = textWithProduct(bare, {
  id: 'countyCover',
  name: { zh: '县防贫险', en: 'county cover' },
  payer: { zh: '承保机构', en: '' },
  claimType: 'inpatient',
  whom: { fact: 'person.category', items: ['registered'] },
  pots: ['inScope'],
  ratio: 0.5,
  deductible: null,
  annualCap: 20_000,
});

const category: AddedCategory = {
  code: 'flooded',
  name: { zh: '因灾致贫户', en: 'made poor by a flood' },
  criterion: { kind: 'recognised' },
  from: '2019-08-01',
  to: '2019-10-31',
  rules: ['countyCover'],
};

const yamlOf = (text: string) => readText(text)?.value;
/** What the service finds wrong with a text. */
const errorsOf = (text: string) =>
  checkDocument(text, { maxBytes: 1 << 20, city })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${JSON.stringify(at)}`);

describe('a category of a county’s own', () => {
  it('is valid by each criterion, with and without days, and reads back as it was given', () => {
    const made = fc.record({
      criterion: fc.oneof(
        fc.constant({ kind: 'recognised' as const }),
        fc.record({
          kind: fc.constantFrom('atMost' as const, 'atLeast' as const),
          line: fc.integer({ min: 1, max: 90_000 }),
        }),
      ),
      from: fc.constantFrom('', '2019-08-01'),
      to: fc.constantFrom('', '2019-10-31'),
      zh: fc.constantFrom('因灾致贫户', '支出型 # {a: 1}', '- 是', 'null'),
      en: fc.constantFrom('', 'by a flood: "a"'),
    });
    fc.assert(
      fc.property(made, ({ zh, en, ...rest }) => {
        const text = textWithCategory(covered, { ...category, ...rest, name: { zh, en } }, categories);
        expect(errorsOf(text)).toEqual([]);
        expect(heldCategories(yamlOf(text), categories)).toEqual([
          {
            fact: 'hardship.flooded',
            label: en === '' ? { zh } : { zh, en },
            line: rest.criterion.kind === 'recognised' ? null : 'hardship.flooded',
            criterion: rest.criterion.kind,
            from: rest.from,
            to: rest.to,
            rules: ['countyCover'],
          },
        ]);
        expect(textWithoutCategory(text, 'hardship.flooded', categories)).toBe(covered);
      }),
      { numRuns: 8 },
    );
  });

  it('stands beside what somebody wrote by hand, changing only the lines that hold it', () => {
    const [rule] = openRules(yamlOf(shen), categories);
    expect(rule).toMatchObject({ name: 'antiPoverty', claimType: 'inpatient' });
    const text = textWithCategory(shen, { ...category, rules: ['antiPoverty'] }, categories);
    expect(errorsOf(text)).toEqual([]);
    for (const line of shen.split('\n')) expect(text.split('\n')).toContain(line);
    expect(
      heldCategories(yamlOf(text), categories).map(({ fact, criterion, line }) => [fact, criterion, line]),
    ).toEqual([
      ['household.incomePerPerson', 'atMost', 'antiPoverty.incomeLine'],
      ['hardship.flooded', 'recognised', null],
    ]);
    expect(textWithoutCategory(text, 'hardship.flooded', categories)).toBe(shen);
  });

  it('written by hand goes with its fact and its line', () => {
    const rest = textWithoutCategory(shen, 'household.incomePerPerson', categories);
    expect(rest).not.toContain('income line');
    expect(rest).not.toContain('incomePerPerson');
    expect(rest).toContain('antiPoverty.categories');
    expect(errorsOf(rest)).toEqual([]);
  });

  it('has nowhere to stand without a product of the county’s own', () => {
    expect(openRules(yamlOf(bare), categories)).toEqual([]);
  });
});
