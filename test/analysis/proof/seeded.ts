import type { RuleSet } from '../../../server/rulesets/language.ts';

/** A rule set of the city that a test may change. */
export type Draft = Omit<RuleSet, 'standards' | 'layers' | 'rules' | 'limits'> & {
  standards: Record<string, { value: unknown }>;
  layers: { name: string }[];
  rules: { name: string; conditions: unknown; event: { type: string; params: Record<string, unknown> } }[];
  limits: Record<string, unknown>[];
};

/** One change of the city's rules. */
export interface Seeded {
  readonly kind: string;
  readonly name: string;
  readonly change: (draft: Draft) => void;
  /** What the city's rules are made into before; as they are unless given. */
  readonly base?: (draft: Draft) => void;
}

/** A rule set with a change, and before it what the change is held against. */
export function seededIn(
  city: RuleSet,
  { base, change }: Pick<Seeded, 'base' | 'change'>,
): readonly [RuleSet, RuleSet] {
  const made = (...changes: readonly (Seeded['change'] | undefined)[]) => {
    const draft = structuredClone(city) as unknown as Draft;
    for (const one of changes) one?.(draft);
    return draft as unknown as RuleSet;
  };
  return [made(base), made(base, change)];
}

/** Sets a standard. */
export const set =
  (id: string, value: unknown) =>
  ({ standards }: Draft): void => {
    const standard = standards[id];
    if (standard === undefined) throw new Error(`no standard ${id}`);
    standard.value = value;
  };

/** Several changes at once. */
export const all =
  (...changes: readonly Seeded['change'][]) =>
  (draft: Draft): void => {
    for (const change of changes) change(draft);
  };

/** Adds a standard, so that a rule or limit can name it. */
export const figure =
  (id: string, value: unknown, unit: string, better = 'higher') =>
  ({ standards }: Draft): void => {
    standards[id] = { value, unit, better, label: { zh: id, en: id } } as never;
  };

/** Adds a limit. */
export const limit =
  (parts: Record<string, unknown>) =>
  ({ limits }: Draft): void => {
    limits.push({ label: { zh: '限额', en: 'limit' }, ...parts });
  };

/** Changes a rule. */
export const rule =
  (name: string, change: (rule: Draft['rules'][number]) => void) =>
  ({ rules }: Draft): void => {
    const found = rules.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no rule ${name}`);
    // The file shares conditions between rules.
    const own = structuredClone(found);
    change(own);
    rules[rules.indexOf(found)] = own;
  };

/** Adds a condition to a rule. */
export const only = (name: string, leaf: unknown): Seeded['change'] =>
  rule(name, (found) => {
    const { all: parts } = found.conditions as { all: unknown[] };
    found.conditions = { all: [...parts, leaf] };
  });

/** Adds a layer at a place, with one rule that pays in it. */
export const layer =
  (name: string, at: number, conditions: readonly unknown[], event: Draft['rules'][number]['event']) =>
  ({ layers, rules }: Draft): void => {
    layers.splice(at < 0 ? layers.length : at, 0, { name, label: { zh: name, en: name }, combine: 'one' } as never);
    rules.push({ name, label: { zh: name, en: name }, layer: name, conditions: { all: conditions }, event } as never);
  };

/** Of claims of a type. */
export const ofType = (type: string) => ({ fact: 'claim.type', operator: 'equal', value: type });
