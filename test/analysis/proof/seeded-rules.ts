import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { cityDocument } from '../../city.ts';
import { effective } from '../../naive/documents.ts';
import { type Seeded, seededIn } from './seeded.ts';

const city = cityDocument();

/** The city's rules as they are. */
export const asTheyAre: EffectiveRuleSet = effective(city);

/** The city's rules with a change. */
export function changed(seeded: Pick<Seeded, 'base' | 'change'>): EffectiveRuleSet {
  return effective(seededIn(city, seeded)[1]);
}

/** The city's rules that a change is held against. */
export function unchanged({ base }: Pick<Seeded, 'base'>): EffectiveRuleSet {
  return base === undefined ? asTheyAre : changed({ change: base });
}
