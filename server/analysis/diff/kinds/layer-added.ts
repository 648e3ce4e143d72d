import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** A new layer; what it pays is told of its rules. */
export const layerAdded: ChangeKind<'layer-added'> = {
  id: 'layer-added',
  mirror: 'layer-removed',
  recognises: isAdded('layer'),
  classOf: neutral,
};
