import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { sameJson } from '../../../server/rulesets/same-value.ts';
import { root } from '../../house/sources.ts';
import { effective } from '../../naive/documents.ts';

/** What one place of the plan holds on either side; left out: nothing. Parts of the place are divided by `/`, things in a row named. */
export interface Place {
  readonly at: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** An example of a kind of change, as its file says it. */
export interface Example {
  readonly places: readonly Place[];
  /** Replacements of products, by product, which only a county has. */
  readonly waived?: {
    readonly before: Readonly<Record<string, object>>;
    readonly after: Readonly<Record<string, object>>;
  };
  readonly changes: readonly Readonly<Record<string, unknown>>[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Where the examples stand. */
export const folder = join(root, 'test/analysis/diff/examples');

/** Things that stand in a row and have names; an example gives their names alone. */
const inRows: readonly string[] = ['rules', 'limits', 'layers'];

const plan = parse(readFileSync(join(root, 'test/analysis/diff/plan.yaml'), 'utf8')) as RuleSet;

/** Both sides of an example. */
export function sidesOf({ places, waived }: Example): {
  readonly before: EffectiveRuleSet;
  readonly after: EffectiveRuleSet;
} {
  const of = (side: 'before' | 'after') => {
    const document = structuredClone(plan);
    for (const place of places) {
      const value = orderIn(document, place, side) ?? place[side];
      put(document, place.at.split('/'), value);
    }
    return withWaivers(effective(document), waived?.[side] ?? {});
  };
  return { before: of('before'), after: of('after') };
}

/** At least one side of every place is the plan's own, so that an example shows what it changes of it. */
export function standsInPlan({ places }: Example): boolean {
  return places.every(({ at, before, after }) => {
    const own = found(plan, at.split('/'));
    const told = inRows.includes(at) && Array.isArray(own) ? own.map(({ name }) => name) : own;
    return sameJson(told, before) || sameJson(told, after);
  });
}

/** Things in a row in the order of the names that a side gives; undefined where it gives something else. */
function orderIn(document: RuleSet, { at, ...sides }: Place, side: 'before' | 'after'): readonly unknown[] | undefined {
  const row = found(document, at.split('/'));
  const order = sides[side];
  return inRows.includes(at) && Array.isArray(row) && Array.isArray(order)
    ? order.map((name) => named(row, String(name)))
    : undefined;
}

function withWaivers(ruleSet: EffectiveRuleSet, by: Readonly<Record<string, object>>): EffectiveRuleSet {
  const replacedBy = (product: string | null) => (product === null ? null : ((by[product] as never) ?? null));
  return { ...ruleSet, layers: ruleSet.layers.map((layer) => ({ ...layer, replacedBy: replacedBy(layer.product) })) };
}

function found(node: unknown, [key, ...keys]: readonly string[]): unknown {
  if (key === undefined || typeof node !== 'object' || node === null) return node;
  return found(Array.isArray(node) ? named(node, key) : Reflect.get(node, key), keys);
}

function put(node: object, [key = '', ...keys]: readonly string[], value: unknown): void {
  if (Array.isArray(node)) {
    const thing = named(node, key);
    if (keys.length > 0) put(thing as object, keys, value);
    else if (value === undefined) node.splice(node.indexOf(thing), thing === undefined ? 0 : 1);
    else if (thing === undefined) node.push(value);
    else node[node.indexOf(thing)] = value;
    return;
  }
  if (keys.length > 0) put(Reflect.get(node, key) as object, keys, value);
  else if (value === undefined) Reflect.deleteProperty(node, key);
  else Reflect.set(node, key, value);
}

/** A thing in a row by its name, a reading by its id, what is left out by its clause. */
function named(row: readonly unknown[], key: string): unknown {
  return row.find((one) =>
    [
      Reflect.get(one as object, 'name'),
      Reflect.get(one as object, 'id'),
      Reflect.get(one as object, 'clause'),
    ].includes(key),
  );
}
