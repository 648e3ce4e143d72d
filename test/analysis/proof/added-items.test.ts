import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { Override, RuleSet } from '../../../server/rulesets/language.ts';
import { resolve } from '../../../server/rulesets/resolve.ts';
import { checkDocument } from '../../../server/rulesets/validate.ts';

const maxBytes = 1 << 20;
const plan = checkDocument(readFileSync(join(import.meta.dirname, '../../cities/990006/plan.yaml'), 'utf8'), {
  maxBytes,
}).document as RuleSet;
const base = { document: plan, name: { jurisdiction: '990006', version: null, digest: 'city' } };
const city = resolve(base);

/** The city with an item of the bill, a layer and a rule of its county's own. */
function withItem({ of = 'fee', ratio = 0.5, fallback = 0, more = '' } = {}) {
  const text = `kind: Override
jurisdiction: "990061"
extends: "990006"
effective: {from: 2021-07-01, to: 2021-12-31}
reason: 试
adds:
  facts: {clinic: {cost.fee: {label: 县项目, money: {}, default: ${fallback}}}}
  layers: [{name: own, label: 县, payer: assistance, combine: one}]
  standards: {own.ratio: {value: ${ratio}, unit: share, better: higher}, own.part: {value: 0.4, unit: share, better: higher}}
${more}
  rules:
    - name: own
      layer: own
      conditions: {all: [{fact: claim.type, operator: equal, value: clinic}]}
      event: {type: reimburse, params: {of: [${of}], ratio: $own.ratio}}
`;
  const { document, findings } = checkDocument(text, { maxBytes, city });
  expect(findings).toEqual([]);
  const name = { jurisdiction: '990061', version: null, digest: text };
  return resolve(base, { document: document as Override, name });
}

const proved = { result: 'proved', undecided: [], counterexample: null };
const byForms = { solver: null };

describe('an item of the bill that only the second rules have', () => {
  it.each([
    ['alone', { of: 'fee' }],
    ['before one of the city’s', { of: 'fee, inScope' }],
    ['behind one of the city’s', { of: 'inScope, fee' }],
    [
      'divided over two pots',
      { of: 'counted', more: '  costs: [{item: fee, to: counted, share: $own.part, rest: rest}]' },
    ],
    [
      'that both pots draw',
      { of: 'rest, counted', more: '  costs: [{item: fee, to: counted, share: $own.part, rest: rest}]' },
    ],
  ])('is left out of the claim where a rule draws from it %s', async (_, item) => {
    expect(await prove(city, withItem(item), byForms)).toMatchObject(proved);
  });

  it('stands at its default: one that is not 0 is borne by somebody', async () => {
    expect(await prove(city, withItem({ fallback: 10 }), byForms)).not.toMatchObject({ result: 'proved' });
  });

  it('is in the claim where the first rules have it as well', async () => {
    expect(await prove(withItem(), withItem({ ratio: 0.6 }), byForms)).toMatchObject(proved);
    const lost = await prove(withItem(), withItem({ ratio: 0.4 }), byForms);
    expect(lost).toMatchObject({ result: 'refuted', counterexample: { claim: { cost: { fee: expect.any(Number) } } } });
  });

  it('keeps a loss of the city’s items from being proved away', async () => {
    const both = withItem({ of: 'fee, inScope' });
    expect(await prove(both, city, byForms)).toMatchObject({
      result: 'refuted',
      counterexample: { firstLayer: 'own' },
    });
  });
});
