import { apply } from '../server/analysis/diff/apply/apply.ts';
import { diff } from '../server/analysis/diff/diff.ts';
import { digest } from '../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet, StandardDeclaration } from '../server/rulesets/language.ts';
import { resolve } from '../server/rulesets/resolve.ts';
import { effectiveTermsDigest } from '../server/rulesets/terms-digest.ts';
import { type Measured, measure, ratio } from './rounds.ts';
import { type Row, row, wanted } from './rows.ts';

/** Standards of the rule sets that are compared. */
const STANDARDS = 1_000;

/** A thousand standards, a tenth of each shape, compared with the same and with others; what is found is made again first. */
export async function diffs(rounds: number): Promise<readonly Row[]> {
  const before = ruleSet(() => false);
  const pairs = [
    ['none of them changed', ruleSet(() => false)],
    ['ten of them changed', ruleSet((index) => index % 100 === 0)],
    ['all of them changed', ruleSet(() => true)],
  ] as const;
  for (const [name, after] of pairs) {
    const made = apply(diff(before, after), before);
    if (effectiveTermsDigest(made) !== after.effectiveTermsDigest) throw new Error(`${name}: made again it is another`);
  }
  const measured = await measure(
    [
      ...pairs.map(([name, after]) => ({
        name: `diff of 1,000 standards, ${name}`,
        round: () => Number(diff(before, after).length >= 0),
      })),
      { name: 'terms digests of both sides', round: () => [before, pairs[2][1]].map(effectiveTermsDigest).length / 2 },
    ],
    rounds,
  );
  const [, , all, peer] = measured as readonly [Measured, Measured, Measured, Measured];
  return [
    ...measured
      .slice(0, 3)
      .map(({ name, median }) => wanted(name, median / 1e6, '< 10 ms', (found) => found < 10, 'ms')),
    row(peer.name, peer.median / 1e6, 'ms'),
    row('diff, all of them changed : terms digests of both sides', ratio(all, peer), '×'),
  ];
}

/** A rule set whose standards are plain, keyed, banded and lists; those that are changed pay a little more. */
function ruleSet(isChanged: (index: number) => boolean): EffectiveRuleSet {
  const standards = Object.fromEntries(
    Array.from({ length: STANDARDS }, (_, index) => [`plan.s${index}`, standard(index, isChanged(index) ? 1 : 0)]),
  );
  const document = {
    kind: 'RuleSet',
    jurisdiction: '371500',
    effective: { from: '2019-01-01', to: '2019-12-31' },
    title: { zh: '标准数量测试' },
    claims: { visit: { facts: { level: { choice: ['a', 'b', 'c'] }, 'cost.inScope': { money: {} } } } },
    layers: [{ name: 'plan', combine: 'sum' }],
    standards,
    rules: [
      {
        name: 'pay',
        layer: 'plan',
        conditions: { all: [{ fact: 'level', operator: 'equal', value: 'a' }] },
        event: { type: 'reimburse', params: { of: ['inScope'], ratio: '$plan.s0' } },
      },
    ],
  } as unknown as RuleSet;
  return resolve({ document, name: { jurisdiction: '371500', version: null, digest: digest(document) } });
}

function standard(index: number, more: number): StandardDeclaration {
  const label = { zh: `标准 ${index}` };
  const plain = { unit: 'CNY', better: 'higher', label, value: 1000 + index + more } as const;
  switch (index % 4) {
    case 0:
      return plain;
    case 1:
      return { ...plain, by: 'level', value: { a: index + more, b: index, c: index } };
    case 2:
      return {
        ...plain,
        unit: 'share',
        value: [
          { from: 0, to: 1000 + more, value: 0.5 },
          { from: 1000 + more, value: 0.4 },
        ],
      };
    default:
      return { ...plain, unit: 'list', better: 'wider', value: more === 0 ? ['a'] : ['a', 'b'] };
  }
}
