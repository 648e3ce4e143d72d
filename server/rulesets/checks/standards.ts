import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { StandardValue } from '../language.ts';
import { everybodys } from '../own-key.ts';
import { stepInto } from '../positions.ts';
import { isUnset } from '../rank.ts';
import { isMap } from '../standard-at.ts';
import { alternatives, didYouMean, listed, listedWords, standardNamed } from '../words.ts';
import { type Complaint, doubtful, wrong, wrongKey } from './complaint.ts';
import { keyDomain } from './key-domain.ts';
import type { ValueToCheck } from './keyed-values.ts';
import type { Scope } from './scope.ts';
import { unitKind, unitWords } from './units.ts';
import type { Usage } from './usage.ts';

/** What a standard says of itself beside its value: its keys are facts, its direction fits its unit. */
export function* checkStandard(
  scope: Scope,
  usage: Usage,
  standard: EffectiveStandard,
  pointer: string,
): Generator<Complaint> {
  yield* checkKeys(scope, usage, standard, pointer);
  yield* checkDirection(standard, pointer);
  const { above, atLeast, below, atMost } = standard.range ?? {};
  const [low, high] = [
    Math.max(above ?? -Infinity, atLeast ?? -Infinity),
    Math.min(below ?? Infinity, atMost ?? Infinity),
  ];
  if (low > high) yield wrong('boundsBackwards', `${pointer}/range`, { low, high });
}

function* checkKeys(scope: Scope, usage: Usage, standard: EffectiveStandard, pointer: string): Generator<Complaint> {
  for (const [depth, key] of standard.by.entries()) {
    const domain = keyDomain(scope, usage, standard, depth);
    if (domain.kind === 'unfit') yield wrong('keyUnfit', `${pointer}/by`, { key });
    if (domain.kind === 'list') yield wrong('keyIsList', `${pointer}/by`, { key });
    if (domain.kind !== 'unknown') continue;
    const known = ['terms', 'claim.type', 'cost.total', ...scope.facts.keys()];
    yield wrong('unknownFact', `${pointer}/by`, { given: key, known: listed(known), meant: didYouMean(key, known) });
  }
}

const directions: Readonly<Record<string, readonly (string | boolean)[]>> = {
  list: ['wider', 'narrower', 'none'],
  boolean: [true, false, 'none'],
};

function* checkDirection(standard: EffectiveStandard, pointer: string): Generator<Complaint> {
  const { unit, better, county, order } = standard;
  const known = directions[unitKind(unit)] ?? ['higher', 'lower', 'none'];
  if (!known.includes(better)) {
    const words = alternatives(known.map((one) => ({ zh: String(one), en: String(one) })));
    yield wrong('betterNotForUnit', `${pointer}/better`, {
      given: String(better),
      unit: unitWords(unit),
      known: words,
    });
  } else if (unit === 'choice' && better !== 'none' && order.length === 0) {
    yield wrongKey('orderMissing', `${pointer}/better`, { better: String(better) });
  } else if (county === 'improve' && better === 'none') {
    yield doubtful('improveWithoutBetter', `${pointer}/county`);
  }
  if (order.length > 0 && unit !== 'choice')
    yield wrongKey('orderNotForUnit', `${pointer}/order`, { unit: unitWords(unit) });
}

/** Standards of a group are set together or not at all. */
export function* checkGroups(scope: Scope, places: ReadonlyMap<string, string>): Generator<Complaint> {
  const groups = new Map<string, EffectiveStandard[]>();
  for (const standard of scope.standards.values()) {
    if (standard.group !== null) groups.set(standard.group, [...(groups.get(standard.group) ?? []), standard]);
  }
  for (const [group, members] of groups) {
    const unset = members.filter((one) => isUnset(one, everybodys(one)));
    const set = members.filter((one) => !isUnset(one, everybodys(one)));
    const at = set.map(({ id }) => places.get(id)).find((place) => place !== undefined);
    if (unset.length === 0 || set.length === 0 || at === undefined) continue;
    yield wrong('groupIncomplete', at, {
      group,
      set: listedWords(set.map(({ id, label }) => standardNamed(id, label))),
      unset: listedWords(unset.map(({ id, label }) => standardNamed(id, label))),
    });
  }
}

/** Items of a list that a condition holds against a choice are items of that choice. */
export function* checkListItems(scope: Scope, usage: Usage, own: readonly ValueToCheck[]): Generator<Complaint> {
  const compared = new Map<string, { fact: string; items: Set<string> }>();
  for (const { leaf, types } of usage.leaves) {
    const { fact, value } = leaf;
    if (typeof value !== 'object' || Array.isArray(value)) continue;
    const kinds = (scope.facts.get(fact) ?? []).filter(({ type }) => types.includes(type)).map((one) => one.fact.type);
    const items = kinds.flatMap((kind) => ('items' in kind && kind.items !== null ? [...kind.items.keys()] : []));
    const known = compared.get(value.fact.slice(1)) ?? { fact, items: new Set<string>() };
    for (const item of items) known.items.add(item);
    if (items.length > 0) compared.set(value.fact.slice(1), known);
  }
  for (const { standard, value, pointer } of own) {
    const held = compared.get(standard.id);
    if (held !== undefined && unitKind(standard.unit) === 'list')
      yield* listItems(value, held.fact, held.items, pointer);
  }
}

function* listItems(
  value: StandardValue,
  fact: string,
  items: ReadonlySet<string>,
  place: string,
): Generator<Complaint> {
  // A list under a key is a list as well.
  if (isMap(value))
    for (const [key, one] of Object.entries(value)) yield* listItems(one, fact, items, stepInto(place, key));
  if (!Array.isArray(value)) return;
  for (const [index, item] of value.entries()) {
    if (typeof item === 'object' || items.has(String(item))) continue;
    const args = { given: String(item), fact, known: listed(items), meant: didYouMean(String(item), items) };
    yield wrong('listItemUnknown', stepInto(place, index), args);
  }
}
