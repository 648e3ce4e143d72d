import type { Condition, StandardValue } from '../language.ts';
import { isMap, isRows } from '../standard-at.ts';
import { type Complaint, wrong } from './complaint.ts';
import { typeWords } from './named-facts.ts';
import { partsByKey } from './parts-by-key.ts';
import { type Reading, readingsIn } from './readings.ts';
import { type Budget, witness } from './satisfiable.ts';
import type { Scope } from './scope.ts';

/**
 * What a figure is read by is a fact of every type of claim that comes to it: a claim that lacks it is refused, and so is
 * one that sends what its type does not declare, so that it could never be settled. Complains only where there is such a
 * claim.
 */
export function* checkNeededKeys(scope: Scope, budget: Budget): Generator<Complaint> {
  for (const reading of readingsIn(scope)) {
    const { standard, pointer } = reading;
    const stuck = new Map<string, string[]>();
    for (const type of reading.types) {
      const key = keyLacked(scope, reading, type, budget);
      if (key !== null) stuck.set(key, [...(stuck.get(key) ?? []), type]);
    }
    for (const [key, types] of stuck) {
      const declared = (scope.facts.get(key) ?? []).map((one) => one.type);
      const args = { standard: standard.id, label: standard.label, key, declared: typeWords(scope, declared) };
      yield wrong('keyNotOfType', pointer, { ...args, types: typeWords(scope, types) });
    }
  }
}

/** The key that some claim of a type would need and cannot bring; null where none does. */
function keyLacked(scope: Scope, reading: Reading, type: string, budget: Budget): string | null {
  const claimType = scope.claims.get(type);
  const lacks = (key: string) => scope.facts.has(key) && claimType?.facts.has(key) === false;
  // Nearly all figures are read by what all their claims bring.
  if (claimType === undefined || !reading.keys.some(lacks)) return null;
  for (const { key, conditions } of pathsTo(reading.standard.value, reading.keys, type, lacks)) {
    for (const reached of reading.reachedBy(type)) {
      const found = witness(claimType, scope.standards, [...reached, ...conditions], budget);
      if (found !== null && found !== undefined) return key;
    }
  }
  return null;
}

interface Path {
  readonly key: string;
  /** What the keys before it are where it is needed. */
  readonly conditions: readonly Condition[];
}

/** Where in a value a key is needed that claims of a type lack: a word in place of keys needs none. */
function* pathsTo(
  value: StandardValue,
  keys: readonly string[],
  type: string,
  lacks: (key: string) => boolean,
  conditions: readonly Condition[] = [],
): Generator<Path> {
  const [key, ...rest] = keys;
  if (key === undefined || !(isMap(value) || isRows(value))) return;
  if (lacks(key)) {
    yield { key, conditions };
    return;
  }
  for (const { part, when } of partsByKey(value, key, type)) {
    yield* pathsTo(part, rest, type, lacks, [...conditions, ...when]);
  }
}
