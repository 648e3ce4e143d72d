import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A county insures a product by an insurance of its own; its figures are told of the standards. */
export const productWaived: ChangeKind<'product-waived'> = {
  id: 'product-waived',
  mirror: 'product-insured',
  recognises: (one) => isPart('product', 'waiver')(one) && one.before === null,
  classOf: neutral,
};
