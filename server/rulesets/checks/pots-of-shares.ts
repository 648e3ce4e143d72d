import { labelOf } from '../../domain/label.ts';
import { standardsNamed } from '../figure.ts';
import type { Condition, StandardValue } from '../language.ts';
import { BILL, potsDrawn } from '../pots.ts';
import { isMap, isRows, UNSET } from '../standard-at.ts';
import { listedWords, standardNamed } from '../words.ts';
import { type Complaint, wrongInNew } from './complaint.ts';
import { typeWords } from './named-facts.ts';
import { partsByKey } from './parts-by-key.ts';
import { boundReach, isRuleOff } from './readings.ts';
import { type Budget, witness } from './satisfiable.ts';
import type { Scope, ScopedLimit, ScopedRule } from './scope.ts';

/**
 * A limit that is a share of the cost of pots is 0 for claims that have none of them, and cuts what is paid to nothing.
 * Complains only where there is such a claim; that it has one of the pots is enough: a limit may be meant for several types.
 */
export function* checkPotsOfShares(scope: Scope, budget: Budget): Generator<Complaint> {
  for (const { declared, pointer } of scope.limits) {
    const { name, label, atMost } = declared;
    if (pointer === null || typeof atMost !== 'object' || !('share' in atMost)) continue;
    const without = [...scope.claims.keys()].filter((type) => !hasOneOf(scope, type, atMost.of));
    const types = without.filter((type) => isCut(scope, declared, atMost.share, type, budget));
    if (types.length === 0) continue;
    yield wrongInNew('shareOfNoCost', `${pointer}/atMost/of`, {
      ...{ limit: standardNamed(name, labelOf(label, name)), types: typeWords(scope, types) },
      ...{
        pots: potWords(scope, atMost.of),
        known: potWords(
          scope,
          types.flatMap((type) => potsOf(scope, type)),
        ),
      },
    });
  }
}

/** Whether some claim of a type is paid something that the limit bounds, with the share set. */
function isCut(scope: Scope, limit: ScopedLimit, share: unknown, type: string, budget: Budget): boolean {
  const claimType = scope.claims.get(type);
  const paying = scope.rules.filter(({ declared }) => !isRuleOff(scope, declared) && pays(scope, declared, type));
  const reach = boundReach(scope, limit, paying);
  if (claimType === undefined || reach === null || !reach.types.includes(type)) return false;
  for (const reached of reach.reachedBy(type)) {
    for (const set of whereSet(scope, standardsNamed(share), type)) {
      const found = witness(claimType, scope.standards, [...reached, ...set], budget);
      if (found !== null && found !== undefined) return true;
    }
  }
  return false;
}

/** Whether a rule can pay claims of a type: beside the bill, or from a pot that they have. */
function pays(scope: Scope, { event }: ScopedRule, type: string): boolean {
  if (event.type === 'fund' || event.type === 'terms') return false;
  const drawn = potsDrawn(event);
  return drawn.length === 0 || hasOneOf(scope, type, drawn);
}

/** What claims of a type are for which each of some standards is set: alternatives, each of conditions that are all met. */
function* whereSet(
  scope: Scope,
  [id, ...others]: readonly string[],
  type: string,
  conditions: readonly Condition[] = [],
): Generator<readonly Condition[]> {
  const standard = id === undefined ? undefined : scope.standards.get(id);
  if (standard === undefined) {
    yield conditions;
    return;
  }
  for (const set of setIn(standard.value, standard.by, type)) {
    yield* whereSet(scope, others, type, [...conditions, ...set]);
  }
}

function* setIn(value: StandardValue, keys: readonly string[], type: string): Generator<readonly Condition[]> {
  const [key, ...rest] = keys;
  if (key === undefined || !(isMap(value) || isRows(value))) {
    if (value !== UNSET) yield [];
    return;
  }
  for (const { part, when } of partsByKey(value, key, type)) {
    for (const deeper of setIn(part, rest, type)) yield [...when, ...deeper];
  }
}

function potsOf({ pots }: Scope, type: string): readonly string[] {
  return [...(pots.get(type) ?? [])];
}

function hasOneOf(scope: Scope, type: string, pots: readonly string[]): boolean {
  return potsOf(scope, type).some((pot) => pots.includes(pot));
}

/** Pots in words: those that are items of the bill with their labels. */
function potWords({ facts }: Scope, pots: readonly string[]) {
  const labelled = [...new Set(pots)].map((pot) => {
    const label = facts.get(BILL + pot)?.[0]?.fact.label ?? labelOf(undefined, pot);
    return standardNamed(pot, label);
  });
  return listedWords(labelled);
}
