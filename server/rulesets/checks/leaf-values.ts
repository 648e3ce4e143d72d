import { isMoney } from '../../domain/money.ts';
import { ratioOf, ratioText, times } from '../../domain/ratio.ts';
import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { Scalar, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { TERMS } from '../rank.ts';
import { isList, isMap, isRows, isScalar, UNLIMITED, UNSET } from '../standard-at.ts';
import { didYouMean, givenWords, listed } from '../words.ts';
import { type Complaint, wrong, wrongKey } from './complaint.ts';
import { numberMeant } from './number-meant.ts';
import { checkRows } from './rows.ts';
import type { Scope } from './scope.ts';
import { unitKind, unitWords } from './units.ts';

/** What stands below all keys of a standard: a figure, marginal rows, a list, a word, or terms by layer. */
export function* checkLeaf(
  scope: Scope,
  standard: EffectiveStandard,
  value: StandardValue,
  pointer: string,
): Generator<Complaint> {
  const kind = unitKind(standard.unit);
  if (value === UNSET && kind !== 'terms') return;
  if (kind === 'terms') yield* checkTerms(scope, standard, value, pointer);
  else if (kind === 'list') yield* checkList(standard, value, pointer);
  else if (kind === 'share' && isRows(value)) {
    yield* checkRows(value, pointer);
    for (const [index, row] of value.entries()) {
      yield* checkScalar(standard, row.value, `${stepInto(pointer, index)}/value`);
    }
  } else yield* checkScalar(standard, value, pointer);
}

function* checkScalar(standard: EffectiveStandard, value: StandardValue, pointer: string): Generator<Complaint> {
  if (!isScalar(value)) {
    yield wrong('valueShape', pointer, { given: givenWords(value), unit: unitWords(standard.unit) });
  } else if (value === UNSET) return;
  else if (unitKind(standard.unit) === 'boolean') {
    if (typeof value !== 'boolean') yield misfit(standard, value, pointer);
  } else if (unitKind(standard.unit) === 'choice') yield* checkChoice(standard, value, pointer);
  else yield* checkNumber(standard, value, pointer);
}

function* checkChoice({ order, unit }: EffectiveStandard, value: Scalar, pointer: string): Generator<Complaint> {
  if (order.length === 0 || order.includes(String(value))) return;
  const args = { given: givenWords(value), known: listed(order), unit };
  yield wrong('valueNotInOrder', pointer, { ...args, meant: didYouMean(String(value), order) });
}

function* checkNumber(standard: EffectiveStandard, value: Scalar, pointer: string): Generator<Complaint> {
  const kind = unitKind(standard.unit);
  if (value === UNLIMITED) {
    if (kind !== 'money') yield wrong('unlimitedNotMoney', pointer, { unit: unitWords(standard.unit) });
  } else if (typeof value !== 'number') yield misfit(standard, value, pointer);
  else if (standard.range !== null && !inside(standard.range, value)) {
    yield wrong('rangeBroken', pointer, { given: value, wanted: rangeWords(standard.range) });
  } else if (kind === 'money') {
    if (!isMoney(Math.abs(value))) yield wrong('valueNotMoney', pointer, { given: value });
    else if (value < 0 && standard.range === null) yield wrong('negativeFigure', pointer, { given: value });
  } else if (value < 0 && standard.range === null) yield wrong('negativeFigure', pointer, { given: value });
  else if (kind === 'share' && value > 1 && standard.range === null) {
    const meant = ratioText(times(ratioOf(value), ratioOf(0.01)));
    yield wrong('shareAboveOne', pointer, { given: value, meant: Number(meant) });
  }
}

function misfit({ unit }: EffectiveStandard, value: Scalar, pointer: string): Complaint {
  const percent = unitKind(unit) === 'share' ? /^(\d{1,6}(?:\.\d{1,6})?) ?[%％]$/.exec(String(value))?.[1] : undefined;
  if (percent !== undefined) {
    const meant = ratioText(times(ratioOf(Number(percent)), ratioOf(0.01)));
    return wrong('shareInPercent', pointer, { given: givenWords(value), meant });
  }
  const meant = numberMeant(value);
  if (meant !== null) return wrong('numberInWords', pointer, { given: givenWords(value), meant });
  return wrong('valueNotOfUnit', pointer, { given: givenWords(value), unit: unitWords(unit) });
}

type Range = NonNullable<EffectiveStandard['range']>;

function inside({ above, atLeast, below, atMost }: Range, value: number): boolean {
  return (
    (above === undefined || value > above) &&
    (atLeast === undefined || value >= atLeast) &&
    (below === undefined || value < below) &&
    (atMost === undefined || value <= atMost)
  );
}

function rangeWords({ above, atLeast, below, atMost }: Range): string {
  const bounds = [
    above === undefined ? null : `> ${above}`,
    atLeast === undefined ? null : `≥ ${atLeast}`,
    below === undefined ? null : `< ${below}`,
    atMost === undefined ? null : `≤ ${atMost}`,
  ];
  return bounds.filter((bound) => bound !== null).join(', ');
}

function* checkList({ unit }: EffectiveStandard, value: StandardValue, pointer: string): Generator<Complaint> {
  if (!isList(value)) {
    yield wrong('valueNotOfUnit', pointer, { given: givenWords(value), unit: unitWords(unit) });
    return;
  }
  const seen = new Set<string>();
  for (const [index, item] of value.entries()) {
    const at = stepInto(pointer, index);
    if (!isScalar(item)) yield wrong('valueShape', at, { given: givenWords(item), unit: unitWords(unit) });
    else if (seen.has(String(item))) yield wrong('repeatedItem', at, { given: givenWords(item) });
    seen.add(String(item));
  }
}

/** Layers with the terms they are given; a layer not named keeps its full terms. */
function* checkTerms(
  scope: Scope,
  { unit }: EffectiveStandard,
  value: StandardValue,
  pointer: string,
): Generator<Complaint> {
  if (value === UNSET) return;
  if (!isMap(value)) {
    yield wrong('valueNotOfUnit', pointer, { given: givenWords(value), unit: unitWords(unit) });
    return;
  }
  const layers = scope.layers.map(({ declared }) => declared.name);
  for (const [layer, term] of Object.entries(value)) {
    const at = stepInto(pointer, layer);
    if (!layers.includes(layer)) {
      yield wrongKey('unknownLayer', at, { given: layer, known: listed(layers), meant: didYouMean(layer, layers) });
    } else if (!TERMS.some((known) => known === term)) {
      yield wrong('unknownTerm', at, { given: givenWords(term), meant: didYouMean(String(term), TERMS) });
    }
  }
}
