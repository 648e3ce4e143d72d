import { type ChangeKind, isRenamed, neutral } from './kind.ts';

/** A product has another id. */
export const productRenamed: ChangeKind<'product-renamed'> = {
  id: 'product-renamed',
  mirror: 'product-renamed',
  recognises: isRenamed('product'),
  classOf: neutral,
};
