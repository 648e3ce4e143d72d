import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Settlement } from '../../server/engine/settlement.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { Condition } from '../../server/rulesets/language.ts';
import { type InpatientClaim, settleChain } from './by-hand.ts';

/**
 * json-rules-engine as it comes: one engine made once over rules of the city as they are written, run for each claim; what
 * it fires goes into the hand-written chain. Standards are constant facts of the engine.
 * @param inpatientOnly leaves rules of other claim types out, which the engine would otherwise look at
 */
export function jsonRules(
  ruleSet: EffectiveRuleSet,
  inpatientOnly: boolean,
): (claim: InpatientClaim) => Promise<Settlement> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { name, conditions } of ruleSet.rules) {
    const type =
      'all' in conditions ? conditions.all.find((one) => 'fact' in one && one.fact === 'claim.type') : undefined;
    const wanted = type !== undefined && 'fact' in type ? JSON.stringify(type.value) : '';
    if (inpatientOnly && !wanted.includes('inpatient')) continue;
    engine.addRule({ name, conditions: conditions as unknown as RuleProperties['conditions'], event: { type: name } });
    for (const standard of standardsIn(conditions)) {
      const value = ruleSet.standards.get(standard.slice(1))?.value;
      // An unset list contains nothing.
      engine.addFact(standard, value === 'none' ? [] : value);
    }
  }
  return async (claim) => {
    const { events } = await engine.run(factsOf(claim));
    const fired = new Set(events.map(({ type }) => type));
    return settleChain(claim, fired.has('basicMedicalLevel1'), fired.has('referralMissing'));
  };
}

function factsOf({ type, person, hospital, referral, cost }: InpatientClaim): Record<string, unknown> {
  const place = hospital.place ?? 'homeCounty';
  const [admitted, completed] = [referral?.admittedOn, referral?.completedOn];
  return {
    'claim.type': type,
    'person.category': person?.category ?? 'registered',
    'hospital.level': hospital.level,
    'hospital.place': place,
    'hospital.rank': hospital.rank ?? 'county',
    'hospital.designated': hospital.designated ?? true,
    'referral.status': referral?.status ?? 'notNeeded',
    'cost.inScope': cost.inScope,
    ...(admitted === undefined || completed === undefined
      ? {}
      : { 'referral.days': (Date.parse(completed) - Date.parse(admitted)) / 86_400_000 }),
  };
}

function standardsIn(condition: Condition): readonly string[] {
  return [...JSON.stringify(condition).matchAll(/"(\$[^"]+)"/g)].map((found) => found[1] ?? '');
}
