import type { Facts } from '../../engine/facts.ts';
import { firstIn, isDerived, listOfFirst } from '../../rulesets/derived.ts';
import type { Fact, FactValue } from '../../rulesets/effective-rule-set.ts';
import type { FactClass } from '../edges/fact-class.ts';

/** Thrown where a fact is read of which nothing has been assumed yet. */
export class Fork extends Error {
  readonly fact: string;

  constructor(fact: string) {
    super(`nothing is assumed of ${fact}`);
    this.name = 'Fork';
    this.fact = fact;
  }
}

/** Thrown where claims of the assumed kind leave out a fact that they must bring. */
export class FactMissing extends Error {
  constructor(fact: string) {
    super(`claims must bring ${fact}`);
    this.name = 'FactMissing';
  }
}

const forks = new Map<string, Fork>();

/** A fork, made once a fact: there are thousands of forks, and each would remember where it was made. */
export function forkAt(fact: string): Fork {
  const fork = forks.get(fact) ?? new Fork(fact);
  forks.set(fact, fork);
  return fork;
}

/** What is assumed of facts: of each one of its classes. */
export type Assumed = ReadonlyMap<string, FactClass>;

/**
 * The facts of a claim of which only some things are assumed: what else is read is thrown as a {@link Fork}. Days between
 * dates are assumed as such, whatever the dates; the first of a list is what the list assumed makes it.
 */
export class LazyFacts implements Pick<Facts, 'get' | 'has'> {
  readonly #given: ReadonlyMap<string, FactValue>;
  readonly #declared: ReadonlyMap<string, Fact>;
  readonly #classes: ReadonlyMap<string, readonly FactClass[]>;
  readonly #assumed: Assumed;
  readonly #renamed: ReadonlyMap<string, string>;
  /** What has been read of what is assumed. */
  readonly read = new Set<string>();

  /**
   * @param given facts of all claims: their type and date
   * @param classes of every fact that some rule reads
   * @param renamed under which ids facts are assumed that the other rule set works out in another way
   */
  constructor(
    given: ReadonlyMap<string, FactValue>,
    declared: ReadonlyMap<string, Fact>,
    classes: ReadonlyMap<string, readonly FactClass[]>,
    assumed: Assumed,
    renamed: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#given = given;
    this.#declared = declared;
    this.#classes = classes;
    this.#assumed = assumed;
    this.#renamed = renamed;
  }

  get(id: string): FactValue | undefined {
    const given = this.#given.get(id);
    if (given !== undefined) return given;
    const key = this.#renamed.get(id) ?? id;
    if (!this.#classes.has(key)) return this.#otherwise(id);
    const assumed = this.#assumed.get(key);
    if (assumed === undefined) throw forkAt(key);
    this.read.add(key);
    return assumed.value ?? this.#otherwise(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** What holds where the claim leaves a fact out. */
  #otherwise(id: string): FactValue | undefined {
    const fact = this.#declared.get(id);
    if (fact === undefined) return undefined;
    const { default: given, type } = fact;
    const list = listOfFirst(type);
    const first = list === null ? undefined : firstIn(type, this.get(list));
    if (first !== undefined) return first;
    if (given.kind === 'value') return given.value;
    if (given.kind === 'by') {
      const other = String(this.get(given.fact));
      if (!given.values.has(other)) throw new FactMissing(id);
      return given.values.get(other) ?? undefined;
    }
    if (given.kind === 'required' && !isDerived(type) && !fact.added && this.#classes.has(id))
      throw new FactMissing(id);
    return undefined;
  }
}
