import { areApart, boxOf } from './boxes.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { isRuleOff } from './readings.ts';
import { bothPay, drawsWith } from './rule-pairs.ts';
import type { Budget } from './satisfiable.ts';
import type { Declared, Scope, ScopedRule } from './scope.ts';
import type { Usage } from './usage.ts';

/** Pairs of one layer that are looked at: a layer of people's has a handful of rules that work on the year. */
const PAIRS = 1_000;

/**
 * Two rules of a layer, one for some claims and the other for other claims, that work on the year from one pot: where one of
 * them names no base, each keeps its own, and somebody with claims of both kinds meets the deductible twice. One complaint a
 * layer; whoever means it so names the bases.
 */
export function* checkYearBases(scope: Scope, usage: Usage, budget: Budget): Generator<Complaint> {
  for (const { declared: layer } of scope.layers) {
    const pair = pairApart(scope, usage, layer.name, budget);
    if (pair === null) continue;
    const [first, second] = pair;
    const pointer = second.pointer ?? first.pointer;
    const args = { layer: layer.name, first: first.declared.name, second: second.declared.name };
    if (pointer !== null) yield doubtful('yearBasesApart', `${pointer}/event/params/year`, args);
  }
}

type Pair = readonly [Declared<ScopedRule>, Declared<ScopedRule>];

function pairApart(scope: Scope, usage: Usage, layer: string, budget: Budget): Pair | null {
  const rules = scope.rules.filter(
    ({ declared }) => declared.layer === layer && baseOf(declared) !== null && !isRuleOff(scope, declared),
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

/** The base that a rule names, or its own; null where it works on no year, or pays the same share of every yuan of it. */
function baseOf({ name, event }: ScopedRule): string | null {
  if (event.type !== 'reimburse') return null;
  const { year, deductible, bands } = event.params;
  if (year === undefined || (deductible === undefined && bands === undefined)) return null;
  return year === true ? name : year;
}

/** Whether each keeps a base of its own without both saying so. */
function keepApart(first: ScopedRule, second: ScopedRule): boolean {
  return baseOf(first) !== baseOf(second) && [first, second].some(namesNoBase) && drawsWith(first, second);
}

function namesNoBase({ event }: ScopedRule): boolean {
  return event.type === 'reimburse' && event.params.year === true;
}

function neverBoth(scope: Scope, usage: Usage, first: ScopedRule, second: ScopedRule, budget: Budget): boolean {
  if (areApart(boxOf(scope, first.conditions), boxOf(scope, second.conditions))) return true;
  return bothPay(scope, usage, [first, second], budget) === null;
}
