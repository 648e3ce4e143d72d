import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** Layers pay in another order. */
export const layersReordered: ChangeKind<'layers-reordered'> = {
  id: 'layers-reordered',
  mirror: 'layers-reordered',
  recognises: isPart('layer', 'order'),
  classOf: undetermined,
};
