import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { RuleSet } from '../language.ts';
import { isUnset } from '../rank.ts';
import { scalarsIn } from '../standard-at.ts';
import type { Complaint } from './complaint.ts';
import { labelsOfNothing } from './labels-of-nothing.ts';
import type { Scope } from './scope.ts';

/** What is called something in `channels` is an item that the channel of some layer can be. */
export function* checkChannelLabels({ channels, layers }: RuleSet, scope: Scope): Generator<Complaint> {
  const told = layers.flatMap(({ channel }) => (channel === undefined ? [] : [channel.slice(1)]));
  const known = new Set([...new Set(told)].flatMap((id) => itemsOf(scope.standards.get(id))));
  yield* labelsOfNothing(channels, known, '/channels', 'labelOfNoChannel');
}

/** The items of a choice: in its order those that a county may set, and those that stand in its value. */
function itemsOf(standard: EffectiveStandard | undefined): readonly string[] {
  if (standard === undefined) return [];
  return [...standard.order, ...[...scalarsIn(standard.value)].map(String)].filter((item) => !isUnset(standard, item));
}
