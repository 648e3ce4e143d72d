import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddedProduct, textWithoutProduct, textWithProduct } from '../../editor/standards/added/added-product.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { cityRuleSet } from '../city.ts';
import { root } from '../house/sources.ts';
import { written } from './override-texts.ts';

const city = cityRuleSet();
const sample = (name: string) => readFileSync(join(root, `rules/samples/${name}-sample.yaml`), 'utf8');
const bare = `kind: Override\njurisdiction: "371525"\nextends: "371500"\neffective: {from: 2019-07-01, to: 2019-12-31}\ntitle: 冠县\nreason: {zh: 增设, en: more}\nstandards: {}\n`;

const product: AddedProduct = {
  id: 'antiPoverty2',
  name: { zh: '县防贫险', en: 'county cover' },
  payer: { zh: '承保机构：甲', en: '' },
  claimType: 'inpatient',
  whom: { fact: 'person.category', items: ['registered', 'temporarilyPoor'] },
  pots: ['inScope', 'outOfScope'],
  ratio: 0.5,
  deductible: 1000,
  annualCap: 20_000,
};

/** What the service finds wrong with a text. */
const errorsOf = (text: string) =>
  checkDocument(text, { maxBytes: 1 << 20, city })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${JSON.stringify(at)}`);

describe('a product of a county’s own', () => {
  it('is valid as the guided form writes it, in a text without additions and in one with some', () => {
    for (const text of [bare, sample('371525-guanxian'), sample('371522-shenxian')])
      expect(errorsOf(textWithProduct(text, product))).toEqual([]);
  });

  it('is valid for any of the choices, and a second one beside the first', () => {
    const choice = fc.record({
      deductible: fc.option(fc.integer({ min: 0, max: 50_000 })),
      annualCap: fc.option(fc.integer({ min: 1, max: 500_000 })),
      ratio: fc.integer({ min: 1, max: 100 }).map((cents) => cents / 100),
      pots: fc.subarray(['inScope', 'outOfScope'], { minLength: 1 }),
      en: fc.constantFrom('', 'county cover: "a"'),
      zh: fc.constantFrom('县防贫险', '失能险 # {a: 1}', '- 是', 'null'),
    });
    fc.assert(
      fc.property(choice, choice, (one, other) => {
        const made = ({ zh, en, ...rest }: typeof one, id: string) => ({ ...product, ...rest, id, name: { zh, en } });
        const text = textWithProduct(textWithProduct(bare, made(one, 'first')), made(other, 'second'));
        expect(errorsOf(text)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves every line of the text as it was, and taken out again nothing of itself', () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        const longer = textWithProduct(text, product);
        expect(longer.startsWith(text)).toBe(true);
        expect(textWithoutProduct(longer, product.id).trimEnd()).toBe(text.trimEnd());
      }),
      { numRuns: 40 },
    );
    const shen = sample('371522-shenxian');
    const two = textWithProduct(shen, product);
    for (const line of shen.split('\n')) expect(two.split('\n')).toContain(line);
    expect(textWithoutProduct(two, product.id)).toBe(shen);
  });

  it('takes all of a product out that somebody wrote by hand', () => {
    const rest = textWithoutProduct(sample('371522-shenxian'), 'antiPoverty');
    expect(rest).toContain('eligibility.specialInsurance: [registered, temporarilyPoor]');
    expect(rest.match(/antiPoverty/g)).toBe(null);
    expect(errorsOf(rest)).toEqual([]);
  });
});
