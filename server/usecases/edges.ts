import type { Edges } from '../analysis/edges/edge.ts';
import { type EdgesOptions, findEdges } from '../analysis/edges/find-edges.ts';
import { untilStopped } from '../analysis/edges/go-on.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { Label } from '../domain/label.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { Side } from './compared/side.ts';
import type { RuleSetName } from './evaluation.ts';

/** How one side of a comparison is named in its answer. */
export interface ComparedSide {
  readonly reference: string;
  readonly label: Label;
  readonly ruleSet: RuleSetName;
  readonly date: CalendarDate;
}

/** The edges between two sides, with the sides' names. */
export interface ComparedEdges extends Edges {
  readonly from: ComparedSide;
  readonly to: ComparedSide;
}

const MOST_REMEMBERED = 64;

/**
 * Edges by the digests of both sides' rules, which never change: whoever opens a draft that somebody else has looked at is
 * answered at once, and two who ask at the same time share one search.
 */
export class EdgesMemory {
  readonly #found = new BoundedCache<string, Promise<Edges>>(MOST_REMEMBERED);

  /** Whether these edges are found already, or being looked for. */
  has(from: Side, to: Side, limit?: number): boolean {
    return this.#found.get(keyOf(from, to, limit)) !== undefined;
  }

  /** The edges, looked for where nobody has; what a search that was ended left open is not remembered. */
  of(from: Side, to: Side, options: Pick<EdgesOptions, 'limit' | 'goOn'>): Promise<Edges> {
    const key = keyOf(from, to, options.limit);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const { goOn, isStopped } = untilStopped(options.goOn ?? (() => true));
    const search = findEdges(from.rules.effective, to.rules.effective, { ...options, goOn });
    this.#found.set(key, search);
    const forget = () => this.#found.delete(key);
    search.then(() => isStopped() && forget(), forget);
    return search;
  }
}

function keyOf(from: Side, to: Side, limit: number | undefined): string {
  return `${from.rules.effective.effectiveDigest} ${to.rules.effective.effectiveDigest} ${limit}`;
}

/**
 * Settles the claims at every threshold of either side under both, and answers those that differ. Nothing is stored.
 * @param memory what was found before; without it everything is looked for
 */
export async function edges(
  from: Side,
  to: Side,
  options: Pick<EdgesOptions, 'limit' | 'goOn'>,
  memory = new EdgesMemory(),
): Promise<ComparedEdges> {
  const found = await memory.of(from, to, options);
  return { from: comparedSide(from), to: comparedSide(to), ...found };
}

/** A side as answers name it. */
export function comparedSide({
  reference,
  label,
  rules,
  date,
}: Pick<Side, 'reference' | 'label' | 'date'> & { readonly rules: Pick<Side['rules'], 'name'> }): ComparedSide {
  return { reference, label, ruleSet: rules.name, date };
}
