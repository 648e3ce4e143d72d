import { classBesideText, periodMove } from '../period-move.ts';
import type { ChangeKind } from './kind.ts';

/** A layer pays on more days. */
export const layerPeriodExtended: ChangeKind<'layer-period-extended'> = {
  id: 'layer-period-extended',
  mirror: 'layer-period-shortened',
  recognises: (one, sides) => periodMove(one, sides) === 'extended',
  classOf: (one, sides) => classBesideText(one, sides) ?? 'better',
};
