import { classBesideText, periodMove } from '../period-move.ts';
import type { ChangeKind } from './kind.ts';

/** A layer pays on other days, where some gain and some lose, or on the same days by a period of its own. */
export const layerPeriodMoved: ChangeKind<'layer-period-moved'> = {
  id: 'layer-period-moved',
  mirror: 'layer-period-moved',
  recognises: (one, sides) => ['moved', 'same'].includes(periodMove(one, sides) ?? ''),
  classOf: (one, sides) => classBesideText(one, sides) ?? (periodMove(one, sides) === 'same' ? 'neutral' : 'mixed'),
};
