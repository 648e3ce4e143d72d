import { isNamedByClaims } from '../claims-as-sent.ts';
import { type ChangeKind, isRenamed } from './kind.ts';

/** A layer has another name: claims that name the old one, as histories do, are refused. */
export const layerRenamed: ChangeKind<'layer-renamed'> = {
  id: 'layer-renamed',
  mirror: 'layer-renamed',
  recognises: isRenamed('layer'),
  classOf: (one, sides) => (isNamedByClaims(one, sides) ? 'undetermined' : 'neutral'),
};
