import type { Place } from '../../engine/tree/shared-tree.ts';
import type { Compared } from '../../engine/tree/solver.ts';
import { broughtAt } from '../../rulesets/claim-paths.ts';
import type { EffectiveRuleSet, Limit } from '../../rulesets/effective-rule-set.ts';
import { billItems } from '../edges/amount-ranges.ts';
import { largestFigure } from '../edges/find-edges.ts';
import type { GoOn } from '../edges/go-on.ts';
import { PairGauge } from '../edges/pair-gauge.ts';
import { Scans, turnsOf } from '../edges/scan.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import { claimWith } from '../proof/counterexample.ts';
import type { LaidLine } from '../proof/laid-plan.ts';
import type { Amounts } from '../proof/loss.ts';
import type { Profile } from '../proof/profiles.ts';
import type { Undecided } from '../proof/proof.ts';
import { amountsOf } from '../proof/search-losses.ts';
import type { Cap, Example, Shown } from './answer.ts';
import { claimWhere, holding, type Means } from './claim-where.ts';
import { type Kind, linesOf, type TypeKinds } from './kinds.ts';
import { ownLines } from './payable.ts';

/** A claim without a history that a cap cuts. */
interface Cut {
  readonly type: TypeKinds;
  readonly line: LaidLine;
  readonly example: Example;
}

/** A kind of claims in which a cap binds a payment. */
interface Bound {
  readonly type: TypeKinds;
  readonly kind: Kind;
}

/**
 * For every cap the smallest bill at which it cuts a payment, with nothing paid before and nothing paid by others; where no such
 * bill reaches it, with what others must have settled.
 */
export async function capsOf(
  ruleSet: EffectiveRuleSet,
  types: readonly TypeKinds[],
  meansOf: (type: TypeKinds) => Means,
  goOn: GoOn,
): Promise<readonly Cap[]> {
  const caps: Cap[] = [];
  for (const limit of ruleSet.limits) {
    if (limit.kind === 'atMost') caps.push(await new CapSearch(ruleSet, limit, types, meansOf, goOn).smallest());
  }
  return caps;
}

class CapSearch {
  readonly #ruleSet: EffectiveRuleSet;
  readonly #limit: Limit;
  readonly #types: readonly TypeKinds[];
  readonly #meansOf: (type: TypeKinds) => Means;
  readonly #goOn: GoOn;
  #best: Cut | null = null;
  /** Why it is not proved that no smaller bill is cut; null as long as it is. */
  #open: Undecided | null = null;

  constructor(
    ruleSet: EffectiveRuleSet,
    limit: Limit,
    types: readonly TypeKinds[],
    meansOf: (type: TypeKinds) => Means,
    goOn: GoOn,
  ) {
    [this.#ruleSet, this.#limit, this.#types, this.#meansOf, this.#goOn] = [ruleSet, limit, types, meansOf, goOn];
  }

  async smallest(): Promise<Cap> {
    const bound = this.#types.flatMap((type) => this.#bound(type).map((kind) => ({ type, kind })));
    const isPlain = ({ kind }: Bound) => kind.profile.settled.size === 0;
    await this.#among(bound.filter(isPlain));
    // Of a layer that another system settled for nothing a cap would cut any bill sooner: told only where nothing else reaches it.
    if (this.#best === null) await this.#among(bound.filter((one) => !isPlain(one)));
    this.#open ??= this.#types.find((type) => type.gap !== null && this.#isFor(type))?.gap ?? null;
    const best: Cut | null = this.#best;
    const { name: limit } = this.#limit;
    const shown: Shown = this.#open === null ? 'proved' : 'searched';
    const known = { limit, shown, reason: this.#open };
    if (best === null) return { ...known, claimType: null, layer: null, rule: null, bill: null, example: null };
    const { type, line, example } = best;
    const { type: claimType } = type.shared;
    const { layer } = line;
    const { name: rule } = line.line.rule;
    return { ...known, claimType, layer, rule, bill: example.bill, example };
  }

  async #among(bound: readonly Bound[]): Promise<void> {
    for (const { type, kind } of bound) await this.#search(type, kind);
    for (const { type, kind } of bound) if (type.isWhole) await this.#below(type, kind);
  }

  /** Whether claims of a type can be paid by what the cap binds. */
  #isFor({ shared }: TypeKinds): boolean {
    const { rules, layers } = shared.sides.from.claimType;
    const bound = this.#limit.kind === 'atMost' ? this.#limit.binds : [];
    return [...rules, ...layers].some(({ name }) => bound.includes(name));
  }

  /** Kinds of claims in which the cap binds a payment. */
  #bound({ kinds }: TypeKinds): readonly Kind[] {
    return kinds.filter(({ plan }) =>
      linesOf(plan).some(({ bounds }) => bounds.some(({ limit }) => limit?.name === this.#limit.name)),
    );
  }

  #lines(pair: ClaimPair): readonly LaidLine[] {
    return ownLines(pair).filter(({ bounds }) => bounds.some(({ name }) => name === this.#limit.name));
  }

  async #pairOf(type: TypeKinds, profile: Profile): Promise<ClaimPair | null> {
    const goesOn = await this.#goOn();
    const pair = goesOn ? await type.pair(profile) : null;
    if (pair === null) this.#open ??= goesOn ? 'otherPlan' : 'stopped';
    return pair;
  }

  /** Beside the turns of each item of the bill. */
  async #search(type: TypeKinds, { profile }: Kind): Promise<void> {
    const pair = await this.#pairOf(type, profile);
    if (pair === null) return;
    const lines = this.#lines(pair).map((line) => ({ line, cuts: holding(pair, this.#cutting(pair, line)) }));
    for (const amounts of plainBills(pair, largestFigure(this.#ruleSet))) {
      for (const { line, cuts } of lines) {
        if (this.#isSmaller(pair, amounts) && cuts(amounts)) await this.#keep(type, pair, line, amounts);
      }
    }
  }

  /** Smaller bills, by the solver, until there is none: of types of which all kinds are known, for else there is nothing to prove. */
  async #below(type: TypeKinds, { profile }: Kind): Promise<void> {
    const pair = await this.#pairOf(type, profile);
    if (pair === null) return;
    for (const line of this.#lines(pair)) {
      for (let found = true; found; ) {
        found = false;
        if (!(await this.#goOn())) {
          this.#open ??= 'stopped';
          return;
        }
        const smaller: Cut | null = this.#best;
        if (smaller?.example.bill === 0) return;
        const { tree } = pair;
        const most = smaller === null ? null : tree.constant(BigInt(smaller.example.bill - 1));
        const [goal, ...facts] = this.#cutting(pair, line);
        if (goal === undefined) continue;
        if (most !== null) facts.push({ left: billOf(pair), is: '<=', right: most });
        const confirms = (example: Example) => this.#isCut(example, line);
        const sought = await claimWhere(pair, { facts, goal, confirms }, this.#meansOf(type));
        if (sought.answer === 'unknown') this.#open ??= sought.reason;
        if (sought.answer !== 'found') continue;
        const { example } = sought;
        if (smaller !== null && example.bill >= smaller.example.bill) continue;
        this.#best = { type, line, example };
        found = true;
      }
    }
  }

  /** The cap leaves less room than is owed and than any other bound, and nothing came before. */
  #cutting(pair: ClaimPair, line: LaidLine): readonly Compared[] {
    const { tree } = pair;
    const room = line.bounds.find(({ name }) => name === this.#limit.name)?.room ?? line.owed;
    const others = line.bounds.filter(({ name }) => name !== this.#limit.name);
    const before = [...pair.inputsOf([line.owed, ...line.bounds.map((one) => one.room)])].filter(isBefore);
    return [
      { left: line.owed, is: '>', right: room },
      ...others.map((one): Compared => ({ left: room, is: '<', right: one.room })),
      ...before.map((path): Compared => ({ left: tree.input(path), is: '=', right: tree.constant(0n) })),
    ];
  }

  #isSmaller(pair: ClaimPair, amounts: Amounts): boolean {
    const bill = billItems(pair.shared).reduce((sum, item) => sum + (amounts.get(item) ?? 0n), 0n);
    return this.#best === null || bill < BigInt(this.#best.example.bill);
  }

  async #keep(type: TypeKinds, pair: ClaimPair, line: LaidLine, amounts: Amounts): Promise<void> {
    const { settling } = this.#meansOf(type);
    const example = await settling.example(type.shared, claimWith(pair, amounts), pair.pair.situation.dates.from);
    if (example !== null && this.#isCut(example, line)) this.#best = { type, line, example };
  }

  #isCut({ layers }: Example, { line }: LaidLine): boolean {
    return layers.some(({ rules }) =>
      rules.some(({ rule, boundBy }) => rule === line.rule.name && boundBy === this.#limit.name),
    );
  }
}

/** What a claim brings beside its own bill, but what other systems settled: of a kind only layers are that they must settle. */
const isBefore = (path: string) => !['settled', undefined].includes(broughtAt(path)?.kind);

function billOf({ tree, shared }: ClaimPair): Place {
  return billItems(shared)
    .map((item) => tree.input(item))
    .reduce((all, one) => tree.add(all, one), tree.constant(0n));
}

/** Bills of one item beside each turn of a kind's arithmetic, with nothing else; first no bill at all. */
function* plainBills(pair: ClaimPair, figure: number): Generator<Amounts> {
  const gauge = new PairGauge(pair.shared, pair.pair);
  const items = billItems(pair.shared);
  let first = true;
  for (const scan of new Scans(pair.shared, pair.pair, gauge, figure).all()) {
    if (first) yield amountsOf(pair, gauge, scan.amounts);
    first = false;
    if (!items.includes(gauge.inputs[scan.axis]?.path ?? '')) return;
    for (const { at } of turnsOf(gauge, scan)) {
      for (const point of [at - 1, at, at + 1]) {
        const amounts = scan.amounts.slice();
        amounts[scan.axis] = point;
        yield amountsOf(pair, gauge, amounts);
      }
    }
  }
}
