import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** Rules of a layer are added up where one alone paid, or the reverse. */
export const layerCombineChanged: ChangeKind<'layer-combine-changed'> = {
  id: 'layer-combine-changed',
  mirror: 'layer-combine-changed',
  recognises: isPart('layer', 'combine'),
  classOf: undetermined,
};
