import type { Term } from '../../engine/terms.ts';
import type { EffectiveRuleSet, Rule } from '../../rulesets/effective-rule-set.ts';
import type { StandardValue } from '../../rulesets/language.ts';
import { isMap } from '../../rulesets/standard-at.ts';
import type { ChangeClass } from './change.ts';
import { type Compared, roleOf, ruleNamed, rulesNamed } from './compared.ts';
import type { Difference } from './difference.ts';

/**
 * What it is to claimants that a rule reaches more claims, as one that is added does: better where it pays, worse where it
 * bounds what layers give. A rule that tells who brings a premium pays nobody; terms of layers that only one side has take
 * nothing from anyone; of layers that another system has settled only who sends claims knows how much it gave.
 */
export function classOfMoreReach({ id }: Difference, sides: Compared): ChangeClass {
  const rules = rulesNamed(sides, id);
  const [role, ...others] = new Set(rules.map(roleOf));
  if (role === undefined || others.length > 0) return 'undetermined';
  if (role === 'pays') return 'better';
  const boundsNobody = [sides.before, sides.after].every((side) => {
    const rule = ruleNamed(side, id);
    return rule === undefined || boundsOneSideOnly(rule, side, sides);
  });
  if (role === 'funds' || boundsNobody) return 'neutral';
  return [sides.before, sides.after].some((side) => settles(ruleNamed(side, id), side)) ? 'undetermined' : 'worse';
}

/** Whether by a terms rule another system has settled a layer. */
function settles(rule: Rule | undefined, { standards }: EffectiveRuleSet): boolean {
  const { terms } = (rule?.event.params ?? {}) as { readonly terms?: string };
  const value = standards.get(terms?.slice(1) ?? '')?.value;
  return value !== undefined && isAnywhere('settled', value);
}

function isAnywhere(term: Term, value: StandardValue): boolean {
  return isMap(value) ? Object.values(value).some((one) => isAnywhere(term, one)) : value === term;
}

/** Whether a terms rule bounds layers only that the other side does not have, by the figures of its own side. */
function boundsOneSideOnly({ event }: Rule, { standards }: EffectiveRuleSet, { onOneSide }: Compared): boolean {
  const { terms } = event.params as { readonly terms?: string };
  const value = standards.get(terms?.slice(1) ?? '')?.value;
  return value !== undefined && layersNamed(value).every((layer) => onOneSide.has(layer));
}

/** The layers that terms give less than everything. */
function layersNamed(value: StandardValue): readonly string[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, term]) =>
    isMap(term) ? layersNamed(term) : term === 'full' ? [] : [key],
  );
}
