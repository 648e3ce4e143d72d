import { type ChangeKind, isRenamed, neutral } from './kind.ts';

/** A layer has another name; the history kept under the old one is no longer read. */
export const layerRenamed: ChangeKind<'layer-renamed'> = {
  id: 'layer-renamed',
  mirror: 'layer-renamed',
  recognises: isRenamed('layer'),
  classOf: neutral,
};
