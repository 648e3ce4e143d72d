import { namesIn } from '../../engine/conditions.ts';
import { elsewherePath } from '../../rulesets/claim-paths.ts';
import type { Condition } from '../../rulesets/language.ts';
import { Columns } from './columns.ts';
import type { GoOn } from './go-on.ts';
import { pairwise } from './pairwise.ts';
import { isPair, type PlanPair, planPair, type RefusedSituation } from './plan-pair.ts';
import type { SharedClaim } from './shared-claim.ts';
import { SidePlans } from './side-plans.ts';

/** A situation as a row: for each column the place of its value. */
export interface Differing {
  readonly row: readonly number[];
  readonly pair: PlanPair;
  /** How many more situations have the same plans. */
  readonly alike: number;
}

/** The situations of one claim type that are looked at, as pairs of plans. */
export interface Situations {
  /** Those whose plans differ, of each pair of plans the one nearest to an ordinary claim. */
  readonly different: readonly Differing[];
  /**
   * The same situation with the fact of a column at its ordinary value; null where it is at it already, or where one of the
   * two refuses every claim then.
   */
  readonly plainer: (situation: Differing, column: number) => Promise<Differing | null>;
  readonly considered: number;
  /** Those in which both rule sets pay every claim alike. */
  readonly alike: number;
  /** Those in which one of the two refuses every claim, or that no claim is in. */
  readonly refused: number;
  /** Who refuses them and why, those nearest to an ordinary claim first. */
  readonly refusals: readonly RefusedSituation[];
  /** Some that both settle: the one that most is paid in, then those nearest to an ordinary claim. */
  readonly settled: readonly PlanPair[];
  readonly oneSidedDays: number;
  /** False where time ran out, or where a group of facts, pairs of values or sets of a list's items were too many to be taken in full. */
  readonly complete: boolean;
}

/** Up to so many rows the whole product is taken; above it, pairs of values and every rule's own facts. */
const WHOLE = 400;
const MOST_PAIRWISE = 600;
const MOST_OF_GROUP = 200;
/** How many situations that both settle are named. */
const MOST_SETTLED = 8;

/**
 * Every combination of classes of facts that a rule can tell apart: the whole product where it is small; else every pair of
 * values, and around an ordinary claim that is paid the product of the facts that each rule and limit reads.
 */
export async function situationsOf(shared: SharedClaim, goOn: GoOn): Promise<Situations> {
  const search = new SituationSearch(shared, goOn);
  return search.run();
}

type Made = PlanPair | RefusedSituation | null;

class SituationSearch {
  readonly #shared: SharedClaim;
  readonly #goOn: GoOn;
  readonly #columns: Columns;
  readonly #sides;
  readonly #made = new Map<string, { readonly row: readonly number[]; readonly pair: Made }>();
  #complete = true;

  constructor(shared: SharedClaim, goOn: GoOn) {
    this.#shared = shared;
    this.#goOn = goOn;
    this.#columns = new Columns(shared);
    const { from, to } = shared.sides;
    this.#sides = { from: new SidePlans(from.ruleSet, from.claimType), to: new SidePlans(to.ruleSet, to.claimType) };
  }

  async run(): Promise<Situations> {
    const { columns } = this.#columns;
    const whole = columns.reduce((all, { size }) => all * size, 1);
    if (whole > 0) {
      if (whole <= WHOLE) await this.#makeAll(product(columns.map(({ size }) => size)));
      else await this.#makePairs();
      const base = this.#base();
      if (whole > WHOLE && base !== null) await this.#makeAll(this.#groups(base));
      if (base !== null) await this.#paidElsewhere(base);
    }
    return this.#gathered();
  }

  /** Every pair of values, and before them the whole product where it is small as long as no items are held together. */
  async #makePairs(): Promise<void> {
    const { columns } = this.#columns;
    if (columns.reduce((all, { alone }) => all * alone, 1) <= WHOLE)
      await this.#makeAll(product(columns.map(({ alone }) => alone)));
    const sizes = columns.map(({ size }) => size);
    const { rows, isWhole } = pairwise(sizes, MOST_PAIRWISE);
    if (!isWhole) this.#complete = false;
    await this.#makeAll(rows);
  }

  async #makeAll(rows: Iterable<readonly number[]>): Promise<void> {
    for (const row of rows) {
      const key = row.join();
      if (this.#made.has(key)) continue;
      if (!(await this.#goOn())) {
        this.#complete = false;
        return;
      }
      const situation = this.#columns.situation(row);
      const pair = situation === null ? null : await planPair(this.#shared, this.#sides, situation);
      this.#made.set(key, { row, pair });
    }
  }

  /** The row with most lines that pay under both, of those the most ordinary. */
  #base(): readonly number[] | null {
    let best: { readonly row: readonly number[]; readonly paying: number; readonly odd: number } | null = null;
    for (const { row, pair } of this.#made.values()) {
      if (!isPair(pair)) continue;
      const { from, to } = pair.plans;
      const paying = [...from.layers, ...to.layers].reduce(
        (sum, layer) => sum + (layer.settled ? 0 : layer.lines.length),
        0,
      );
      const odd = this.#oddness(row);
      if (best === null || paying > best.paying || (paying === best.paying && odd < best.odd))
        best = { row, paying, odd };
    }
    return best?.row ?? null;
  }

  #oddness(row: readonly number[]): number {
    return this.#columns.columns.filter(({ ordinary }, at) => row[at] !== ordinary).length;
  }

  /** Around a row, the product of the facts that each rule, limit and division of the bill reads, and each fact alone. */
  *#groups(base: readonly number[]): Generator<readonly number[]> {
    const { columns } = this.#columns;
    for (const [at, { size }] of columns.entries()) yield* varied(base, [[at, size]]);
    for (const facts of factGroups(this.#shared)) {
      const of = columns.flatMap((column, at) => (facts.has(column.fact) ? [{ ...column, at }] : []));
      const group = of.map(({ at, size }) => [at, size] as const);
      const alone = of.map(({ at, alone: size }) => [at, size] as const);
      if (isSmall(group)) yield* varied(base, group);
      else this.#complete = false;
      if (!isSmall(group) && isSmall(alone)) yield* varied(base, alone);
    }
  }

  /** The ordinary claim once more, with a part of each pot paid by others. */
  async #paidElsewhere(base: readonly number[]): Promise<void> {
    const situation = this.#columns.situation(base);
    if (situation === null) return;
    for (const pot of this.#shared.pots) {
      const brings = new Set([...situation.brings, elsewherePath(pot)]);
      const pair = await planPair(this.#shared, this.#sides, { ...situation, brings });
      this.#made.set(`${base.join()} ${pot}`, { row: base, pair });
    }
  }

  /** The plans of a row, with what others paid of the pots as in another pair. */
  async #remade(row: readonly number[], { situation: { brings } }: PlanPair): Promise<PlanPair | null> {
    const pots = this.#shared.pots.filter((pot) => brings.has(elsewherePath(pot)));
    const key = [row.join(), ...pots].join(' ');
    const known = this.#made.get(key);
    if (known !== undefined) return isPair(known.pair) ? known.pair : null;
    const situation = this.#columns.situation(row);
    if (situation === null) return null;
    const elsewhere = pots.map((pot) => elsewherePath(pot));
    const brought = { ...situation, brings: new Set([...situation.brings, ...elsewhere]) };
    const pair = await planPair(this.#shared, this.#sides, brought);
    this.#made.set(key, { row, pair });
    return isPair(pair) ? pair : null;
  }

  #settled(sorted: readonly Made[]): readonly PlanPair[] {
    const base = this.#base();
    const best = base === null ? undefined : this.#made.get(base.join())?.pair;
    return [...new Set([best ?? null, ...sorted])].filter(isPair).slice(0, MOST_SETTLED);
  }

  #gathered(): Situations {
    const all = [...this.#made.values()];
    const sorted = all.map((one, at) => ({ ...one, at, odd: this.#oddness(one.row) }));
    sorted.sort((a, b) => a.odd - b.odd || a.at - b.at);
    const different = new Map<string, Differing & { alike: number }>();
    let alike = 0;
    for (const { row, pair } of sorted) {
      if (!isPair(pair)) continue;
      if (pair.alike) {
        alike += 1;
        continue;
      }
      const known = different.get(pair.text);
      if (known === undefined) different.set(pair.text, { row, pair, alike: 0 });
      else known.alike += 1;
    }
    return {
      different: [...different.values()],
      plainer: async ({ row, pair }, column) => {
        const { ordinary } = this.#columns.columns[column] ?? {};
        if (ordinary === undefined || row[column] === ordinary) return null;
        const plain = row.map((own, at) => (at === column ? ordinary : own));
        const made = await this.#remade(plain, pair);
        return made === null ? null : { row: plain, pair: made, alike: different.get(made.text)?.alike ?? 0 };
      },
      considered: all.length,
      alike,
      refused: all.filter(({ pair }) => !isPair(pair)).length,
      refusals: sorted.flatMap(({ pair }) => (pair === null || isPair(pair) ? [] : [pair])),
      settled: this.#settled(sorted.map(({ pair }) => pair)),
      oneSidedDays: this.#columns.oneSidedDays,
      complete: this.#complete && this.#columns.isWhole,
    };
  }
}

function isSmall(group: readonly (readonly [column: number, size: number])[]): boolean {
  return group.reduce((all, [, size]) => all * size, 1) <= MOST_OF_GROUP;
}

/** All rows, the first column turning slowest. */
function* product(sizes: readonly number[]): Generator<readonly number[]> {
  yield* varied(
    sizes.map(() => 0),
    sizes.map((size, at) => [at, size] as const),
  );
}

/** A row with every combination of values in some of its columns. */
function* varied(
  row: readonly number[],
  [first, ...rest]: readonly (readonly [column: number, size: number])[],
): Generator<readonly number[]> {
  if (first === undefined) {
    yield row;
    return;
  }
  const [column, size] = first;
  for (let value = 0; value < size; value += 1) {
    yield* varied(
      row.map((own, at) => (at === column ? value : own)),
      rest,
    );
  }
}

/** The facts that each rule, limit and division of the bill of either rule set reads together. */
function* factGroups({ sides }: SharedClaim): Generator<ReadonlySet<string>> {
  for (const { ruleSet, claimType } of [sides.from, sides.to]) {
    const readers: readonly (readonly [Condition | null, unknown])[] = [
      ...claimType.rules.map(({ conditions, event }) => [conditions, event.params] as const),
      ...claimType.limits.map((limit) => [limit.conditions, limit] as const),
      ...ruleSet.costs.map((cost) => [null, cost] as const),
    ];
    for (const [conditions, params] of readers) {
      const names = [...(conditions === null ? [] : namesIn(conditions)), ...strings(params)];
      const keys = names.flatMap((name) =>
        name.startsWith('$') ? (ruleSet.standards.get(name.slice(1))?.by ?? []) : [],
      );
      yield new Set([...names, ...keys]);
    }
  }
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* strings(part);
}
