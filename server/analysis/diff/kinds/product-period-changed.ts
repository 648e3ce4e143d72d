import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A product is insured at another time, and no layer that pays as long tells so: those have periods of their own, or there are none. */
export const productPeriodChanged: ChangeKind<'product-period-changed'> = {
  id: 'product-period-changed',
  mirror: 'product-period-changed',
  recognises: isPart('product', 'period'),
  classOf: neutral,
};
