import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A county has given up the insurance of its own in the place of a product. */
export const productInsured: ChangeKind<'product-insured'> = {
  id: 'product-insured',
  mirror: 'product-waived',
  recognises: (one) => isPart('product', 'waiver')(one) && one.after === null,
  classOf: neutral,
};
