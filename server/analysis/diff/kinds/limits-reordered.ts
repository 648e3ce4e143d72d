import { type ChangeKind, isPart, neutral } from './kind.ts';

/** Limits stand in another order: all of them bind, whatever it is. */
export const limitsReordered: ChangeKind<'limits-reordered'> = {
  id: 'limits-reordered',
  mirror: 'limits-reordered',
  recognises: isPart('limit', 'order'),
  classOf: neutral,
};
