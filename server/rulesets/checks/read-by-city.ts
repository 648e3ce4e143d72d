import type { Label } from '../../domain/label.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import { BILL } from '../pots.ts';
import { inBoth } from '../words.ts';
import type { NameReference } from './references.ts';
import { type Declared, type Scope, scopeOfCounty } from './scope.ts';
import { standardsOfLeaf, type Usage, usageOf } from './usage.ts';

/** What of the city's reads a fact: the kind of it in words, and its name. */
export interface CityReader {
  readonly kind: Label;
  readonly name: string;
}

/**
 * By claim type the ids of all facts that the city's rules, limits and costs would read in claims of the type, whether or not
 * those have them: in conditions, as keys of figures, as what they count, as pots. Under `cost.total` stands what looks at the
 * whole bill. Through whom a layer is settled is none of it: that changes no amount.
 */
export function readByCity(city: EffectiveRuleSet): ReadonlyMap<string, ReadonlyMap<string, CityReader>> {
  const scope = withPlaces(scopeOfCounty({}, city));
  const read = new Map([...city.claims.keys()].map((type) => [type, new Map<string, CityReader>()]));
  const note = (types: Iterable<string>, fact: string, pointer: string | null) => {
    const reader = readerAt(pointer, scope);
    if (reader === null || ALWAYS.has(fact) || fact.startsWith('$')) return;
    for (const type of types) if (read.get(type)?.has(fact) === false) read.get(type)?.set(fact, reader);
  };
  noteUses(usageOf(scope), city, note);
  for (const { declared, pointer } of scope.costs) {
    const { item, to, rest } = declared;
    note(city.claims.keys(), BILL + item, pointer);
    const billed = [...city.claims.values()].filter(({ facts }) => facts.has(BILL + item)).map(({ type }) => type);
    for (const pot of [to, rest]) if (pot !== undefined) note(billed, BILL + pot, pointer);
  }
  return read;
}

/** What every claim has, and no county can add. */
const ALWAYS: ReadonlySet<string> = new Set(['claim.type', 'claim.date', 'terms']);

/** References to a fact by its whole id alone, to an item of the bill by what stands after `cost.` alone; others may be either. */
const BY_ID: ReadonlySet<string> = new Set([
  'quantity',
  'measure',
  'integer',
  'integers',
] satisfies NameReference['kind'][]);

type Note = (types: Iterable<string>, fact: string, pointer: string | null) => void;

function noteUses({ uses, leaves }: Usage, { standards, claims }: EffectiveRuleSet, note: Note): void {
  const noteKeys = (standard: string, types: Iterable<string>, pointer: string | null) => {
    for (const key of standards.get(standard)?.by ?? []) note(types, key, pointer);
  };
  for (const { reference, types, pointer } of uses) {
    if (reference.kind === 'standard') noteKeys(reference.name, types, pointer);
    else {
      const { kind, name } = reference;
      if (kind !== 'pot') note(types, name, pointer);
      // What is declared by the whole name comes before an item of the bill.
      const items = kind === 'pot' ? types : types.filter((type) => claims.get(type)?.facts.has(name) !== true);
      if (!BY_ID.has(kind) && !name.startsWith(BILL)) note(items, BILL + name, pointer);
    }
  }
  for (const { leaf, types, pointer } of leaves) {
    note(types, leaf.fact, pointer);
    for (const standard of standardsOfLeaf(leaf)) noteKeys(standard, types, pointer);
  }
}

/** The city's declarations with places of their own, by which a use is found again. */
function withPlaces(scope: Scope): Scope {
  const placed = <One>(list: readonly Declared<One>[], at: string) =>
    list.map(({ declared }, index) => ({ declared, pointer: `/${at}/${index}` }));
  return {
    ...scope,
    rules: placed(scope.rules, 'rules'),
    limits: placed(scope.limits, 'limits'),
    costs: placed(scope.costs, 'costs'),
  };
}

function readerAt(pointer: string | null, { rules, limits, costs }: Scope): CityReader | null {
  const [, list, index] = pointer?.split('/') ?? [];
  const at = Number(index);
  if (list === 'rules') return { kind: inBoth('wordRule'), name: rules[at]?.declared.name ?? '' };
  if (list === 'limits') return { kind: inBoth('wordLimit'), name: limits[at]?.declared.name ?? '' };
  return list === 'costs' ? { kind: inBoth('wordCost'), name: costs[at]?.declared.item ?? '' } : null;
}
