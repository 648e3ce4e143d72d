import type { FactDeclarations, StandardDeclaration, StandardValue } from '../../server/rulesets/language.ts';
import { type Draw, thresholds } from './random-draw.ts';

/** What a standard is for: its unit, the values it may take, and which way is better for the person. */
interface Use {
  readonly unit: 'CNY' | 'share' | 'factor' | 'count';
  readonly better: 'higher' | 'lower' | 'none';
  /** Values worth trying, worst to best. */
  readonly values: readonly (number | string)[];
}

const shares = [0, 0.01, 0.05, 0.1, 0.333, 0.5, 0.55, 0.7, 0.8, 0.999, 1];
const money = [...thresholds].reverse();

/** Uses of numeric standards. */
export const uses = {
  deductible: { unit: 'CNY', better: 'lower', values: money },
  sum: { unit: 'CNY', better: 'higher', values: thresholds },
  cap: { unit: 'CNY', better: 'higher', values: [...thresholds, 'unlimited'] },
  stays: { unit: 'CNY', better: 'none', values: [0, 0.01, 1, 100] },
  premium: { unit: 'CNY', better: 'none', values: [0, 10, 20.05, 150] },
  ratio: { unit: 'share', better: 'higher', values: shares },
  burden: { unit: 'share', better: 'lower', values: [...shares].reverse() },
  counting: { unit: 'share', better: 'none', values: shares },
  fewer: { unit: 'share', better: 'lower', values: [0.5, 0.05, 0.01, 0] },
  more: { unit: 'share', better: 'higher', values: [0, 0.05, 0.5] },
  raising: { unit: 'factor', better: 'higher', values: [0, 0.5, 1, 1.5] },
  lowering: { unit: 'factor', better: 'lower', values: [1.5, 1, 0.333, 0] },
  parts: { unit: 'count', better: 'lower', values: [30, 21.75, 3, 1, 0.5] },
  growingParts: { unit: 'count', better: 'higher', values: [0.5, 1, 3, 21.75, 30] },
  free: { unit: 'count', better: 'lower', values: [7, 3, 1, 0] },
  units: { unit: 'count', better: 'higher', values: [0, 1, 3, 7, 180] },
  point: { unit: 'count', better: 'none', values: [0, 1, 2, 3, 18, 60] },
  amount: { unit: 'CNY', better: 'none', values: thresholds },
} as const satisfies Record<string, Use>;

export type UseName = keyof typeof uses;

/** Facts that may key a standard, with the keys of a map or the starts of rows. */
const keys: Readonly<Record<string, readonly string[] | readonly number[]>> = {
  'person.category': ['registered', 'temporarilyPoor', 'other'],
  'hospital.level': ['1', '2', '3'],
  'hospital.designated': ['true', 'false'],
  'referral.status': ['notNeeded', 'completed', 'missing'],
  'stay.number': [0, 2, 4],
  'person.age': [0, 18, 60],
  'stay.units': [0, 1, 4],
  'field.area': [0, 0.3, 3.5],
  'loss.share': [0, 0.3],
  'cost.inScope': [0, 200, 6000],
  'cost.total': [0, 100, 12000.01],
  terms: ['ordinary', 'full'],
};

/** The standards of one random rule set, made as rules ask for them. */
export class RandomStandards {
  readonly all: Record<string, StandardDeclaration> = {};
  readonly #draw: Draw;
  readonly #plain: boolean;
  #made = 0;

  /** @param plain every figure is set, and is not keyed by terms: what a test of improvements can reason about */
  constructor(draw: Draw, plain: boolean) {
    this.#draw = draw;
    this.#plain = plain;
  }

  /** A new standard of a use, keyed by some of the facts at hand; answers its `$name`. */
  number(use: UseName, facts: FactDeclarations, terms = false): string {
    const { unit, better, values } = uses[use];
    const range = use === 'parts' || use === 'growingParts' ? { range: { above: 0 } } : {};
    const draw = this.#draw;
    const usable = Object.keys(keys).filter(
      (fact) => fact === 'cost.total' || (fact === 'terms' ? terms && !this.#plain : facts[fact] !== undefined),
    );
    const by =
      usable.length > 0 && draw.chance(45)
        ? [...new Set([draw.pick(usable), ...(draw.chance(30) ? [draw.pick(usable)] : [])])]
        : [];
    const leaf = () => (!this.#plain && draw.chance(4) ? 'none' : draw.pick<number | string>(values));
    return this.add(use, {
      unit,
      better,
      ...range,
      ...(by.length > 0 ? { by: by.length === 1 && draw.chance(50) ? (by[0] as string) : by } : {}),
      value: this.#value(by, facts, leaf),
    });
  }

  /** Marginal bands; their rates rise where improvements are tested. */
  bands(facts: FactDeclarations, rising: boolean): string {
    const draw = this.#draw;
    const by = facts['person.category'] !== undefined && draw.chance(30) ? ['person.category'] : [];
    const rows = (): StandardValue => {
      const ends = draw.some([100, 1000, 50000.01]);
      const rate = () => (!this.#plain && draw.chance(4) ? 'none' : draw.pick(shares));
      const rates = [0, ...ends].map(rate);
      if (rising) rates.sort((a, b) => Number(a) - Number(b));
      return [0, ...ends].map((from, index) => ({
        from,
        ...(ends[index] === undefined ? {} : { to: ends[index] }),
        value: rates[index] as number | string,
      }));
    };
    return this.add('bands', {
      unit: 'share',
      better: 'higher',
      ...(by.length > 0 ? { by } : {}),
      value: this.#value(by, facts, rows),
    });
  }

  /** A standard as it stands; answers its `$name`. */
  add(use: string, standard: StandardDeclaration): string {
    this.#made += 1;
    const id = `${use}.s${this.#made}`;
    this.all[id] = standard;
    return `$${id}`;
  }

  #value(by: readonly string[], facts: FactDeclarations, leaf: () => StandardValue): StandardValue {
    const draw = this.#draw;
    const [fact, ...rest] = by;
    if (fact === undefined || (!this.#plain && draw.chance(3))) return leaf();
    const inner = () => this.#value(rest, facts, leaf);
    const levels = keys[fact] ?? [];
    if (typeof levels[0] === 'number') {
      return levels.map((from, index) => ({
        from: from as number,
        ...(levels[index + 1] === undefined ? {} : { to: levels[index + 1] as number }),
        value: inner(),
      }));
    }
    // A fact that may be absent needs an `otherwise`: without one the claim is refused.
    const absent = facts[fact]?.default === 'none' || fact === 'referral.status';
    const named = draw.chance(40) ? levels.slice(1) : levels;
    const entries = named.map((key): [string, StandardValue] => [String(key), inner()]);
    return Object.fromEntries(absent || named.length < levels.length ? [...entries, ['otherwise', inner()]] : entries);
  }
}
