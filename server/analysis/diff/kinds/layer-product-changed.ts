import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A layer belongs to another product. */
export const layerProductChanged: ChangeKind<'layer-product-changed'> = {
  id: 'layer-product-changed',
  mirror: 'layer-product-changed',
  recognises: isPart('layer', 'product'),
  classOf: neutral,
};
