import { type ChangeKind, isPart, neutral } from './kind.ts';

/** Another insurance of a county is in the place of a product. */
export const productReplacementChanged: ChangeKind<'product-replacement-changed'> = {
  id: 'product-replacement-changed',
  mirror: 'product-replacement-changed',
  recognises: (one) => isPart('product', 'waiver')(one) && one.before !== null && one.after !== null,
  classOf: neutral,
};
