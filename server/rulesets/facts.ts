import { labelOf } from '../domain/label.ts';
import type { Bounds } from './bounds.ts';
import { isDerived } from './derived.ts';
import type { ChoiceItems, ClaimType, Fact, FactDefault, FactKind, FactValue } from './effective-rule-set.ts';
import type { Claims, FactDeclaration, FactDeclarations, Scalar } from './language.ts';
import { OTHERWISE } from './standard-at.ts';
import { valueKeys } from './value-keys.ts';

/** The word of a default that lets a fact be absent. */
const ABSENT = 'none';

/** The claim types of a city's or county's text. `added`: they are the county's. */
export function claimTypes(claims: Claims, added: boolean): ReadonlyMap<string, ClaimType> {
  return new Map(
    Object.entries(claims).map(([type, { label, date, facts }]) => {
      const dateFact = typeof date === 'string' && facts[date] !== undefined && 'date' in facts[date] ? date : null;
      return [type, { type, label: labelOf(label, type), dateFact, facts: factsOf(facts, { added, dateFact }) }];
    }),
  );
}

/**
 * Declared facts in one form for all ways of writing them.
 * @param given.added the county added them
 * @param given.dateFact the fact that the request's date fills: it need not be sent
 * @param given.optional facts that a county adds to a city's claim type: never required
 * @param given.beside facts of the claim type that were declared before, which a default or a part may name
 */
export function factsOf(
  declared: FactDeclarations,
  given: {
    readonly added: boolean;
    readonly dateFact?: string | null;
    readonly optional?: boolean;
    readonly beside?: ReadonlyMap<string, Fact>;
  },
): ReadonlyMap<string, Fact> {
  const kindOf = (id: string): FactKind | undefined => {
    const here = declared[id];
    return here === undefined
      ? given.beside?.get(id)?.type
      : factKind(here, { known: () => false, kindOf: () => undefined });
  };
  const known = (id: string) => declared[id] !== undefined || given.beside?.has(id) === true;
  return new Map(
    Object.entries(declared).map(([id, declaration]) => {
      const type = factKind(declaration, { known, kindOf });
      const byDefault = factDefault(declaration, type, kindOf);
      const absent = byDefault.kind === 'required' && (given.optional === true || id === given.dateFact);
      const fact: Fact = {
        id,
        label: labelOf(declaration.label, id),
        type,
        default: absent ? { kind: 'absent' } : byDefault,
        added: given.added,
      };
      return [id, fact];
    }),
  );
}

/** What the facts beside one are. */
interface Beside {
  /** Whether a fact id is declared, so that `partOf: inScope` finds `cost.inScope`. */
  readonly known: (id: string) => boolean;
  readonly kindOf: (id: string) => FactKind | undefined;
}

function factKind(declared: FactDeclaration, { known, kindOf }: Beside): FactKind {
  if (declared.choice !== undefined) return { kind: 'choice', items: choiceItems(declared.choice) };
  if (declared.money !== undefined) return { kind: 'money', partOf: partOf(declared.money, known) };
  if (declared.integer !== undefined) return { kind: 'integer', ...bounds(declared.integer) };
  if (declared.decimal !== undefined) return decimalKind(declared.decimal);
  if (declared.boolean !== undefined) return { kind: 'boolean' };
  if (declared.date !== undefined) return { kind: 'date' };
  if (declared.list !== undefined) return listKind(declared.list);
  if (declared.firstOf !== undefined) return firstOfKind(declared.firstOf, kindOf);
  if (declared.daysBetween !== undefined) return daysKind(declared.daysBetween);
  return { kind: 'text' };
}

function partOf(money: NonNullable<FactDeclaration['money']> | null, known: (id: string) => boolean): string | null {
  if (money === null || money === true || money.partOf === undefined) return null;
  const whole = `cost.${money.partOf}`;
  return !known(money.partOf) && known(whole) ? whole : money.partOf;
}

/** The items are called as in the list that they are taken from. */
function firstOfKind({ list, order }: NonNullable<FactDeclaration['firstOf']>, kindOf: Beside['kindOf']): FactKind {
  const of = kindOf(list);
  const labels = of?.kind === 'list' ? of.items : null;
  const items = order.map(String).map((item) => [item, labels?.get(item) ?? labelOf(undefined, item)] as const);
  return { kind: 'choice', items: new Map(items), firstOf: list };
}

/** Hectares, shares and weights are mostly given to two places. */
const USUAL_PLACES = 2;

function decimalKind(decimal: NonNullable<FactDeclaration['decimal']> | null): FactKind {
  const { places = USUAL_PLACES, ...own } = decimal === null || decimal === true ? {} : decimal;
  return { kind: 'decimal', places, ...bounds(own) };
}

function daysKind(days: NonNullable<FactDeclaration['daysBetween']>): FactKind {
  if ('from' in days) return { kind: 'daysBetween', from: days.from, to: days.to, ...bounds(days) };
  const [from = '', to = ''] = days;
  return { kind: 'daysBetween', from, to, atLeast: null, atMost: null };
}

function listKind(list: NonNullable<FactDeclaration['list']>): FactKind {
  if (typeof list === 'string') return { kind: 'list', items: null, atLeast: null, atMost: null };
  if (list.choice !== undefined) return { kind: 'list', items: choiceItems(list.choice), atLeast: null, atMost: null };
  return { kind: 'list', items: null, ...bounds(list.integer ?? list.integers ?? null) };
}

function bounds(integer: Exclude<FactDeclaration['integer'], undefined>): Bounds {
  if (integer === null || integer === true) return { atLeast: null, atMost: null };
  return { atLeast: integer.atLeast ?? null, atMost: integer.atMost ?? null };
}

function choiceItems(choice: NonNullable<FactDeclaration['choice']>): ChoiceItems {
  if (Array.isArray(choice)) return new Map(choice.map((id) => [String(id), labelOf(undefined, String(id))]));
  return new Map(Object.entries(choice).map(([id, words]) => [id, labelOf(words ?? undefined, id)]));
}

function factDefault(
  declared: FactDeclaration,
  type: FactKind,
  kindOf: (id: string) => FactKind | undefined,
): FactDefault {
  const given = declared.default;
  if (given === undefined) return { kind: isDerived(type) ? 'absent' : 'required' };
  if (typeof given === 'object' && !Array.isArray(given)) {
    const values = Object.entries(given.value).map(([item, value]): [string, FactValue | null] => [
      item,
      isAbsent(value, type) ? null : factValue(value, type),
    ]);
    return { kind: 'by', fact: given.by, values: spread(new Map(values), kindOf(given.by)) };
  }
  return isAbsent(given, type) ? { kind: 'absent' } : { kind: 'value', value: factValue(given, type) };
}

/** `none` lets a fact be absent, unless it is one of the choice's own items. */
function isAbsent(value: Scalar | Scalar[], type: FactKind): boolean {
  return value === ABSENT && !(type.kind === 'choice' && type.items.has(ABSENT));
}

function factValue(value: Scalar | Scalar[], type: FactKind): FactValue {
  const item = (one: Scalar): string | number =>
    type.kind === 'choice' || (type.kind === 'list' && type.items !== null) ? String(one) : Number(one);
  if (type.kind === 'list') return (Array.isArray(value) ? value : [value]).map(item);
  if (Array.isArray(value)) return value.map(item);
  return type.kind === 'choice' ? String(value) : value;
}

/** A default by another fact with `otherwise` written out over that fact's items, so that nobody else has to know the word. */
function spread(
  values: ReadonlyMap<string, FactValue | null>,
  by: FactKind | undefined,
): ReadonlyMap<string, FactValue | null> {
  const otherwise = values.get(OTHERWISE);
  const items = valueKeys(by);
  if (otherwise === undefined || items === null || items.length === 0) return values;
  return new Map(
    items.map((item) => {
      const own = values.get(item);
      return [item, own === undefined ? otherwise : own];
    }),
  );
}
