import { hasBounds } from '../bounds.ts';
import type { EffectiveRuleSet, Fact } from '../effective-rule-set.ts';
import { factsOf } from '../facts.ts';
import type { FactDeclarations, Override } from '../language.ts';
import { stepInto } from '../positions.ts';
import { isBillItem } from '../pots.ts';
import { factOrFacts } from './added-facts.ts';
import { type Complaint, wrong, wrongKey } from './complaint.ts';
import { readByCity } from './read-by-city.ts';

/**
 * No fact that a county adds to the city's claims reaches a rule of the city's: not under a name that the city's rules read in
 * claims of that type, and no item of the bill where they look at the whole of it. Either could turn the claim from what the
 * city pays for it. Nor are its claims refused by days between dates that they bring anyway.
 */
export function* checkAddedReach(adds: NonNullable<Override['adds']>, city: EffectiveRuleSet): Generator<Complaint> {
  if (adds.facts === undefined) return;
  const types = new Set([...city.claims.keys(), ...Object.keys(adds.claims ?? {})]);
  const { byType, forAll } = factOrFacts(adds.facts, types);
  const citys = new Set([...city.claims.values()].flatMap(({ facts }) => [...facts.keys()]));
  const read = readByCity(city);
  const complained = new Set<string>();
  for (const { type, label, facts: known } of city.claims.values()) {
    const own = byType.get(type) ?? {};
    const added: FactDeclarations = { ...without(forAll, citys), ...without(own, new Set(known.keys())) };
    const facts = factsOf(added, { added: true, optional: true, beside: known });
    for (const fact of facts.values()) {
      const at = Object.hasOwn(own, fact.id) ? stepInto('/adds/facts', type) : '/adds/facts';
      const pointer = stepInto(at, fact.id);
      if (refusesByDates(fact, facts) && !complained.has(pointer)) {
        complained.add(pointer);
        yield wrong('addedDaysRefuse', `${pointer}/daysBetween`, { fact: fact.id, label: fact.label, type: label });
      }
      const direct = read.get(type)?.get(fact.id);
      const reader = direct ?? (isBillItem(fact) ? read.get(type)?.get('cost.total') : undefined);
      if (reader === undefined || complained.has(pointer)) continue;
      complained.add(pointer);
      const args = { fact: fact.id, label: fact.label, type: label, kind: reader.kind, name: reader.name };
      yield wrongKey(direct === undefined ? 'addedItemInTotal' : 'addedFactRead', pointer, args);
    }
  }
}

/** Whether days have bounds and lie between dates that are there though nothing that the county adds is sent. */
function refusesByDates({ type }: Fact, added: ReadonlyMap<string, Fact>): boolean {
  if (type.kind !== 'daysBetween' || !hasBounds(type)) return false;
  return [type.from, type.to].every((id) => added.get(id)?.default.kind !== 'absent');
}

/** Facts whose names are not the city's: of those that are it has been complained. */
function without(declared: FactDeclarations, taken: ReadonlySet<string>): FactDeclarations {
  return Object.fromEntries(Object.entries(declared).filter(([id]) => !taken.has(id)));
}
