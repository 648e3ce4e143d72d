import { isDate, isLikeDate } from '../../domain/dates.ts';
import { isDecimal } from '../../domain/decimal.ts';
import { isMoney } from '../../domain/money.ts';
import { type Bounds, boundsText, isOutside } from '../bounds.ts';
import { RESERVED } from '../claim-paths.ts';
import { listOfFirst, workedOutOf } from '../derived.ts';
import type { ClaimType, FactKind } from '../effective-rule-set.ts';
import type { FactDeclaration, FactDeclarations, Scalar } from '../language.ts';
import { stepInto } from '../positions.ts';
import { BILL } from '../pots.ts';
import { OTHERWISE, UNSET } from '../standard-at.ts';
import { valueKeys } from '../value-keys.ts';
import { didYouMean, givenWords, inBoth, listed, nearest } from '../words.ts';
import { type Complaint, doubtful, wrong, wrongKey } from './complaint.ts';
import { factWords } from './units.ts';

/** Facts have ids of their own, defaults of their kind, and refer to facts of the same claim type. */
export function* checkFacts(type: ClaimType, declared: FactDeclarations, pointer: string): Generator<Complaint> {
  for (const [id, fact] of Object.entries(declared)) {
    const at = stepInto(pointer, id);
    yield* checkId(type, id, at);
    const kind = type.facts.get(id)?.type;
    if (kind === undefined) continue;
    yield* checkBounds(kind, at);
    yield* checkPartOf(type, id, fact, kind, at);
    yield* checkDays(type, fact, at);
    yield* checkFirstOf(type, fact, at);
    yield* checkDefault(type, fact, kind, `${at}/default`);
    yield* checkCircle(type, id, `${at}/default/by`);
  }
}

/** A default by another fact that is found from this one: neither would ever be known. */
function* checkCircle(type: ClaimType, id: string, pointer: string): Generator<Complaint> {
  const own = type.facts.get(id)?.default;
  if (own?.kind !== 'by') return;
  const reached = new Set([own.fact]);
  for (const one of reached) {
    const fact = type.facts.get(one);
    if (fact === undefined) continue;
    for (const further of workedOutOf(fact.type)) reached.add(further);
    if (fact.default.kind === 'by') reached.add(fact.default.fact);
  }
  if (reached.has(id)) yield wrong('defaultInCircle', pointer, { fact: id, by: own.fact });
}

function* checkId(type: ClaimType, id: string, pointer: string): Generator<Complaint> {
  const first = id.split('.')[0] ?? id;
  if (RESERVED.includes(first) || id === 'cost.total') yield wrongKey('factReserved', pointer, { fact: id });
  const steps = id.split('.');
  const outer = steps.map((_, index) => steps.slice(0, index).join('.')).find((path) => type.facts.has(path));
  if (outer !== undefined) yield wrongKey('factInsideFact', pointer, { fact: id, outer });
}

function* checkBounds(kind: FactKind, pointer: string): Generator<Complaint> {
  if (!('atLeast' in kind) || kind.atLeast === null || kind.atMost === null || kind.atLeast <= kind.atMost) return;
  yield wrong('boundsBackwards', pointer, { low: kind.atLeast, high: kind.atMost });
}

function* checkPartOf(
  type: ClaimType,
  id: string,
  declared: FactDeclaration,
  kind: FactKind,
  pointer: string,
): Generator<Complaint> {
  if (kind.kind !== 'money' || kind.partOf === null) return;
  const whole = type.facts.get(kind.partOf)?.type;
  if (whole?.kind === 'money' && whole.partOf === null && kind.partOf !== id) return;
  const known = [...type.facts.values()]
    .filter((one) => one.id !== id && one.id.startsWith(BILL) && one.type.kind === 'money' && one.type.partOf === null)
    .map((one) => one.id);
  const given = typeof declared.money === 'object' ? (declared.money?.partOf ?? '') : '';
  yield wrong('partOfNothing', `${pointer}/money/partOf`, {
    given,
    known: listed(known),
    meant: didYouMean(given, known),
  });
}

function* checkDays(type: ClaimType, { daysBetween }: FactDeclaration, pointer: string): Generator<Complaint> {
  const dates = [...type.facts.values()].filter((one) => one.type.kind === 'date').map((one) => one.id);
  const known = [...dates, 'claim.date'];
  for (const [step, given] of datesNamed(daysBetween)) {
    if (known.includes(given)) continue;
    const at = `${pointer}/daysBetween/${step}`;
    yield wrong('daysOfNoDate', at, { given, known: listed(known), meant: didYouMean(given, known) });
  }
}

/** The dates that days are counted between, by where they stand. */
function datesNamed(days: FactDeclaration['daysBetween']): readonly (readonly [string, string])[] {
  if (days === undefined) return [];
  if (!('from' in days)) return days.map((date, index) => [String(index), date]);
  return [
    ['from', days.from],
    ['to', days.to],
  ];
}

/** The first of a list's items: of a list fact beside it, and of that list's items. */
function* checkFirstOf(type: ClaimType, { firstOf }: FactDeclaration, pointer: string): Generator<Complaint> {
  if (firstOf === undefined) return;
  const of = type.facts.get(firstOf.list)?.type;
  if (of?.kind !== 'list' || of.items === null) {
    const lists = [...type.facts.values()].filter((one) => one.type.kind === 'list' && one.type.items !== null);
    const known = lists.map((one) => one.id);
    const args = { given: firstOf.list, known: listed(known), meant: didYouMean(firstOf.list, known) };
    yield wrong('firstOfNoList', `${pointer}/firstOf/list`, args);
    return;
  }
  const items = [...of.items.keys()];
  for (const [index, given] of firstOf.order.map(String).entries()) {
    if (items.includes(given)) continue;
    const args = { given, list: firstOf.list, known: listed(items), meant: didYouMean(given, items) };
    yield wrong('firstOfNoItem', `${pointer}/firstOf/order/${index}`, args);
  }
}

function* checkDefault(
  type: ClaimType,
  { default: given }: FactDeclaration,
  kind: FactKind,
  pointer: string,
): Generator<Complaint> {
  if (given === undefined || given === UNSET) return;
  if (Array.isArray(given)) {
    const unfit = kind.kind === 'list' ? given.find((one) => !takes(kind, one)) : given;
    if (unfit !== undefined) yield misfit(unfit, kind, pointer);
  } else if (typeof given === 'object') yield* checkDefaultBy(type, given, kind, pointer);
  else if (kind.kind === 'list' || !takes(kind, given)) yield misfit(given, kind, pointer);
}

/** A default by another fact: of that fact's items, each with a value of this fact's kind. */
function* checkDefaultBy(
  type: ClaimType,
  { by, value }: { readonly by: string; readonly value: Readonly<Record<string, Scalar>> },
  kind: FactKind,
  pointer: string,
): Generator<Complaint> {
  const other = type.facts.get(by)?.type;
  if (other === undefined) {
    const known = [...type.facts.keys()];
    yield wrong('unknownFact', `${pointer}/by`, { given: by, known: listed(known), meant: didYouMean(by, known) });
    return;
  }
  if (other.kind === 'list') {
    const first = [...type.facts.values()].find((one) => listOfFirst(one.type) === by);
    yield wrong('defaultByList', `${pointer}/by`, {
      given: by,
      meant: didYouMean(by, first === undefined ? [] : [first.id]),
    });
    return;
  }
  const items = valueKeys(other);
  for (const [item, one] of Object.entries(value)) {
    const at = stepInto(`${pointer}/value`, item);
    if (items !== null && item !== OTHERWISE && !items.includes(item)) {
      const args = { given: item, key: by, known: listed(items), meant: didYouMean(item, items) };
      yield wrongKey('unknownValueKey', at, args);
    } else if (one !== UNSET && (kind.kind === 'list' || !takes(kind, one))) yield misfit(one, kind, at);
  }
}

function misfit(given: Scalar | readonly Scalar[], kind: FactKind, pointer: string): Complaint {
  const items = 'items' in kind && kind.items !== null ? [...kind.items.keys()] : null;
  if (items !== null) {
    const args = { given: givenWords(given), known: listed(items), meant: didYouMean(String(given), items) };
    if (kind.kind === 'choice' && kind.firstOf !== undefined)
      return wrong('defaultNotInOrder', pointer, { ...args, list: kind.firstOf });
    return wrong('defaultNotAnItem', pointer, args);
  }
  if (kind.kind === 'decimal' && typeof given === 'number') {
    const most = kind.atMost === null ? '' : ` ≤ ${kind.atMost}`;
    const wanted = inBoth('factPlaces', { bounds: `≥ ${kind.atLeast ?? 0}${most}`, places: kind.places });
    return wrong('outOfRange', pointer, { given: String(given), wanted });
  }
  if ('atLeast' in kind && Number.isSafeInteger(given)) {
    return wrong('outOfRange', pointer, { given: String(given), wanted: boundsText(kind) });
  }
  if (kind.kind === 'date' && isLikeDate(given)) return wrong('notADate', pointer, { given: givenWords(given) });
  return wrong('defaultNotOfKind', pointer, { given: givenWords(given), kind: factWords(kind.kind) });
}

/** Whether a value is one that a fact of a kind, or an item of a list fact, can have. */
function takes(kind: FactKind, value: Scalar): boolean {
  switch (kind.kind) {
    case 'choice':
      return kind.items.has(String(value));
    case 'money':
      return typeof value === 'number' && isMoney(value);
    case 'integer':
      return isWholeWithin(kind, value);
    case 'decimal':
      return typeof value === 'number' && isDecimal(value, kind.places) && !isOutside(kind, value);
    case 'list':
      return kind.items === null ? isWholeWithin(kind, value) : kind.items.has(String(value));
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'daysBetween':
      return isWholeWithin(kind, value);
    default:
      return typeof value === 'string';
  }
}

function isWholeWithin(bounds: Bounds, value: Scalar): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && !isOutside(bounds, value);
}

/** Looks like a fact's id and not like a word for people. */
const LIKE_AN_ID = /^[A-Za-z][\w-]*$/;

/**
 * What a claim type says its date is: any word, but what looks like a fact's path is one. A word like the id of a fact is
 * doubted where there are date facts: misspelt, the date that a claim sends is held to nothing.
 */
export function* checkClaimDate(type: ClaimType, date: unknown, pointer: string): Generator<Complaint> {
  if (typeof date !== 'string' || type.dateFact !== null) return;
  const known = [...type.facts.values()].filter((one) => one.type.kind === 'date').map((one) => one.id);
  const args = { given: date, known: listed(known), meant: didYouMean(date, known) };
  if (date.includes('.')) yield wrong('claimDateNoFact', pointer, args);
  else if (known.length > 0 && (LIKE_AN_ID.test(date) || nearest(date, known) !== null))
    yield doubtful('claimDateMayBeFact', pointer, args);
}
