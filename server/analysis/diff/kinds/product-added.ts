import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** A new product. */
export const productAdded: ChangeKind<'product-added'> = {
  id: 'product-added',
  mirror: 'product-removed',
  recognises: isAdded('product'),
  classOf: neutral,
};
