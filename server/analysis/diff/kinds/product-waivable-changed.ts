import { type ChangeKind, isPart, neutral } from './kind.ts';

/** Whether a county may waive a product was changed. */
export const productWaivableChanged: ChangeKind<'product-waivable-changed'> = {
  id: 'product-waivable-changed',
  mirror: 'product-waivable-changed',
  recognises: isPart('product', 'waivable'),
  classOf: neutral,
};
