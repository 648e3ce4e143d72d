import type { Label } from '../domain/label.ts';
import type { EffectiveRuleSet, Fact } from './effective-rule-set.ts';
import type { Event } from './language.ts';

/** What a bill item's fact id starts with. */
export const BILL = 'cost.';

/** Whether a fact is an item of the bill: money under `cost`, no part of another item. */
export function isBillItem(fact: Fact): boolean {
  return fact.id.startsWith(BILL) && fact.type.kind === 'money' && fact.type.partOf === null;
}

/** The pots that a rule's event draws from, in order; none where it pays no bill. */
export function potsDrawn({ params }: Event): readonly string[] {
  return 'of' in params ? (params.of ?? []) : [];
}

/** The pots that the bill of a claim type has: its items, those that `costs` divides replaced by what they are divided into. */
export function potsOf(effective: Pick<EffectiveRuleSet, 'claims' | 'costs'>, type: string): ReadonlySet<string> {
  const facts = [...(effective.claims.get(type)?.facts.values() ?? [])];
  const pots = new Set(facts.filter(isBillItem).map(({ id }) => id.slice(BILL.length)));
  for (const { item, to, rest } of effective.costs) {
    if (!pots.delete(item)) continue;
    pots.add(to);
    if (rest !== undefined) pots.add(rest);
  }
  return pots;
}

/** What people call a pot: as its item of the bill is called, or as the rule set calls what `costs` makes; null where neither does. */
export function potLabel(
  { claims, pots }: Pick<EffectiveRuleSet, 'claims' | 'pots'>,
  type: string,
  pot: string,
): Label | null {
  return claims.get(type)?.facts.get(`${BILL}${pot}`)?.label ?? pots.get(pot) ?? null;
}

/** What people call a pot by the first of some rule sets that has a name for it; its id where none has. */
export function potNamed(
  ruleSets: readonly Pick<EffectiveRuleSet, 'claims' | 'pots'>[],
  type: string,
  pot: string,
): Label | string {
  for (const ruleSet of ruleSets) {
    const label = potLabel(ruleSet, type, pot);
    if (label !== null) return label;
  }
  return pot;
}
