// Counters of the history, as the naive interpreter reads and writes them.
import type { Claim, History } from '../../server/engine/settlement.ts';
import { baseOf } from '../../server/rulesets/bases.ts';
import { type Counter, counters, countersOf } from '../../server/rulesets/counters.ts';
import type { EffectiveRuleSet, Rule } from '../../server/rulesets/effective-rule-set.ts';
import { at } from './claim-facts.ts';
import { fen, total } from './exact.ts';

/** A counter by its place in the history. */
export type CounterName = Pick<Counter, 'period' | 'name' | 'kind'>;

export const idOf = ({ period, name, kind }: CounterName): string => `${period}.${name}.${kind}`;

/** What a counter stood at before the claim, in fen or units; one that is not given is the sum of the rules' that feed it. */
export function counterBefore(ruleSet: EffectiveRuleSet, claim: Claim, counter: CounterName): bigint {
  if (counter.period === 'claim') return 0n;
  return total(
    sentOf(ruleSet, claim, counter).map((one) => (counter.kind === 'count' ? BigInt(Number(one)) : fen(one))),
  );
}

/** What the claim sends for a counter: under its own name, else under those of the rules that feed it. */
function sentOf(ruleSet: EffectiveRuleSet, claim: Claim, { period, name, kind }: CounterName): readonly unknown[] {
  const sent = (of: string) => at(claim, ['history', period, of, kind]);
  const feeds = (rule: Rule) => {
    if (kind === 'paid') return rule.layer === name;
    const base = baseOf(ruleSet, rule);
    const keeps = kind === 'base' || (kind === 'deductible' && boundsDeductibles(rule));
    return keeps && base?.name === name && base.period === period;
  };
  const isLayer = ruleSet.layers.some((layer) => layer.name === name);
  const summed = isLayer && sent(name) === undefined ? ruleSet.rules.filter(feeds) : [{ name }];
  return summed.map((one) => sent(one.name)).filter((one) => one !== undefined);
}

/** Whether the deductibles of a rule's claims have a bound together. */
export const boundsDeductibles = ({ event }: Rule): boolean =>
  event.type === 'reimburse' && event.params.deductiblesAtMost !== undefined;

/** The counter that a rule's own form keeps: the base of a period, or units paid in a period. */
export function counterOf(ruleSet: EffectiveRuleSet, rule: Rule): CounterName | null {
  const base = baseOf(ruleSet, rule);
  if (base !== null) return { ...base, kind: 'base' };
  if (rule.event.type !== 'allowance') return null;
  const { atMost, per } = rule.event.params;
  if (atMost === undefined || per === undefined || per === 'claim') return null;
  return { period: per, name: rule.name, kind: 'count' };
}

/** The history as a settlement answers it: the counters that the type of claim needs, and others that the claim brings. */
export function historyOf(ruleSet: EffectiveRuleSet, claim: Claim, value: (counter: Counter) => bigint): History {
  const needed = new Set(countersOf(ruleSet, claim.type).map(idOf));
  const history: Record<string, Record<string, Record<string, number>>> = {};
  for (const counter of counters(ruleSet)) {
    const { period, name, kind } = counter;
    if (!needed.has(idOf(counter)) && sentOf(ruleSet, claim, counter).length === 0) continue;
    history[period] = { ...history[period], [name]: { ...history[period]?.[name], [kind]: Number(value(counter)) } };
  }
  return history;
}
