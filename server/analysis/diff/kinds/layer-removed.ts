import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** A layer is gone; what it paid is told of its rules. */
export const layerRemoved: ChangeKind<'layer-removed'> = {
  id: 'layer-removed',
  mirror: 'layer-added',
  recognises: isRemoved('layer'),
  classOf: neutral,
};
