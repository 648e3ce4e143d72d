import type { EdgesOfType, Outcome } from './edge.ts';
import type { Found, Probed } from './probe.ts';
import { Refusals } from './refusals.ts';
import type { RefusedClaim } from './refused-claim.ts';
import type { SharedClaim } from './shared-claim.ts';
import { nameOf } from './threshold.ts';

/** How a gain, in fen, is called. */
export function outcomeOf(gain: number): Outcome {
  return gain < 0 ? 'worse' : gain > 0 ? 'better' : 'equal';
}

type Counts = { considered: number; refused: number; refusals: Refusals; better: number; worse: number };

/** Counts claims by type, and keeps of every kind of edge the plainest claim and the one with the most at stake. */
export class Tally {
  readonly #counts = new Map<string, Counts>();
  readonly #coarse = new Map<string, Found>();
  readonly #fine = new Map<string, Found>();
  readonly #largest = new Map<string, Found>();
  different = 0;
  considered = 0;
  refused = 0;

  /** Takes in what became of a scan. */
  add(type: string, { considered, refused, found }: Probed): void {
    const counts = this.#countsOf(type);
    counts.considered += considered - refused.length;
    this.considered += considered - refused.length;
    this.refuse(type, refused);
    for (const one of found) {
      this.different += 1;
      const outcome = outcomeOf(one.parting.gain);
      if (outcome !== 'equal') counts[outcome] += 1;
      this.#keep(type, outcome, one);
    }
  }

  /** Takes in claims that were made and refused. */
  refuse(type: string, refused: readonly RefusedClaim[]): void {
    const counts = this.#countsOf(type);
    counts.considered += refused.length;
    counts.refused += refused.length;
    for (const one of refused) counts.refusals.add(one);
    this.considered += refused.length;
    this.refused += refused.length;
  }

  #countsOf(type: string): Counts {
    const counts = this.#counts.get(type) ?? {
      considered: 0,
      refused: 0,
      refusals: new Refusals(),
      better: 0,
      worse: 0,
    };
    this.#counts.set(type, counts);
    return counts;
  }

  #keep(type: string, outcome: Outcome, found: Found): void {
    const { parting, meets, probe } = found;
    const [first] = meets;
    const bound = first?.kind === 'amount' ? '' : first?.id;
    const kind = `${type} ${parting.layer} ${outcome} ${first?.kind} ${bound}`;
    const fine = `${kind} ${first === undefined ? '' : nameOf(first)} ${probe.pair.situation.meets.map(nameOf).join()}`;
    if (!this.#coarse.has(kind)) this.#coarse.set(kind, found);
    if (!this.#fine.has(fine)) this.#fine.set(fine, found);
    const most = this.#largest.get(kind);
    if (most === undefined || Math.abs(parting.gain) > Math.abs(most.parting.gain)) this.#largest.set(kind, found);
  }

  /** How each type fared. */
  ofType({ type, label }: SharedClaim, situations: EdgesOfType['situations']): EdgesOfType {
    const { considered, refused, refusals, better, worse } = this.#countsOf(type);
    const equal = considered - refused - better - worse;
    return { type, label, considered, refused, refusals: refusals.all(), better, worse, equal, situations };
  }

  /**
   * What was found in the order in which it is worth showing: for every claim type and outcome the one with the most at
   * stake, the same for every first layer; then of every kind – with the bound – the one with the most at stake and the
   * plainest, then one for every side and situation. In each the largest loss comes first, then the largest gain.
   */
  ordered(): readonly Found[] {
    const kinds = [...this.#largest].sort(([, a], [, b]) => byStake(a.parting.gain, b.parting.gain));
    const largest = kinds.map(([, one]) => one);
    const ofOutcome = firstOfEach(largest, ({ probe, parting }) => `${probe.shared.type} ${outcomeOf(parting.gain)}`);
    const ofLayer = firstOfEach(
      largest,
      ({ probe, parting }) => `${probe.shared.type} ${outcomeOf(parting.gain)} ${parting.layer}`,
    );
    const both = kinds.flatMap(([kind, one]) => [one, this.#coarse.get(kind) ?? one]);
    return [...new Set([...ofOutcome, ...ofLayer, ...both, ...this.#fine.values()])];
  }
}

function firstOfEach(all: readonly Found[], groupOf: (found: Found) => string): readonly Found[] {
  const firsts = new Map<string, Found>();
  for (const one of all) if (!firsts.has(groupOf(one))) firsts.set(groupOf(one), one);
  return [...firsts.values()];
}

/** The order of two gains: the largest loss first, then the largest gain. */
export function byStake(one: number, other: number): number {
  const rank = (gain: number) => (gain < 0 ? 0 : gain > 0 ? 1 : 2);
  return rank(one) - rank(other) || Math.abs(other) - Math.abs(one);
}
