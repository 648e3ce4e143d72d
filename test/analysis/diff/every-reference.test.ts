import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { root } from '../../house/sources.ts';
import { effective } from '../../naive/documents.ts';
import { placesIn, placesInSchema } from './references.ts';

const text = readFileSync(join(root, 'test/analysis/diff/every-reference.yaml'), 'utf8');
const plan = parse(text) as RuleSet;
const before = effective(plan);
const facts = Object.keys(plan.claims.stay?.facts ?? {});

/** The plan with other names, words for people aside; every other text that is one of them is a reference, for nothing else is called so. */
function renamed(names: Readonly<Record<string, string>>): RuleSet {
  const name = (one: string) => names[one] ?? one;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return name(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if ('zh' in value && 'en' in value)
      return { ...value, ...('standard' in value ? { standard: walk(value.standard) } : {}) };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [name(key), walk(inner)]));
  };
  return walk(plan) as RuleSet;
}

const found = (names: Readonly<Record<string, string>>) =>
  diff(before, effective(renamed(names))).map(({ kind, id }) => `${kind} ${id}`);

it('the plan names a standard, fact or pot wherever the schema lets one be named', () => {
  const used = placesIn(plan);
  expect([...placesInSchema()].filter((place) => !used.has(place))).toEqual([]);
  expect(used.size).toBeGreaterThan(50);
});

describe('nothing but its name is another', () => {
  it.each(Object.keys(plan.standards ?? {}))('of standard %s, wherever it is spoken of', (id) => {
    const names = { [id]: `${id}New`, [`$${id}`]: `$${id}New` };
    expect(found(names)).toEqual([`standard-renamed ${id}New`]);
    expect(diff(before, effective(renamed(names))).map((change) => change.class)).toEqual(['neutral']);
  });

  it.each(facts)('of fact %s, wherever it or its pot is spoken of', (id) => {
    const pot = id.startsWith('cost.') ? id.slice('cost.'.length) : null;
    expect(found({ [id]: `${id}New`, ...(pot === null ? {} : { [pot]: `${pot}New` }) })).toEqual([
      `fact-renamed ${id}New`,
    ]);
  });
});
