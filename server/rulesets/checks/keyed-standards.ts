import { labelOf } from '../../domain/label.ts';
import { compareValues } from '../compare-values.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import { countyFigures, withCounty } from '../effective-standard.ts';
import { keyLabel } from '../item-label.ts';
import type { Override } from '../language.ts';
import { asTheCityHasIt, underOwnKey } from '../own-key.ts';
import { stepInto } from '../positions.ts';
import { isMap } from '../standard-at.ts';
import { didYouMean, listed } from '../words.ts';
import { adviceLeft } from './advice.ts';
import { checkCityShape } from './city-shape.ts';
import { type Complaint, doubtful, firstFound, wrong } from './complaint.ts';
import { checkCityStandards } from './county-heading.ts';
import { checkFloor, figureWords } from './floor.ts';
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
    return [{ standard: underOwnKey(standard, by), value, pointer, partial: true }];
  });
}

/**
 * What a county gives some people is read by a fact of every type of claim that reads the standard, is nowhere below the
 * city's figure, and is more than what holds for everybody.
 * @param values the {@link keyedValues} of the document
 */
export function* checkKeyedStandards(
  document: Override,
  values: readonly ValueToCheck[],
  city: EffectiveRuleSet,
  scope: Scope,
  usage: Usage,
): Generator<Complaint> {
  yield* checkCityStandards(document.keyedStandards, city, SECTION);
  for (const one of values) {
    const isFixed = one.standard.county === 'fixed';
    yield* firstFound(
      () => (isFixed ? checkFloor(one.standard, one.value, one.pointer, city) : []),
      () => checkKey(one, scope, usage),
      () => checkCityShape(scope, usage, one),
      () => checkValue(scope, usage, one),
      () => (isFixed ? [] : aboutFigures(one, document, city)),
    );
  }
}

function* checkKey({ standard }: ValueToCheck, scope: Scope, usage: Usage): Generator<Complaint> {
  const { id, label, by, ownKey: key } = standard;
  // As the first of the city's own keys it may stand here as well: so texts do that are older than the city's.
  if (key === null) return;
  const pointer = `${stepInto(SECTION, id)}/by`;
  const args = { standard: id, label, key };
  if (by.slice(1).includes(key)) {
    yield wrong('ownKeyTwice', pointer, args);
    return;
  }
  const known = ownKeysOf(scope, usage, { ...standard, by: by.slice(1) });
  if (!known.includes(key)) {
    yield wrong('ownKeyUnfit', pointer, { ...args, known: listed(known), meant: didYouMean(key, known) });
  }
}

/** Of figures that can be read: what is below the city's, what changes nothing, and where its advice is not followed. */
function* aboutFigures(one: ValueToCheck, document: Override, city: EffectiveRuleSet): Generator<Complaint> {
  yield* checkFloor(one.standard, one.value, one.pointer, city);
  yield* noBetter(one, document, city);
  yield* adviceLeft(one, document, city);
}

/** What is no better than what holds for everybody: nobody is ever settled by it. */
function* noBetter(
  { standard, value, pointer }: ValueToCheck,
  document: Override,
  city: EffectiveRuleSet,
): Generator<Complaint> {
  if (standard.county === 'advise' || standard.ownKey === null || !isMap(value)) return;
  const plain = asTheCityHasIt(standard);
  const { values } = countyFigures(document, standard.id);
  const forAll = withCounty(plain, { values, keyed: null }).value;
  for (const [key, given] of Object.entries(value)) {
    const comparison = compareValues(plain, forAll, given);
    if (comparison !== 'equal' && comparison !== 'worse') continue;
    // Below the city's it has been complained about.
    if (compareValues(plain, plain.value, given) === 'worse') continue;
    const label = keyLabel(city, key, standard.ownKey) ?? labelOf(key, key);
    yield doubtful('keyedNoBetter', stepInto(pointer, key), {
      label: standard.label,
      key: label,
      given: figureWords(standard, given, city),
      all: figureWords(standard, forAll, city),
    });
  }
}
