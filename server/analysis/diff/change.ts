import type { Label } from '../../domain/label.ts';
import type { EffectiveStandard } from '../../rulesets/effective-rule-set.ts';
import type { Difference } from './difference.ts';
import type { ChangeKindId } from './kinds/index.ts';

/**
 * What a change is to claimants: `neutral` where no settlement hangs on it and no claim is refused by it, `mixed` where it
 * is better for some and worse for others, `undetermined` where only a proof can tell, or who sends the claims.
 */
export type ChangeClass = 'better' | 'worse' | 'neutral' | 'mixed' | 'undetermined';

/** One change from one rule set to another. */
export interface Change extends Difference {
  readonly kind: ChangeKindId;
  /** What it is called on the later side, on the earlier one where it is gone. */
  readonly label: Label;
  /** The product, layer or claim type it belongs to; null for what concerns the whole rule set. */
  readonly product: string | null;
  /** The unit of a standard's figures, else null. */
  readonly unit: string | null;
  /** The direction of a standard that favours the claimant, else null. */
  readonly better: EffectiveStandard['better'] | null;
  readonly class: ChangeClass;
  /** Ids of counters that histories carry from before and that are read no more, where that alone leaves the class undetermined. */
  readonly lostCounters?: readonly string[];
  readonly clause: string | null;
  readonly source: Label | null;
  /** The same as long as the change is: 32 hex digits over kind, subject, place, before and after. */
  readonly fingerprint: string;
}

/** What several changes are together: one that only a proof can tell leaves the whole undetermined. */
export function classOfAll(classes: Iterable<ChangeClass>): ChangeClass {
  const all = new Set(classes);
  if (all.has('undetermined')) return 'undetermined';
  if (all.has('mixed') || (all.has('better') && all.has('worse'))) return 'mixed';
  return all.has('better') ? 'better' : all.has('worse') ? 'worse' : 'neutral';
}

/**
 * The changes of a text that goes on from one that has been published. That its period is another is neither good nor bad for
 * anybody: the days that it leaves out stay with what was published before.
 */
export function changesOfNext<One extends Pick<Change, 'kind' | 'class'>>(changes: readonly One[]): readonly One[] {
  return changes.map((change) => (change.kind === 'period-changed' ? { ...change, class: 'neutral' } : change));
}

/** What all changes of a publication are beside the one before it, by which it is numbered. */
export function classOfNext(changes: readonly Pick<Change, 'kind' | 'class'>[]): ChangeClass {
  return classOfAll(changesOfNext(changes).map((change) => change.class));
}

/** The class of the same change looked at from the other side. */
export function turned(one: ChangeClass): ChangeClass {
  return one === 'better' ? 'worse' : one === 'worse' ? 'better' : one;
}
