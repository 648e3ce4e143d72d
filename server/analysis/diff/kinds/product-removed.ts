import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** A product is gone. */
export const productRemoved: ChangeKind<'product-removed'> = {
  id: 'product-removed',
  mirror: 'product-added',
  recognises: isRemoved('product'),
  classOf: neutral,
};
