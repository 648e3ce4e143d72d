import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A product is insured at another time; when its layers pay is told of them. */
export const productPeriodChanged: ChangeKind<'product-period-changed'> = {
  id: 'product-period-changed',
  mirror: 'product-period-changed',
  recognises: isPart('product', 'period'),
  classOf: neutral,
};
