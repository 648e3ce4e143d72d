import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import type { Override, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import type { Against } from '../validate.ts';
import { factOrFacts } from './added-facts.ts';
import { checkAdditions } from './additions.ts';
import { checkAdvice } from './advice.ts';
import { checkBestFirst } from './best-first.ts';
import { checkLayers } from './chain.ts';
import { checkClauses, checkReadings } from './citations.ts';
import { checkCityShape } from './city-shape.ts';
import { checkOwnStandards, checkReach, checkReferences, ownStandards } from './city-text.ts';
import { type Complaint, firstFound } from './complaint.ts';
import { checkCityStandards, checkCountyHeading } from './county-heading.ts';
import { checkClaimDate, checkFacts } from './facts.ts';
import { checkFloor } from './floor.ts';
import { checkKeyedStandards, keyedValues } from './keyed-standards.ts';
import { checkValue, type ValueToCheck } from './keyed-values.ts';
import { checkNames } from './names.ts';
import { checkPeriods } from './periods.ts';
import { type Scope, scopeOfCounty } from './scope.ts';
import { checkGroups, checkListItems } from './standards.ts';
import { type Usage, usageOf } from './usage.ts';
import { checkWaivers } from './waivers.ts';

/** Everything about a county's text that no schema can say; without its city only what the text says by itself. */
export function* checkCountyText(document: Override, against: Against): Generator<Complaint> {
  const { city } = against;
  yield* checkCountyHeading(document, against);
  yield* checkPeriods(document.effective, document.adds?.products, document.adds?.layers, '/adds');
  yield* checkNames(document.adds ?? {}, '/adds');
  if (city === undefined) return;
  const scope = scopeOfCounty(document, city);
  const usage = usageOf(scope);
  const given = { everybody: givenValues(document, city), some: keyedValues(document, city) };
  let sound = true;
  for (const complaint of checkOverCity(document, city, scope, usage, given)) {
    if (complaint.severity === 'error') sound = false;
    yield complaint;
  }
  if (!sound) return;
  const figures = [...given.everybody, ...given.some];
  yield* checkReach(scope, usage, placesOf(figures));
  const own = ownStandards(scope, added(document.adds?.standards, city), '/adds/standards');
  yield* checkBestFirst(scope, usage, [...figures, ...own]);
}

/** The values that a county gives standards of the city's: for everybody, and for some people alone. */
interface Given {
  readonly everybody: readonly ValueToCheck[];
  readonly some: readonly ValueToCheck[];
}

function* checkOverCity(
  document: Override,
  city: EffectiveRuleSet,
  scope: Scope,
  usage: Usage,
  { everybody, some }: Given,
): Generator<Complaint> {
  const { adds = {}, standards, reasons } = document;
  yield* checkCityStandards(standards, city, '/standards');
  yield* checkCityStandards(reasons, city, '/reasons');
  yield* checkWaivers(document, city);
  for (const one of everybody) {
    // A value of the wrong shape is neither above nor below the city's.
    yield* firstFound(
      () => checkCityShape(scope, usage, one),
      () => checkValue(scope, usage, one),
      () => checkFloor(one.standard, one.value, one.pointer, city),
    );
  }
  yield* checkKeyedStandards(document, some, city, scope, usage);
  const all = [...everybody, ...some];
  yield* checkListItems(scope, usage, all);
  yield* checkGroups(scope, placesOf(all));
  yield* checkAdvice(document, city);
  yield* checkAdditions(adds, city);
  yield* checkAddedClaims(document, scope);
  yield* checkLayers(scope, adds.layers, '/adds/layers');
  yield* checkOwnStandards(scope, usage, ownStandards(scope, added(adds.standards, city), '/adds/standards'));
  yield* checkReferences(scope, usage);
  yield* checkClauses(scope, adds, '/adds');
  yield* checkReadings(scope, adds.readings, '/adds');
}

function givenValues({ standards, waivers }: Override, city: EffectiveRuleSet): readonly ValueToCheck[] {
  const sections = [
    { values: standards ?? {}, pointer: '/standards' },
    ...(waivers ?? []).map((one, index) => ({ values: one.standards, pointer: `/waivers/${index}/standards` })),
  ];
  return sections.flatMap(({ values, pointer }) =>
    Object.entries<StandardValue>(values).flatMap(([id, value]) => {
      const standard = city.standards.get(id);
      return standard === undefined ? [] : [{ standard, value, pointer: stepInto(pointer, id), partial: true }];
    }),
  );
}

function placesOf(given: readonly ValueToCheck[]): ReadonlyMap<string, string> {
  return new Map(given.map(({ standard, pointer }) => [standard.id, pointer]));
}

/** Added standards that are not the city's: those have been complained about. */
function added(standards: NonNullable<Override['adds']>['standards'], city: EffectiveRuleSet) {
  return Object.fromEntries(Object.entries(standards ?? {}).filter(([id]) => !city.standards.has(id)));
}

/** Facts that a county adds, to claim types of its own and to the city's. */
function* checkAddedClaims({ adds = {} }: Override, scope: Scope): Generator<Complaint> {
  for (const [name, declared] of Object.entries(adds.claims ?? {})) {
    const type = scope.claims.get(name);
    if (type === undefined) continue;
    const at = stepInto('/adds/claims', name);
    yield* checkFacts(type, declared.facts, `${at}/facts`);
    yield* checkClaimDate(type, declared.date, `${at}/date`);
  }
  const { byType, forAll } = factOrFacts(adds.facts ?? {}, new Set(scope.claims.keys()));
  for (const [name, facts] of byType) {
    const type = scope.claims.get(name);
    if (type !== undefined) yield* checkFacts(type, facts, stepInto('/adds/facts', name));
  }
  // What is added to every type is checked once, in the first.
  const [first] = scope.claims.values();
  if (first !== undefined) yield* checkFacts(first, forAll, '/adds/facts');
}
