import { baseStatedBy, CLAIM, type StatedBase } from '../bases.ts';
import { areApart, boxOf } from './boxes.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { isRuleOff } from './readings.ts';
import { bothPay, drawsWith } from './rule-pairs.ts';
import type { Budget } from './satisfiable.ts';
import type { Declared, Scope, ScopedRule } from './scope.ts';
import type { Usage } from './usage.ts';

/** Pairs of one layer that are looked at: a layer of people's has a handful of rules that work on a period. */
const PAIRS = 1_000;

/**
 * Two rules of a layer, one for some claims and the other for other claims, that work on the same period from one pot: where one of
 * them names no base, each keeps its own, and somebody with claims of both kinds meets the deductible twice. One complaint a
 * layer; whoever means it so names the bases.
 */
export function* checkBasesApart(scope: Scope, usage: Usage, budget: Budget): Generator<Complaint> {
  for (const { declared: layer } of scope.layers) {
    const pair = pairApart(scope, usage, layer.name, budget);
    if (pair === null) continue;
    const [first, second] = pair;
    const own = second.pointer === null ? first : second;
    const key = 'year' in own.declared.event.params ? 'year' : 'per';
    const args = { layer: layer.name, first: first.declared.name, second: second.declared.name };
    if (own.pointer !== null) yield doubtful('basesApart', `${own.pointer}/event/params/${key}`, args);
  }
}

type Pair = readonly [Declared<ScopedRule>, Declared<ScopedRule>];

function pairApart(scope: Scope, usage: Usage, layer: string, budget: Budget): Pair | null {
  const rules = scope.rules.filter(
    ({ declared }) => declared.layer === layer && namedBase(declared) !== null && !isRuleOff(scope, declared),
  );
  let looked = 0;
  for (const [index, first] of rules.entries()) {
    for (const second of rules.slice(index + 1)) {
      looked += 1;
      if (looked > PAIRS) return null;
      if (
        keepApart(first.declared, second.declared) &&
        neverBoth(scope, usage, first.declared, second.declared, budget)
      )
        return [first, second];
    }
  }
  return null;
}

/** The period and base of a rule; null where it works on none, or pays the same share of every yuan of it. */
function namedBase({ name, event }: ScopedRule): (StatedBase & { readonly base: string }) | null {
  const stated = baseStatedBy(event);
  if (stated === null || stated.period === CLAIM || event.type !== 'reimburse') return null;
  const { deductible, deductiblePer, bands } = event.params;
  const isCounted = bands !== undefined || (deductible !== undefined && deductiblePer === undefined);
  return isCounted ? { ...stated, base: stated.named ?? name } : null;
}

/** Whether each keeps a base of its own over the same period, without both saying so. */
function keepApart(first: ScopedRule, second: ScopedRule): boolean {
  const [one, other] = [namedBase(first), namedBase(second)];
  if (one === null || other === null || one.period !== other.period || one.base === other.base) return false;
  return (one.named === null || other.named === null) && drawsWith(first, second);
}

function neverBoth(scope: Scope, usage: Usage, first: ScopedRule, second: ScopedRule, budget: Budget): boolean {
  if (areApart(boxOf(scope, first.conditions), boxOf(scope, second.conditions))) return true;
  return bothPay(scope, usage, [first, second], budget) === null;
}
