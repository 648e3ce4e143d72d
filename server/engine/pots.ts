import type { Finding } from '../domain/finding.ts';
import { minus, ONE } from '../domain/ratio.ts';
import { elsewherePath, pointerOf } from '../rulesets/claim-paths.ts';
import type { EffectiveRuleSet, Fact } from '../rulesets/effective-rule-set.ts';
import type { Cost } from '../rulesets/language.ts';
import { BILL, isBillItem } from '../rulesets/pots.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import type { Counts } from './counts.ts';
import type { Figures } from './figures.ts';
import { ifSet } from './forms/form.ts';
import type { Step } from './plan.ts';
import type { Profile } from './profile.ts';
import type { Source } from './source.ts';
import type { Expression } from './tree/expression.ts';
import {
  add,
  combine,
  constant,
  halfUp,
  min,
  positive,
  rounded,
  subtract,
  sum,
  total,
  variable,
  whole,
} from './tree/quantity.ts';
import { countedOf, drawableOf, drawnOf, leftOf, potOf, takeOf } from './variable-names.ts';

/** A leave limit as the pots see it: so much of these pots stays with the person. */
export interface Kept {
  readonly of: readonly string[];
  readonly amount: Expression;
}

/** The bill divided into pots, and what is left of each while layers draw from them. */
export class Pots {
  readonly steps: Step[];
  readonly #source: (source: Source) => Expression;
  readonly #cost = new Map<string, Expression>();
  readonly #left = new Map<string, Expression>();
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #counts: Counts;
  #draws = 0;

  constructor(
    claimType: ClaimTypeRules,
    ruleSet: EffectiveRuleSet,
    profile: Profile,
    figures: Figures,
    counts: Counts,
    steps: Step[],
    source: (source: Source) => Expression,
  ) {
    this.steps = steps;
    this.#source = source;
    this.#facts = claimType.facts;
    this.#counts = counts;
    for (const fact of claimType.facts.values()) {
      if (isBillItem(fact)) this.#cost.set(fact.id.slice(BILL.length), this.money(fact.id));
    }
    this.#parts();
    this.#divide(ruleSet, figures);
    for (const [pot, cost] of this.#cost) this.#open(pot, cost, profile.elsewhere.has(pot));
  }

  /** All pots, in the order of the document. */
  names(): readonly string[] {
    return [...this.#left.keys()];
  }

  /** The variable of a money fact, named by its id or, for an item of the bill, by what stands after `cost.`. */
  money(name: string): Expression {
    return this.#counts.money(this.#facts.has(name) ? name : `${BILL}${name}`);
  }

  /** Σ of these pots before any payment. */
  cost(pots: readonly string[]): Expression {
    return sum(pots.map((pot) => this.#cost.get(pot) ?? constant(0n)));
  }

  /** Σ of what is left of these pots. */
  left(pots: readonly string[]): Expression {
    return sum(pots.map((pot) => this.#left.get(pot) ?? constant(0n)));
  }

  /** How much a payment from these pots may be where so much must stay: what drawing all of them in order would yield. */
  roomOf(pots: readonly string[], kept: readonly Kept[]): Expression {
    this.#draws += 1;
    const left = new Map(this.#left);
    const drawn = pots.map((pot) => {
      const most = this.#drawable(pot, kept, left);
      const held = pots.length === 1 ? most : this.#let(drawableOf(pot, this.#draws), most);
      left.set(pot, subtract(left.get(pot) ?? constant(0n), held));
      return held;
    });
    return sum(drawn);
  }

  /** Takes a payment out of pots in their order, never what must stay. */
  draw(pots: readonly string[], paid: Expression, kept: readonly Kept[]): void {
    this.#draws += 1;
    let take = paid;
    pots.forEach((pot, index) => {
      const left = this.#left.get(pot);
      if (left === undefined) return;
      const drawable = this.#drawable(pot, kept, this.#left);
      const last = index === pots.length - 1;
      const drawn =
        pots.length === 1 || (last && drawable === left)
          ? take
          : this.#let(drawnOf(pot, this.#draws), min(take, drawable));
      if (!last) take = this.#let(takeOf(pot, this.#draws), subtract(take, drawn));
      this.#left.set(pot, this.#let(leftOf(pot, this.#draws), subtract(left, drawn)));
    });
  }

  /** What may be drawn from a pot without touching what must stay. */
  #drawable(pot: string, kept: readonly Kept[], left: ReadonlyMap<string, Expression>): Expression {
    const own = left.get(pot) ?? constant(0n);
    return kept
      .filter(({ of }) => of.includes(pot))
      .reduce((most, { of, amount }) => {
        const room = positive(subtract(sum(of.map((one) => left.get(one) ?? constant(0n))), amount));
        return of.length === 1 && most === own ? room : min(most, room);
      }, own);
  }

  #let(name: string, value: Expression): Expression {
    if (value.op === 'variable' || value.op === 'constant') return value;
    this.steps.push({ kind: 'let', name, value });
    return variable(name);
  }

  /** Money that is part of an item is not more than the item. */
  #parts(): void {
    for (const { id, label, type } of this.#facts.values()) {
      if (type.kind !== 'money' || type.partOf === null) continue;
      const part = this.money(id);
      const whole = this.money(type.partOf);
      if (part.op !== 'variable') continue;
      const wholeLabel = this.#facts.get(type.partOf)?.label ?? { zh: type.partOf, en: type.partOf };
      this.#require(part.name, whole, 'partAboveWhole', { part: label, whole: wholeLabel }, pointerOf(id));
    }
  }

  #divide(ruleSet: EffectiveRuleSet, figures: Figures): void {
    for (const cost of ruleSet.costs) {
      const { item, to, rest } = cost;
      const whole = this.#cost.get(item);
      if (whole === undefined) continue;
      this.#cost.delete(item);
      const counted = this.#counted(cost, whole, figures);
      const part = counted === whole ? whole : this.#let(countedOf(item), counted);
      this.#cost.set(to, add(this.#cost.get(to) ?? constant(0n), part));
      if (rest !== undefined) this.#cost.set(rest, add(this.#cost.get(rest) ?? constant(0n), subtract(whole, part)));
    }
  }

  /** What of an item counts: of no more than so much of it the share. Where a standard is unset, all does. */
  #counted({ share, atMost }: Cost, item: Expression, figures: Figures): Expression {
    const most = atMost === undefined ? null : ifSet(() => this.#counts.amount(atMost, figures));
    const ratio = share === undefined ? ONE : (ifSet(() => figures.plain(share)) ?? ONE);
    if (most === null && minus(ONE, ratio).n === 0n) return item;
    const within = most === null ? whole(item) : combine(min, whole(item), total(most));
    return minus(ONE, ratio).n === 0n ? rounded(within) : halfUp([{ ratio, of: within }]);
  }

  #open(pot: string, divided: Expression, elsewhere: boolean): void {
    const cost = this.#let(potOf(pot), divided);
    this.#cost.set(pot, cost);
    if (!elsewhere) {
      this.#left.set(pot, cost);
      return;
    }
    const paid = this.#source({ kind: 'elsewhere', pot });
    this.#require(elsewherePath(pot), cost, 'elsewhereAboveCost', { pot }, pointerOf(elsewherePath(pot)));
    this.#left.set(pot, this.#let(leftOf(pot, 0), subtract(cost, paid)));
  }

  #require(smaller: string, larger: Expression, code: string, args: Finding['args'], pointer: string): void {
    this.steps.push({ kind: 'require', smaller, larger, refusal: { code, severity: 'error', args, at: { pointer } } });
  }
}
