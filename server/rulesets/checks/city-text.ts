import type { RuleSet } from '../language.ts';
import { stepInto } from '../positions.ts';
import { checkBases, checkSharedDeductibles } from './bases.ts';
import { checkBasesApart } from './bases-apart.ts';
import { checkBestFirst } from './best-first.ts';
import { checkBeyond, checkPaidBetween } from './beyond.ts';
import { checkCosts, checkLayers, checkPotLabels, checkRuleLayers } from './chain.ts';
import { checkChannelLabels } from './channel-labels.ts';
import { checkClauses, checkReadings } from './citations.ts';
import type { Complaint } from './complaint.ts';
import { checkConditions } from './conditions.ts';
import { checkCountingPeriods } from './counting-periods.ts';
import { checkDayUnits } from './day-units.ts';
import { checkDead } from './dead.ts';
import { checkDirections } from './directions.ts';
import { checkClaimDate, checkFacts } from './facts.ts';
import { checkFigures } from './figures.ts';
import { checkValue, type ValueToCheck } from './keyed-values.ts';
import { checkLimits } from './limits.ts';
import { checkMissingGrades } from './missing-grades.ts';
import { checkNamedFacts } from './named-facts.ts';
import { checkNames } from './names.ts';
import { checkNeededKeys } from './needed-keys.ts';
import { checkOverlap } from './overlap.ts';
import { checkPeriodLabels } from './period-labels.ts';
import { checkPeriods } from './periods.ts';
import { checkPotsOfShares } from './pots-of-shares.ts';
import { checkReservedNames } from './reserved-names.ts';
import { newBudget } from './satisfiable.ts';
import { type Scope, scopeOfCity } from './scope.ts';
import { checkSettledLayers } from './settled-layers.ts';
import { checkGroups, checkListItems, checkStandard } from './standards.ts';
import { checkUnreadStandards } from './unread-standards.ts';
import { checkUnsetBounds } from './unset-bounds.ts';
import { type Usage, usageOf } from './usage.ts';

/** Everything about a city's text that no schema can say. */
export function* checkCityText(document: RuleSet): Generator<Complaint> {
  const scope = scopeOfCity(document);
  const usage = usageOf(scope);
  let sound = true;
  for (const complaint of checkDeclarations(document, scope, usage)) {
    if (complaint.severity === 'error') sound = false;
    yield complaint;
  }
  // Which claims meet a condition can be asked only where every name in it means something.
  if (!sound) return;
  yield* checkReach(scope, usage, new Map());
  yield* checkBestFirst(scope, usage, ownStandards(scope, document.standards, '/standards'));
  yield* checkSettledLayers(scope);
  yield* checkUnreadStandards(document, scope);
}

/** Which rules can meet, which never apply, and which figures some claim can never bring the keys or the cost of. */
export function* checkReach(scope: Scope, usage: Usage, places: ReadonlyMap<string, string>): Generator<Complaint> {
  const budget = newBudget();
  yield* checkOverlap(scope, usage, places, budget);
  yield* checkBasesApart(scope, usage, budget);
  yield* checkSharedDeductibles(scope, usage, budget);
  yield* checkPaidBetween(scope, usage, budget);
  yield* checkDead(scope, budget);
  yield* checkNeededKeys(scope, budget);
  yield* checkPotsOfShares(scope, budget);
}

function* checkDeclarations(document: RuleSet, scope: Scope, usage: Usage): Generator<Complaint> {
  yield* checkPeriods(document.effective, document.products, document.layers, '');
  yield* checkNames(document, '');
  for (const type of scope.claims.values()) {
    const at = stepInto('/claims', type.type);
    const declared = document.claims[type.type];
    yield* checkFacts(type, declared?.facts ?? {}, `${at}/facts`);
    yield* checkClaimDate(type, declared?.date, `${at}/date`);
  }
  yield* checkLayers(scope, document.layers, '/layers');
  yield* checkOwnStandards(scope, usage, ownStandards(scope, document.standards, '/standards'));
  yield* checkReferences(scope, usage);
  yield* checkPotLabels(document, scope);
  yield* checkChannelLabels(document, scope);
  yield* checkPeriodLabels(document, scope);
  yield* checkClauses(scope, document, '');
  yield* checkReadings(scope, document.readings, '');
}

/** Standards that a text declares itself, by where they stand. */
export function ownStandards(
  scope: Scope,
  declared: Readonly<Record<string, unknown>> | undefined,
  pointer: string,
): readonly ValueToCheck[] {
  return Object.keys(declared ?? {}).flatMap((id) => {
    const standard = scope.standards.get(id);
    if (standard === undefined) return [];
    return [{ standard, value: standard.value, pointer: `${stepInto(pointer, id)}/value`, partial: false }];
  });
}

/** Standards with all that they say of themselves, and their groups. */
export function* checkOwnStandards(scope: Scope, usage: Usage, own: readonly ValueToCheck[]): Generator<Complaint> {
  for (const one of own) {
    yield* checkStandard(scope, usage, one.standard, one.pointer.replace(/\/value$/, ''));
    yield* checkValue(scope, usage, one);
  }
  yield* checkListItems(scope, usage, own);
  yield* checkDirections(scope, usage, own);
  yield* checkGroups(scope, new Map(own.map(({ standard, pointer }) => [standard.id, pointer])));
}

/** What rules, limits, costs and layers refer to. */
export function* checkReferences(scope: Scope, usage: Usage): Generator<Complaint> {
  yield* checkRuleLayers(scope);
  yield* checkCosts(scope);
  yield* checkBases(scope);
  yield* checkLimits(scope);
  yield* checkBeyond(scope);
  yield* checkReservedNames(scope);
  yield* checkCountingPeriods(scope);
  yield* checkFigures(scope, usage);
  yield* checkMissingGrades(scope, usage);
  yield* checkUnsetBounds(scope, usage);
  yield* checkNamedFacts(scope, usage);
  yield* checkConditions(scope, usage);
  yield* checkDayUnits(scope, usage);
}
