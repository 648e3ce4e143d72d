import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { classOfAll } from '../../server/analysis/diff/change.ts';
import { diff } from '../../server/analysis/diff/diff.ts';
import { findEdges } from '../../server/analysis/edges/find-edges.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { improvable, otherValue, override } from '../engine/improvements.ts';
import { runs } from '../engine/property-runs.ts';
import { filesIn, root } from '../house/sources.ts';
import { document, effective } from '../naive/documents.ts';
import { drawn } from '../naive/random-draw.ts';
import { randomCases } from '../naive/random-rule-sets.ts';
import { type Example, sidesOf } from './diff/example.ts';

/** What all changes from one rule set to another are together. */
const classOf = (before: EffectiveRuleSet, after: EffectiveRuleSet) =>
  classOfAll(diff(before, after).map((change) => change.class));

/** How many edge claims lose and gain; a counterexample is printed with its claim. */
async function edgesOf(before: EffectiveRuleSet, after: EffectiveRuleSet, claims: number) {
  const { types, edges } = await findEdges(before, after, { claims, limit: 1 });
  const sum = (of: 'better' | 'worse') => types.reduce((all, type) => all + type[of], 0);
  return { worse: sum('worse'), better: sum('better'), first: edges[0] };
}

async function losesNobody(before: EffectiveRuleSet, after: EffectiveRuleSet, claims: number): Promise<number> {
  const { worse, better, first } = await edgesOf(before, after, claims);
  expect(worse, JSON.stringify({ changes: diff(before, after), first })).toBe(0);
  return better;
}

describe('where all changes are better for the insured, no edge claim loses', () => {
  it('of the city with one standard bettered', async () => {
    const city = document('rules/371500/liaocheng-2019.yaml') as RuleSet;
    const before = effective(city);
    let gained = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...improvable(city)),
        drawn((draw) => draw, 60),
        async (id, draw) => {
          const standard = city.standards[id];
          if (standard === undefined) return;
          const after = effective(city, override(id, otherValue(draw, standard, standard.value)));
          if (classOf(before, after) === 'better') gained += await losesNobody(before, after, 2_000);
        },
      ),
      runs(5, 20),
    );
    expect(gained).toBeGreaterThan(0);
  });

  it('of random rule sets with one standard bettered', async () => {
    let gained = 0;
    await fc.assert(
      fc.asyncProperty(
        randomCases({ claims: 0, improvable: true }),
        fc.nat(),
        drawn((draw) => draw, 60),
        async ({ document: city }, which, draw) => {
          const ids = improvable(city);
          const id = ids[which % Math.max(1, ids.length)] ?? '';
          const standard = city.standards[id];
          if (standard === undefined) return;
          const before = effective(city);
          const after = effective(city, override(id, otherValue(draw, standard, standard.value)));
          if (classOf(before, after) === 'better') gained += await losesNobody(before, after, 400);
        },
      ),
      runs(14, 60),
    );
    expect(gained).toBeGreaterThan(0);
  });

  it('of random rule sets without one of their rules or limits, seen from either side', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(randomCases({ claims: 0, improvable: true }), fc.nat(), async ({ document: city }, which) => {
        const { rules, limits = [] } = city;
        const at = which % (rules.length + limits.length);
        const without = {
          ...city,
          rules: rules.filter((_, index) => index !== at),
          limits: limits.filter((_, index) => index + rules.length !== at),
        };
        const [one, other] = [effective(city), effective(without)];
        const isBetter = classOf(one, other) === 'better';
        const [before, after] = isBetter ? [one, other] : [other, one];
        if (classOf(before, after) === 'better') changed += await losesNobody(before, after, 400);
      }),
      runs(14, 60),
    );
    expect(changed).toBeGreaterThan(0);
  });

  const examples = filesIn('test/analysis/diff/examples', /\.yaml$/).map((file) => {
    const example = parse(readFileSync(join(root, file), 'utf8')) as Example;
    return { file: file.slice(file.lastIndexOf('/') + 1), sides: sidesOf(example) };
  });
  const of = (wanted: string) => examples.filter(({ sides }) => classOf(sides.before, sides.after) === wanted);

  it.each(of('better'))('of the example $file', async ({ sides }) => {
    await losesNobody(sides.before, sides.after, 1_000);
  });

  it.each(of('worse'))('and none gains of the example $file', async ({ sides }) => {
    expect((await edgesOf(sides.before, sides.after, 1_000)).better).toBe(0);
  });

  it.each(of('neutral'))('and none gains or loses of the example $file', async ({ sides }) => {
    const { better, worse } = await edgesOf(sides.before, sides.after, 1_000);
    expect([better, worse]).toEqual([0, 0]);
  });

  it('of a county that adds a product and takes in more people', async () => {
    const city = document('rules/371500/liaocheng-2019.yaml') as RuleSet;
    const county = document('rules/samples/371522-shenxian-sample.yaml') as never;
    expect(classOf(effective(city), effective(city, county))).toBe('better');
    expect(await losesNobody(effective(city), effective(city, county), 3_000)).toBeGreaterThan(0);
  });
});
