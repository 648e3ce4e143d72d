import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { resolve } from '../../server/rulesets/resolve.ts';

/** A YAML file beside the repository's root. */
export function document(path: string): unknown {
  return parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** A document resolved without being published; digests play no part in settling. */
export function effective(city: RuleSet, county?: Override): EffectiveRuleSet {
  const name = (jurisdiction: string) => ({ jurisdiction, version: null, digest: `sha256:${'0'.repeat(64)}` });
  const base = { document: city, name: name(city.jurisdiction) };
  return county === undefined ? resolve(base) : resolve(base, { document: county, name: name(county.jurisdiction) });
}
