import { describe, expect, it } from 'vitest';
import type { Language } from '../../server/domain/label.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import { whyNotWords } from '../../server/http/explanation-words.ts';
import { differenceWords } from '../../server/http/value-words.ts';
import { trialRules } from '../rulesets/trial-rules.ts';

const has = (item: string) => `{fact: person.groups, operator: contains, value: ${item}}`;

/** Why a rule with this condition does not apply to a person of these groups. */
async function why(condition: string, groups: readonly string[], language: Language = 'en') {
  const text = `claims:
  stay:
    facts:
      person.groups:
        label: {zh: 身份, en: groups}
        list: {choice: [a, b, c, d, e, f]}
        default: []
      cost.bill: {money: {}}
layers: [{name: basic, combine: one}]
standards: {basic.ratio: {value: 0.5, unit: share}}
rules:
  - {name: basic, layer: basic, conditions: ${condition}, event: {type: reimburse, params: {of: [bill], ratio: $basic.ratio}}}
`;
  const ruleSet = trialRules(text);
  const claim = { type: 'stay', person: { groups }, cost: { bill: 100 } } as Claim;
  const { explanation } = await compile(ruleSet).explain(claim, '2024-06-01');
  const [entry] = explanation;
  if (entry === undefined || entry.applied) throw new Error('the rule applied');
  return whyNotWords(entry, ruleSet, language);
}

describe('why a rule did not apply', () => {
  it('says of a list without items that it is empty', async () => {
    expect(await why(`{all: [${has('a')}]}`, [])).toBe('groups must contain a, it is empty');
    expect(await why(`{all: [${has('a')}]}`, [], 'zh')).toBe('要求身份包含a，实际为空');
  });

  it('names each condition that would have done', async () => {
    const any = `{any: [${has('a')}, {any: [${has('b')}, {all: [${has('c')}, ${has('d')}]}]}]}`;
    expect(await why(any, ['f'])).toBe(
      'groups must contain a, it is f; or groups must contain b, it is f; or groups must contain c, it is f',
    );
  });

  it('names five of many', async () => {
    const any = `{any: [${['a', 'b', 'c', 'd', 'e', 'f'].map(has).join(', ')}]}`;
    expect((await why(any, [])).split('; or ')).toHaveLength(5);
  });

  it('calls the total what people call it, and amounts by their unit', async () => {
    expect(await why('{fact: cost.total, operator: lessThan, value: 50}', [], 'zh')).toBe(
      '要求费用合计小于50 元，实际为100 元',
    );
    expect(await why('{fact: cost.bill, operator: greaterThan, value: 1234.5}', [])).toBe(
      'cost.bill must be more than CNY 1,234.50, it is CNY 100',
    );
  });

  it('names the one of several that should not have been met', async () => {
    expect(await why(`{not: {any: [${has('a')}, ${has('b')}]}}`, ['b'])).toBe('groups must not contain b, it is b');
  });
});

describe('how much a figure rose or fell', () => {
  it.each([
    [0.8, 0.81, 'share', '+1 percentage point'],
    [0.8, 0.75, 'share', '−5 percentage points'],
    [0.05, 0.06, 'points', '+1 percentage point'],
    [1, 0.5, 'factor', '−0.5'],
  ])('%d to %d of unit %s', (before, after, unit, words) => {
    expect(differenceWords(before, after, unit, 'en')).toBe(words);
  });
});
