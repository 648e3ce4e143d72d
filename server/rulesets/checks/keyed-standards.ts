import type { EffectiveRuleSet, EffectiveStandard } from '../effective-rule-set.ts';
import type { Override } from '../language.ts';
import { underOwnKey } from '../own-key.ts';
import { stepInto } from '../positions.ts';
import { didYouMean, listed } from '../words.ts';
import { adviceLeft } from './advice.ts';
import { type Complaint, wrong } from './complaint.ts';
import { checkCityStandards } from './county-heading.ts';
import { belowOwn, checkFloor } from './floor.ts';
import { checkValue, type ValueToCheck } from './keyed-values.ts';
import { ownKeysOf } from './own-keys.ts';
import type { Scope } from './scope.ts';
import type { Usage } from './usage.ts';

const SECTION = '/keyedStandards';

/** The values that a county gives some people, each with the city's standard read by the fact that tells them apart. */
export function keyedValues({ keyedStandards = {} }: Override, city: EffectiveRuleSet): readonly ValueToCheck[] {
  return Object.entries(keyedStandards).flatMap(([id, { by, value }]) => {
    const standard = city.standards.get(id);
    if (standard === undefined) return [];
    const pointer = `${stepInto(SECTION, id)}/value`;
    return [{ standard: underOwnKey(standard, by, value), value, pointer, partial: true }];
  });
}

/**
 * What a county gives some people is read by a fact that all claims bring to it, is nowhere below the city's figure, and is
 * no less than what the county gives everybody.
 */
export function* checkKeyedStandards(
  document: Override,
  city: EffectiveRuleSet,
  scope: Scope,
  usage: Usage,
): Generator<Complaint> {
  yield* checkCityStandards(document.keyedStandards, city, SECTION);
  for (const one of keyedValues(document, city)) {
    yield* firstOf(
      () => (one.standard.county === 'fixed' ? checkFloor(one.standard, one.value, one.pointer, city) : []),
      () => checkKey(one.standard, scope, usage),
      () => checkValue(scope, usage, one),
      () => checkFloor(one.standard, one.value, one.pointer, city),
      () => belowOwn(one, document.standards?.[one.standard.id], city),
      () => adviceLeft(one, document, city),
    );
  }
}

/** What the first check that finds anything finds: a value that is wrong in one way is not looked at for the next. */
function* firstOf(...checks: readonly (() => Iterable<Complaint>)[]): Generator<Complaint> {
  for (const check of checks) {
    const found = [...check()];
    yield* found;
    if (found.length > 0) return;
  }
}

function* checkKey(keyed: EffectiveStandard, scope: Scope, usage: Usage): Generator<Complaint> {
  const { id, label, ownKey, by } = keyed;
  const [key, pointer] = [ownKey ?? '', `${stepInto(SECTION, id)}/by`];
  const args = { standard: id, label, key };
  if (by.slice(1).includes(key)) {
    yield wrong('ownKeyTwice', pointer, args);
    return;
  }
  const known = ownKeysOf(scope, usage, { ...keyed, by: by.slice(1) });
  if (!known.includes(key)) {
    yield wrong('ownKeyUnfit', pointer, { ...args, known: listed(known), meant: didYouMean(key, known) });
  }
}
