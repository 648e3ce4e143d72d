import { classBesideText, periodMove } from '../period-move.ts';
import type { ChangeKind } from './kind.ts';

/** A layer pays on fewer days. */
export const layerPeriodShortened: ChangeKind<'layer-period-shortened'> = {
  id: 'layer-period-shortened',
  mirror: 'layer-period-extended',
  recognises: (one, sides) => periodMove(one, sides) === 'shortened',
  classOf: (one, sides) => classBesideText(one, sides) ?? 'worse',
};
