import type { Finding } from '../../domain/finding.ts';
import type { EdgesRefusal } from './edge.ts';
import type { RefusedClaim } from './refused-claim.ts';

const ORDER = ['to', 'from', 'both'] as const;

interface Counted {
  readonly by: EdgesRefusal['by'];
  readonly finding: Finding;
  readonly first: RefusedClaim;
  claims: number;
}

/** Counts refused claims by who refuses them and why; of what one side alone refuses also by what of the claim it is about. */
export class Refusals {
  readonly #counted = new Map<string, Counted>();

  /** Takes in one claim. */
  add(refused: RefusedClaim): void {
    const { from, to } = refused.refusals;
    const finding = from ?? to;
    if (finding === null) return;
    const by = from === null ? 'to' : to === null ? 'from' : 'both';
    const key = [by, finding.code, by === 'both' ? '' : finding.at?.pointer].join(' ');
    const known = this.#counted.get(key);
    if (known === undefined) this.#counted.set(key, { by, finding, first: refused, claims: 1 });
    else known.claims += 1;
  }

  /** What the second rule set alone refuses first; of each the commonest reason first. */
  all(): readonly EdgesRefusal[] {
    const sorted = [...this.#counted.values()].sort(
      (one, other) => ORDER.indexOf(one.by) - ORDER.indexOf(other.by) || other.claims - one.claims,
    );
    return sorted.map(({ by, finding, first: { claim, dates }, claims }) => {
      return { by, finding, claims, claim: claim(), dates };
    });
  }
}
