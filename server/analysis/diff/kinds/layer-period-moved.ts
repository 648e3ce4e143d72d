import { periodMove } from '../period-move.ts';
import type { ChangeKind } from './kind.ts';

/** A layer pays on other days: some gain, some lose. */
export const layerPeriodMoved: ChangeKind<'layer-period-moved'> = {
  id: 'layer-period-moved',
  mirror: 'layer-period-moved',
  recognises: (one) => periodMove(one) === 'moved',
  classOf: () => 'mixed',
};
