import { all, type Draft, rule, type Seeded, set } from './seeded.ts';

/** A condition. */
export const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });

/** A change of a kind, held against the city's rules or what `base` makes of them. */
export const seeded = (kind: string, name: string, change: Seeded['change'], base?: Seeded['change']): Seeded =>
  base === undefined ? { kind, name, change } : { kind, name, change, base };

/** Changes a standard's declaration as a whole. */
export const declared =
  (id: string, parts: Record<string, unknown>) =>
  ({ standards }: Draft): void => {
    const standard = standards[id];
    if (standard === undefined) throw new Error(`no standard ${id}`);
    Object.assign(standard, parts);
  };

/** Changes the parameters of a rule's payment. */
export const params = (name: string, more: Record<string, unknown>): Seeded['change'] =>
  rule(name, (found) => {
    found.event.params = { ...found.event.params, ...more };
  });

/** Changes a limit. */
export const limited =
  (name: string, more: Record<string, unknown>) =>
  ({ limits }: Draft): void => {
    const found = limits.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no limit ${name}`);
    Object.assign(found, more);
  };

/** Changes a layer. */
export const layered =
  (name: string, more: Record<string, unknown>) =>
  ({ layers }: Draft): void => {
    const found = layers.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no layer ${name}`);
    Object.assign(found, more);
  };

/** Puts a rule of a layer before all others of the rule set. */
export const ahead = (
  name: string,
  into: string,
  conditions: readonly unknown[],
  event: Draft['rules'][number]['event'],
): Seeded['change'] =>
  function add({ rules }) {
    const added = { name, label: { zh: name, en: name }, layer: into, conditions: { all: conditions }, event };
    rules.unshift(added as never);
  };

/** Withholds a layer from the claims that meet conditions. */
export const withheld = (
  name: string,
  terms: Record<string, string>,
  conditions: readonly unknown[],
): Seeded['change'] =>
  all(
    ({ standards }) => {
      standards[`withheld.${name}`] = {
        value: terms,
        unit: 'terms',
        better: 'higher',
        label: { zh: name, en: name },
      } as never;
    },
    ({ rules }) => {
      const event = { type: 'terms', params: { terms: `$withheld.${name}` } };
      rules.push({ name, label: { zh: name, en: name }, conditions: { all: conditions }, event } as never);
    },
  );

/** Another order of rules. */
export const behind =
  (name: string, other: string) =>
  ({ rules }: Draft): void => {
    const [moved] = rules.splice(
      rules.findIndex((one) => one.name === name),
      1,
    );
    const at = rules.findIndex((one) => one.name === other);
    if (moved === undefined || at === -1) throw new Error(`no rules ${name}, ${other}`);
    rules.splice(at + 1, 0, moved);
  };

/** Chronic outpatients with figures, so that rules of them can be changed. */
export const chronic: Seeded['change'] = all(
  set('chronicOutpatient.diseases', ['hypertension', 'diabetes']),
  set('chronicOutpatient.ratio', 0.6),
  set('chronicOutpatient.deductible', 300),
  set('chronicOutpatient.annualCap', 3_000),
);

/** Bands of critical illness on full terms; those on ordinary ones as they are, unless given. */
export const criticalBands = (
  full: readonly (readonly [from: number, value: number])[],
  ordinary: readonly (readonly [from: number, value: number])[] = [
    [0, 0.5],
    [100_000, 0.6],
    [200_000, 0.65],
  ],
): Seeded['change'] => {
  const rows = (bands: readonly (readonly [number, number])[]) =>
    bands.map(([from, value], at) => {
      const to = bands[at + 1]?.[0];
      return to === undefined ? { from, value } : { from, to, value };
    });
  return set('criticalIllness.bands', { full: rows(full), ordinary: rows(ordinary) });
};
