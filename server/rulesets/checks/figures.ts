import type { Label } from '../../domain/label.ts';
import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { StandardValue } from '../language.ts';
import { isList, isMap, isRows, numbersIn } from '../standard-at.ts';
import { alternatives, didYouMean, inBoth, listed, standardNamed } from '../words.ts';
import { type Complaint, doubtful, wrong } from './complaint.ts';
import type { Role, StandardReference } from './references.ts';
import type { Scope } from './scope.ts';
import { isNumeric, unitKind, unitWords } from './units.ts';
import { isStandardUse, type Usage, type Use } from './usage.ts';

/** Figures name standards that are declared, of the unit and shape that the place asks for. */
export function* checkFigures(scope: Scope, usage: Usage): Generator<Complaint> {
  const standards = usage.uses.filter(isStandardUse);
  for (const use of standards) yield* checkFigure(scope, use);
  const named = new Map(standards.map(({ pointer, reference }) => [pointer, reference.name]));
  for (const { pointer, reference } of standards) {
    if (pointer === null || reference.role !== 'atLeast') continue;
    yield* checkCrossed(scope, reference.name, named.get(pointer.replace(/atLeast$/, 'atMost')), pointer);
  }
}

/** A least that is above the most for every claim is never met. */
function* checkCrossed(scope: Scope, low: string, high: string | undefined, pointer: string): Generator<Complaint> {
  const [least, most] = [scope.standards.get(low), scope.standards.get(high ?? '')];
  if (least === undefined || most === undefined) return;
  const smallest = Math.min(...numbersIn(least.value));
  if (holdsWord(most.value, 'unlimited') || !(smallest > Math.max(...numbersIn(most.value)))) return;
  yield doubtful('boundsCrossed', pointer, {
    named: standardNamed(least.id, least.label),
    most: standardNamed(most.id, most.label),
  });
}

function* checkFigure(scope: Scope, use: Use<StandardReference>): Generator<Complaint> {
  const { reference, pointer, cap, types } = use;
  const { name, unit, shape, forEach } = reference;
  const standard = scope.standards.get(name);
  if (pointer === null) return;
  if (standard === undefined) {
    yield wrong('unknownStandard', pointer, { given: `$${name}`, meant: didYouMean(name, scope.standards.keys()) });
    return;
  }
  const named = { standard: name, label: standard.label, named: standardNamed(name, standard.label) };
  const money = unit === 'CNY' ? forEach.filter((fact) => isMoneyFact(scope, fact, types)) : [];
  if (money.length > 1) {
    yield wrong('moneyTimesMoney', pointer, { facts: listed(money) });
    return;
  }
  // What it counts is not known: what unit it should be of cannot be told either.
  if (forEach.some((fact) => !scope.facts.has(fact))) return;
  // Of money a figure takes a part, or so many times as much.
  const fits = money.length === 1 ? isFactor(standard.unit) : unitFits(standard.unit, reference);
  if (!fits) {
    const wanted = money.length === 1 ? alternatives(['share', 'factor'].map(unitWords)) : unitWords(unit);
    yield wrong('wrongUnit', pointer, {
      ...named,
      unit: unitWords(standard.unit),
      wanted,
      hint: hintOf(use, standard),
    });
    return;
  }
  if (reference.role === 'dividedBy' && !isAboveZero(standard.range)) {
    yield wrong('divisorNotAboveZero', pointer, named);
    return;
  }
  if (forEach.length > 0 && unit !== 'CNY') {
    yield wrong('forEachNotMoney', pointer, { ...named, unit: unitWords(standard.unit) });
    return;
  }
  const wanted = wantedShape(standard, shape);
  if (wanted !== null) yield wrong('wrongShape', pointer, { ...named, wanted: inBoth(wanted) });
  else if (!cap && reference.role !== 'atMost' && isNumeric(standard.unit) && holdsWord(standard.value, 'unlimited')) {
    yield wrong('unlimitedNotACap', pointer, named);
  }
}

/** A limit is an amount: who would limit how often something is paid means an allowance. */
function hintOf({ cap, place }: Use<StandardReference>, { unit }: EffectiveStandard): Label {
  const counted = cap && place.kind === 'limit' && unitKind(unit) === 'number';
  return counted ? inBoth('hintTimes') : { zh: '', en: '' };
}

function isMoneyFact(scope: Scope, name: string, types: readonly string[]): boolean {
  const facts = scope.facts.get(name) ?? [];
  return facts.some(({ type, fact }) => types.includes(type) && fact.type.kind === 'money');
}

/** Whether a standard of this unit may be multiplied with an amount. */
function isFactor(unit: string): boolean {
  return unitKind(unit) === 'number' || unitKind(unit) === 'share';
}

/** Parts of a figure that change a share by points. */
const CHANGES: ReadonlySet<Role> = new Set(['plus', 'more', 'less']);

/** Whether nobody may set a figure to 0 or less. */
function isAboveZero(range: EffectiveStandard['range']): boolean {
  return (range?.above ?? -1) >= 0 || (range?.atLeast ?? 0) > 0;
}

/** Whether a standard's unit may stand where another is asked for. */
function unitFits(given: string, { unit, role }: StandardReference): boolean {
  if (role === 'times') return isFactor(given);
  if (role === 'dividedBy') return unitKind(given) === 'number';
  if (unit === 'CNY') return given === 'CNY';
  // Percentage points change a share; they are none themselves.
  if (unit === 'share') return given === 'share' || (given === 'points' && CHANGES.has(role));
  return unitKind(unit) === 'number' ? unitKind(given) === 'number' && given !== 'factor' : given === unit;
}

/** What a value should have been, by the code of its words; null where it is so. */
function wantedShape({ value, by }: EffectiveStandard, shape: string | null): string | null {
  if (shape === 'rows')
    return leaves(value, by.length).every((leaf) => isRows(leaf) || isScalarLeaf(leaf)) ? null : 'shapeRows';
  if (shape === 'grades')
    return by.length > 0 && leaves(value, by.length - 1).every((leaf) => isMap(leaf)) ? null : 'shapeGrades';
  return leaves(value, by.length).some(isRows) ? 'shapeSingle' : null;
}

function isScalarLeaf(leaf: StandardValue): boolean {
  return !isMap(leaf) && !isRows(leaf) && !isList(leaf);
}

/** The parts of a value that stand below so many keys; a word in place of keys stands for all below it. */
export function leaves(value: StandardValue, keys: number): readonly StandardValue[] {
  if (keys === 0) return [value];
  if (isMap(value)) return Object.values(value).flatMap((one) => leaves(one, keys - 1));
  return isRows(value) ? value.flatMap((row) => leaves(row.value, keys - 1)) : [value];
}

/** Whether a word stands anywhere in a value. */
export function holdsWord(value: StandardValue, word: string): boolean {
  if (isMap(value)) return Object.values(value).some((one) => holdsWord(one, word));
  return isRows(value) ? value.some((row) => holdsWord(row.value, word)) : value === word;
}
