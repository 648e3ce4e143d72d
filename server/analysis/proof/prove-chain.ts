import { sha256 } from '../../domain/sha256.ts';
import type { Place } from '../../engine/tree/shared-tree.ts';
import type { Compared, QueryText } from '../../engine/tree/solver.ts';
import type { Both } from '../edges/both.ts';
import type { ClaimPair } from './claim-pair.ts';
import type { LaidLine } from './laid-plan.ts';
import { type Figured, lineDominates } from './line-dominates.ts';
import { goalsOf, type LinePair, lineLemma } from './line-lemma.ts';
import { linePairs } from './line-pairs.ts';
import { drainsInOrder, drainsInOrderSettled, drawsFromSeveral, isHeldBack, opensAlike } from './nested-pots.ts';
import type { Means, ProvedLine } from './proof.ts';
import type { Prover } from './prover.ts';

/** What came of looking at a chain. */
export interface ChainProof {
  readonly verdict: 'proved' | 'unsure' | 'unknown';
  readonly by: 'lines' | 'chain' | null;
  readonly lines: readonly ProvedLine[];
  /** Values of the claim's amounts by which the solver says that somebody loses; to be confirmed. */
  readonly model: ReadonlyMap<string, bigint> | null;
  /** Texts that the proof rests on. */
  readonly lemmas: readonly string[];
  /** Whether each payment was shown alone, so that it does not matter what stands before it. */
  readonly apart: boolean;
}

/** Shows payment by payment that nobody loses, and what is left over for the chain as a whole. */
export async function proveChain(pair: ClaimPair, figured: Both<Figured>, prover: Prover): Promise<ChainProof> {
  return new ChainProving(pair, figured, prover).run();
}

type Found = Pick<ProvedLine, 'means' | 'lemma'>;

class ChainProving {
  readonly #pair: ClaimPair;
  readonly #figured: Both<Figured>;
  readonly #prover: Prover;
  readonly #lines: ProvedLine[] = [];
  readonly #lemmas: string[] = [];
  readonly #learnt: Compared[] = [];
  #open = 0;
  /** Whether what the newer rule set leaves is what the older one does, drained further in order, so far; and whether a proof rests on it. */
  #drained: boolean;
  #restsOnDrained = false;

  constructor(pair: ClaimPair, figured: Both<Figured>, prover: Prover) {
    this.#pair = pair;
    this.#figured = figured;
    this.#prover = prover;
    this.#drained = drainsInOrder(pair);
  }

  async run(): Promise<ChainProof> {
    const pairs = linePairs(this.#pair);
    const earlier: LaidLine[] = [];
    for (const one of pairs ?? []) {
      await this.#line(one, earlier);
      for (const line of [one.older, one.newer]) if (line !== null) earlier.push(line);
    }
    const apart = pairs !== null && this.#open === 0 && this.#isShownSettled();
    const goals = this.#goals(pairs);
    const done = { lines: this.#lines, lemmas: this.#lemmas };
    if (goals.length === 0) return { ...done, verdict: 'proved', by: 'lines', model: null, apart };
    return { ...done, ...(await this.#chain(goals)), apart: false };
  }

  /** Whether what was shown of payments from several pots is shown as well where others have settled layers. */
  #isShownSettled(): boolean {
    return !this.#restsOnDrained || drainsInOrderSettled(this.#pair.shared, this.#pair);
  }

  async #line(one: LinePair, earlier: readonly LaidLine[]): Promise<void> {
    const found = await this.#meansOf(one, earlier);
    const line = one.newer ?? one.older;
    if (line === null) return;
    this.#drained &&= found !== null && this.#keepsDrained(one, found);
    if (found === null) {
      this.#open += 1;
      return;
    }
    this.#lines.push({ layer: line.layer, rule: line.line.rule.name, ...found });
    for (const [smaller, larger] of goalsOf(one)) {
      this.#pair.order.learn(smaller, larger);
      if (smaller !== larger) this.#learnt.push({ left: smaller, is: '<=', right: larger });
    }
  }

  /**
   * What was shown of several pots one by one says nothing of the order in which they are drained; that both compute the same does,
   * and so do a payment that is added and a form, which leaves no more of them together.
   */
  #keepsDrained(one: LinePair, { means, lemma }: Found): boolean {
    if (!drawsFromSeveral(one) || means === 'same') return true;
    const shown = means === 'added' || (means === 'form' && lemma !== null);
    return shown && ![one.older, one.newer].some(isHeldBack);
  }

  async #meansOf(one: LinePair, earlier: readonly LaidLine[]): Promise<Found | null> {
    const { order } = this.#pair;
    const goals = goalsOf(one);
    const plain = this.#plainly(one, goals);
    if (plain !== null) {
      const text = plain === 'same' || plain === 'added' ? null : this.#lemmaOf(one, earlier);
      return { means: plain, lemma: text === null ? null : this.#keep(text.text) };
    }
    if (goals.every(([smaller, larger]) => order.atMost(smaller, larger))) return { means: 'form', lemma: null };
    const lemma = this.#lemmaOf(one, earlier);
    if (lemma === null || !(await this.#prover.isProved(lemma.text, 'lemma'))) return null;
    return { means: 'lemma', lemma: this.#keep(lemma.text) };
  }

  /** The lemma of a payment; of one from several pots it rests on the order in which they are drained. */
  #lemmaOf(one: LinePair, earlier: readonly LaidLine[]): QueryText | null {
    const drained = this.#drained && drawsFromSeveral(one);
    this.#restsOnDrained ||= drained;
    return lineLemma(this.#pair, one, earlier, drained);
  }

  #plainly(one: LinePair, goals: ReturnType<typeof goalsOf>): Means | null {
    const { order } = this.#pair;
    if (goals.every(([smaller, larger]) => smaller === larger)) return 'same';
    if (one.older === null) return goals.every(([a, b]) => order.atMost(a, b)) ? 'added' : null;
    const { older, newer } = one;
    if (newer === null || !lineDominates(this.#pair, older, newer, this.#figured, this.#drained)) return null;
    return 'form';
  }

  #keep(text: string): string {
    this.#lemmas.push(text);
    return sha256(text);
  }

  /** What is to be shown at the end and does not follow: no pot left with more, and no less paid in all. */
  #goals(pairs: readonly LinePair[] | null): readonly (readonly [smaller: Place, larger: Place])[] {
    const { from, to, order, tree } = this.#pair;
    const goals: (readonly [Place, Place])[] = [...to.left].map(([pot, place]) => [
      place,
      from.left.get(pot) ?? tree.constant(0n),
    ]);
    const open = goals.filter(([smaller, larger]) => !order.atMost(smaller, larger));
    return open.length === 0 && this.#paysNoLess(pairs) ? [] : [...open, [from.paid, to.paid]];
  }

  /**
   * What is paid in all is what the bill was less what is left of it, and what was paid from no pot: so it is not less where
   * the bills are one, no pot is left with more, and no payment without a pot is less. Of several pots never more is drawn
   * than was paid, and as much unless something must stay of one of them.
   */
  #paysNoLess(pairs: readonly LinePair[] | null): boolean {
    const { from, to, order } = this.#pair;
    if (order.atMost(from.paid, to.paid)) return true;
    if (pairs === null || !opensAlike(this.#pair)) return false;
    return pairs.every(({ older, newer }) => {
      if (older === null) return true;
      if (isHeldBack(older)) return false;
      if (older.of.length > 0) return newer === null || newer.of.length > 0;
      return newer !== null && newer.of.length === 0 && order.atMost(older.paid, newer.paid);
    });
  }

  /** The whole chain at once, with what was shown of single payments. */
  async #chain(
    goals: readonly (readonly [Place, Place])[],
  ): Promise<Pick<ChainProof, 'verdict' | 'by' | 'model' | 'lemmas'>> {
    const lemmas = [...this.#lemmas];
    for (const [smaller, larger] of goals) {
      const facts = [...this.#pair.facts, ...this.#learnt];
      const query: QueryText = this.#pair.query({ facts, goals: [{ left: smaller, is: '>', right: larger }] });
      const answer = await this.#prover.ask(query, 'chain');
      if (answer.answer === 'sat') return { verdict: 'unsure', by: null, model: answer.model, lemmas };
      if (answer.answer === 'unknown') return { verdict: 'unknown', by: null, model: null, lemmas };
      lemmas.push(query.text);
    }
    return { verdict: 'proved', by: 'chain', model: null, lemmas };
  }
}
