import type { EffectiveRuleSet, EffectiveStandard, Limit } from './effective-rule-set.ts';
import { amountOf, standardsNamed } from './figure.ts';
import { UNLIMITED } from './standard-at.ts';
import { isWhollyUnset } from './wholly-unset.ts';

/**
 * What a bound comes to before any claim is known. `off`: a part of it is unset; `unlimited`: it bounds nothing; `set`: it may
 * bound, also where one of its parts is unlimited.
 */
export type BoundState = 'off' | 'unlimited' | 'set';

/** The standards as far as their values are asked for. */
type Known = { readonly standards: ReadonlyMap<string, EffectiveStandard> };

/**
 * Whether figures are off, wherever in a declaration they stand: every part of each is needed, so one standard of which nothing
 * is set is enough.
 */
export function isOff({ standards }: Known, figures: unknown): boolean {
  return standardsNamed(figures).some((id) => isWhollyUnset(standards.get(id)));
}

/** The state of a limit's figure. A share of the cost is never unlimited. */
export function boundState(known: Pick<EffectiveRuleSet, 'standards'>, limit: Limit): BoundState {
  const figure = limit.kind === 'leave' ? limit.leave : limit.atMost;
  if (isOff(known, figure)) return 'off';
  if (typeof figure === 'object' && 'share' in figure) return 'set';
  // An `atMost` that is unlimited only leaves the amount as it is.
  const amount = known.standards.get(amountOf(figure).slice(1));
  return amount?.value === UNLIMITED ? 'unlimited' : 'set';
}
