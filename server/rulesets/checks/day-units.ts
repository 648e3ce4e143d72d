import type { EffectiveStandard } from '../effective-rule-set.ts';
import { type Complaint, wrong } from './complaint.ts';
import { factsNamed } from './named-facts.ts';
import type { Scope } from './scope.ts';
import { countedWords, isNumeric } from './units.ts';
import { isStandardUse, type Usage } from './usage.ts';

/** What a count of days is compared with is in days too: three months would be taken for three days. */
export function* checkDayUnits(scope: Scope, usage: Usage): Generator<Complaint> {
  yield* conditionsInDays(scope, usage);
  yield* countsInDays(scope, usage);
}

/** Conditions that compare days with a standard, on either side. */
function* conditionsInDays(scope: Scope, usage: Usage): Generator<Complaint> {
  for (const { leaf, pointer, types } of usage.leaves) {
    const { fact, value } = leaf;
    if (pointer === null || typeof value !== 'object' || Array.isArray(value)) continue;
    const standard = scope.standards.get(value.fact.slice(1));
    const isOfDays = isDaysFact(scope, fact, types) || scope.standards.get(fact.slice(1))?.unit === 'days';
    if (isOfDays && isOtherUnit(standard)) yield notInDays(fact, standard, `${pointer}/value/fact`);
    else if (standard?.unit === 'days' && fact.startsWith('$')) {
      const other = scope.standards.get(fact.slice(1));
      if (isOtherUnit(other)) yield notInDays(value.fact, other, `${pointer}/fact`);
    }
  }
}

/** The bounds of a form that counts days; what it is multiplied by is a number of any unit. */
function* countsInDays(scope: Scope, usage: Usage): Generator<Complaint> {
  for (const use of usage.uses) {
    const { pointer, types, params } = use;
    if (pointer === null || !isStandardUse(use) || typeof params?.count !== 'string') continue;
    const { path, role, name } = use.reference;
    if (
      role === 'times' ||
      role === 'dividedBy' ||
      !/^\/params\/(atMost|perClaim|deductible)(\/|$)/.test(path) ||
      !isDaysFact(scope, params.count, types)
    )
      continue;
    const standard = scope.standards.get(name);
    if (isOtherUnit(standard)) yield notInDays(params.count, standard, pointer);
  }
}

function isDaysFact(scope: Scope, fact: string, types: readonly string[]): boolean {
  return factsNamed(scope, fact, types).some((one) => one.fact.type.kind === 'daysBetween');
}

/** A number that is not one of days. Money, shares, lists and words are told apart from numbers elsewhere. */
function isOtherUnit(standard: EffectiveStandard | undefined): standard is EffectiveStandard {
  if (standard === undefined || standard.unit === 'days' || standard.unit === 'CNY') return false;
  return isNumeric(standard.unit) && standard.unit !== 'share' && standard.unit !== 'points';
}

function notInDays(days: string, { id, label, unit }: EffectiveStandard, pointer: string): Complaint {
  return wrong('unitNotDays', pointer, { given: days, standard: `$${id}`, label, unit: countedWords(unit) });
}
