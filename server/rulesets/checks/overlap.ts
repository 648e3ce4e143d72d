import { type Box, boxOf } from './boxes.ts';
import { type Complaint, doubtful, wrong } from './complaint.ts';
import { meetingPairs } from './pairs.ts';
import { isRuleOff } from './readings.ts';
import { bothPay, drawsWith, worksOnPeriod } from './rule-pairs.ts';
import type { Assignment, Budget } from './satisfiable.ts';
import type { Scope, ScopedRule } from './scope.ts';
import { leavesOf, standardsOfLeaf, type Usage } from './usage.ts';

/** Complaints about one layer; who has more mends these first. */
const COMPLAINTS = 20;

/** What two rules of a layer that can both pay one claim are called, by how the layer combines them. */
const codes = { one: 'rulesBothPay', sum: 'periodBesideRule', unsaid: 'rulesMayBothPay' } as const;

interface Payer {
  readonly rule: ScopedRule;
  readonly pointer: string | null;
  readonly box: Box;
}

/**
 * Two rules of a layer that can both pay one claim: wrong where the layer takes one rule, worth a look where it does not say,
 * and where it adds them up but one works on a period of which the other takes its part.
 * Rules that a figure not yet set keeps off are left out; once it is set, they are asked again.
 * @param places where a county's text gives a standard its value
 */
export function* checkOverlap(
  scope: Scope,
  usage: Usage,
  places: ReadonlyMap<string, string>,
  budget: Budget,
): Generator<Complaint> {
  for (const { declared: layer } of scope.layers) {
    const declared = scope.rules.filter((one) => one.declared.layer === layer.name && !isRuleOff(scope, one.declared));
    if (layer.combine === 'sum' && !declared.some(({ declared: rule }) => worksOnPeriod(rule))) continue;
    const payers = declared.map(
      ({ declared: rule, pointer }): Payer => ({ rule, pointer, box: boxOf(scope, rule.conditions) }),
    );
    let complaints = 0;
    for (const [first, second] of meetingPairs(payers)) {
      if (layer.combine === 'sum' && !isPeriodShared(first.rule, second.rule)) continue;
      const place = placeOf(first, second, places);
      if (place === null) continue;
      const both = bothPay(scope, usage, [first.rule, second.rule], budget);
      if (both === null) continue;
      const complain = layer.combine === 'one' && both !== undefined ? wrong : doubtful;
      const args = { layer: layer.name, first: first.rule.name, second: second.rule.name, example: exampleOf(both) };
      yield complain(codes[layer.combine ?? 'unsaid'], place, args);
      complaints += 1;
      if (complaints === COMPLAINTS) break;
    }
  }
}

/** Whether two rules draw from one pot, and one of them works on a period. */
function isPeriodShared(first: ScopedRule, second: ScopedRule): boolean {
  return (worksOnPeriod(first) || worksOnPeriod(second)) && drawsWith(first, second);
}

/** Where to complain: at the later rule of the text's own, else at the county's figure that brings two of the city's together. */
function placeOf(first: Payer, second: Payer, places: ReadonlyMap<string, string>): string | null {
  const own = second.pointer ?? first.pointer;
  if (own !== null) return `${own}/name`;
  for (const { rule } of [first, second]) {
    for (const { leaf } of leavesOf(rule.conditions, null, [])) {
      const place = standardsOfLeaf(leaf)
        .map((id) => places.get(id))
        .find((one) => one !== undefined);
      if (place !== undefined) return place;
    }
  }
  return null;
}

/** A claim in a few words: `hospital.level = 1, stay.number = 2`. */
function exampleOf(claim: Assignment | undefined): string {
  if (claim === undefined) return '?';
  return [...claim]
    .filter(([, value]) => value !== undefined)
    .slice(0, 8)
    .map(([fact, value]) => `${fact} = ${String(value)}`)
    .join(', ');
}
