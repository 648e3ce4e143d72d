import type { ClaimForm, Fact } from '../api/claims.ts';
import { decimalNumber } from './decimal-number.ts';
import { type NotAnAmount, readAmount } from './read-amount.ts';

/** What was typed or chosen, by the path in the claim; a path that is not there, or empty, leaves the fact to its default. */
export type Entries = Readonly<Record<string, string>>;

/** A claim put together from entries. */
export interface MadeClaim {
  readonly claim: Readonly<Record<string, unknown>> & { readonly type: string };
  /** Paths whose entries cannot be read as what their fields take; of amounts why not, of all else null. */
  readonly unread: ReadonlyMap<string, NotAnAmount | null>;
  /** Facts that must be given and are not. */
  readonly missing: readonly Fact[];
}

/** The claim that entries come to, under the type's form. Entries of other types' facts are left alone. */
export function claimOf(type: string, form: ClaimForm, entries: Entries): MadeClaim {
  const claim: Record<string, unknown> & { type: string } = { type };
  const unread = new Map<string, NotAnAmount | null>();
  for (const [path, kind] of fieldsOf(form)) {
    const text = entries[path]?.trim() ?? '';
    if (text === '') continue;
    const value = kind.kind === 'money' ? readAmount(text) : readAs(kind, text);
    if (kind.kind === 'money' && typeof value === 'string') unread.set(path, value as NotAnAmount);
    else if (value === undefined) unread.set(path, null);
    else put(claim, stepsOf(path), value);
  }
  const missing = shownFacts(form).filter((fact) => (entries[fact.id] ?? '') === '' && isNeeded(fact, form, entries));
  return { claim, unread, missing };
}

/** The kinds of what may be entered, by path: facts, what others paid, what was settled elsewhere, counters. */
export function fieldsOf(form: ClaimForm): ReadonlyMap<string, FieldKind> {
  const money = { kind: 'money' } as const;
  return new Map<string, FieldKind>([
    ...shownFacts(form).map((fact) => [fact.id, fact.type] as const),
    ...form.pots.map(({ pot }) => [elsewherePath(pot), money] as const),
    ...form.layers.map(({ layer }) => [settledPath(layer), money] as const),
    ...form.counters.map((counter) => [counterPath(counter), counter.kind === 'count' ? INTEGER : money] as const),
  ]);
}

/** The kind of what a field takes. */
export type FieldKind = Fact['type'] | { readonly kind: 'money' } | typeof INTEGER;
const INTEGER = { kind: 'integer' } as const;

/** Where a claim says what others paid for a pot. */
export const elsewherePath = (pot: string): string => `paidElsewhere.${pot}`;

/** Where a claim says what another system settled of a layer. */
export const settledPath = (layer: string): string => `settled.${layer}`;

/** Where a claim brings a counter of its history. */
export const counterPath = ({ period, name, kind }: ClaimForm['counters'][number]): string =>
  `history.${period}.${name}.${kind}`;

/** The keys that lead to a path in a claim. A pot is one key, also where its name has dots. */
function stepsOf(path: string): readonly string[] {
  const elsewhere = elsewherePath('');
  return path.startsWith(elsewhere) ? ['paidElsewhere', path.slice(elsewhere.length)] : path.split('.');
}

/** The facts that are entered: not those that are derived, and not the one that the date fills. */
export function shownFacts({ facts, dateFact }: ClaimForm): readonly Fact[] {
  return facts.filter(({ id, type }) => !isDerived(type) && id !== dateFact);
}

function isDerived(type: Fact['type']): boolean {
  return type.kind === 'daysBetween' || (type.kind === 'choice' && type.firstOf !== undefined);
}

/** Whether a fact must be given, other facts being as they are. */
export function isNeeded(fact: Fact, form: ClaimForm, entries: Entries): boolean {
  if (fact.default.kind === 'required') return true;
  if (fact.default.kind !== 'by') return false;
  const { fact: by, values } = fact.default;
  return !Object.hasOwn(values, standing(by, form, entries));
}

/** What a fact stands at: as entered, else its default, else empty. */
export function standing(id: string, form: ClaimForm, entries: Entries): string {
  const entered = entries[id] ?? '';
  const given = form.facts.find((fact) => fact.id === id)?.default;
  if (entered !== '' || given === undefined) return entered;
  if (given.kind === 'value') return textOf(given.value);
  if (given.kind !== 'by') return '';
  return textOf(given.values[standing(given.fact, form, entries)] ?? '');
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** What a text says as a value of a kind; undefined where it cannot be read. */
function readAs(kind: FieldKind, text: string): unknown {
  switch (kind.kind) {
    case 'decimal':
      return decimalNumber(text, kind.places);
    case 'integer':
      return wholeNumber(text);
    case 'boolean':
      return text === 'true';
    case 'choice':
      return kind.items.find(({ value }) => String(value) === text)?.value ?? text;
    case 'list':
      return listOf(kind.items ?? null, text);
    default:
      return text;
  }
}

function listOf(items: readonly { readonly value: string | number }[] | null, text: string): unknown {
  const parts = text.split(/[,，、;；\s]+/).filter((part) => part !== '');
  if (items !== null) return parts.map((part) => items.find(({ value }) => String(value) === part)?.value ?? part);
  const numbers = parts.map(wholeNumber);
  return numbers.includes(undefined) ? undefined : numbers;
}

function wholeNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[step] = value;
    return;
  }
  const below = (Object.hasOwn(into, step) ? into[step] : {}) as Record<string, unknown>;
  into[step] = below;
  put(below, rest, value);
}

/** A claim as entries: what the fields show for it. */
export function entriesOf(claim: Readonly<Record<string, unknown>>): Entries {
  const entries: Record<string, string> = {};
  const gather = (value: unknown, path: string) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [step, one] of Object.entries(value)) gather(one, path === '' ? step : `${path}.${step}`);
    } else if (path !== 'type') entries[path] = textOf(value);
  };
  gather(claim, '');
  return entries;
}
