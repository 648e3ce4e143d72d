import type { Condition, FactDeclaration, FactDeclarations } from '../../server/rulesets/language.ts';
import { type Draw, thresholds } from './random-draw.ts';
import { dates } from './random-facts.ts';
import type { RandomStandards } from './random-standards.ts';

type Leaf = Extract<Condition, { fact: string }>;
type Value = Leaf['value'];

const order = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;
const same = ['equal', 'notEqual'] as const;
const among = ['in', 'notIn'] as const;

/** Conditions over the facts at hand, on literals and on standards, every operator where it fits. */
export class RandomConditions {
  readonly #draw: Draw;
  readonly #standards: RandomStandards;

  constructor(draw: Draw, standards: RandomStandards) {
    this.#draw = draw;
    this.#standards = standards;
  }

  /** A rule's condition: the claim's type, and mostly something else. */
  ofRule(types: readonly string[], facts: FactDeclarations): Condition {
    const draw = this.#draw;
    const [only] = types;
    const type: Leaf =
      types.length === 1 && only !== undefined
        ? { fact: 'claim.type', operator: 'equal', value: only }
        : { fact: 'claim.type', operator: 'in', value: [...types] };
    const more = Array.from({ length: draw.pick([0, 0, 1, 1, 2]) }, () => this.any(facts, 2));
    return { all: [type, ...more] };
  }

  /** Any condition, nested up to a depth. */
  any(facts: FactDeclarations, depth: number): Condition {
    const draw = this.#draw;
    const kind = depth === 0 ? 0 : draw.int(0, 6);
    if (kind <= 3) return this.#leaf(facts);
    if (kind === 6) return { not: this.any(facts, depth - 1) };
    const parts = Array.from({ length: draw.int(1, 3) }, () => this.any(facts, depth - 1));
    return kind === 4 ? { all: parts } : { any: parts };
  }

  #leaf(facts: FactDeclarations): Leaf {
    const draw = this.#draw;
    if (draw.chance(10)) return this.#flag();
    const fact = draw.pick(
      [...Object.keys(facts), 'claim.date', 'cost.total'].filter(
        (id) => facts[id]?.choice !== undefined || !id.startsWith('claim.type'),
      ),
    );
    return this.#on(facts, fact, fact === 'claim.date' ? { date: {} } : (facts[fact] ?? { money: {} }));
  }

  /** A standard may be asked like a fact. */
  #flag(): Leaf {
    const draw = this.#draw;
    const fact = this.#standards.add('flag', {
      unit: 'boolean',
      better: 'none',
      value: draw.pick([true, false, 'none']),
    });
    return { fact, operator: draw.pick(same), value: draw.chance(50) };
  }

  #on(
    facts: FactDeclarations,
    fact: string,
    { choice, integer, decimal, daysBetween, boolean, date, list }: FactDeclaration,
  ): Leaf {
    const draw = this.#draw;
    if (choice !== undefined) {
      const ids = Array.isArray(choice)
        ? choice
        : Object.keys(choice).map((id) => (draw.chance(50) && /^\d+$/.test(id) ? Number(id) : id));
      if (draw.chance(50)) return { fact, operator: draw.pick(same), value: draw.pick(ids) };
      return { fact, operator: draw.pick(among), value: this.#listOf(draw.some(ids)) };
    }
    if (list !== undefined) {
      const found = typeof list === 'object' && list.choice !== undefined ? ['flu', 'burn'] : [1, 7];
      return {
        fact,
        operator: draw.pick(['contains', 'doesNotContain'] as const),
        value: draw.pick<string | number>(found),
      };
    }
    if (boolean !== undefined) return { fact, operator: draw.pick(same), value: draw.chance(50) };
    if (date !== undefined) return { fact, operator: draw.pick([...order, ...same]), value: draw.pick(dates) };
    if (decimal !== undefined) {
      const value = this.#number('point', [0, 0.3, 0.325, 1, 3.5], facts);
      return { fact, operator: draw.pick([...order, ...same]), value };
    }
    if (integer !== undefined || daysBetween !== undefined) {
      if (draw.chance(20))
        return { fact, operator: draw.pick(among), value: this.#listOf(draw.some([0, 1, 2, 3, 18])) };
      return {
        fact,
        operator: draw.pick([...order, ...same]),
        value: this.#number('point', [0, 1, 2, 3, 18, 60], facts),
      };
    }
    return { fact, operator: draw.pick([...order, ...same]), value: this.#number('amount', thresholds, facts) };
  }

  #number(use: 'point' | 'amount', literals: readonly number[], facts: FactDeclarations): Value {
    return this.#draw.chance(40) ? { fact: this.#standards.number(use, facts) } : this.#draw.pick(literals);
  }

  #listOf(items: readonly (string | number)[]): Value {
    const value = [...items];
    return this.#draw.chance(50)
      ? { fact: this.#standards.add('list', { unit: 'list', better: 'none', value }) }
      : value;
  }
}
