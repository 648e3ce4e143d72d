import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** Of a list a fact takes the first item in another order, or of other items. */
export const factItemsReordered: ChangeKind<'fact-items-reordered'> = {
  id: 'fact-items-reordered',
  mirror: 'fact-items-reordered',
  recognises: isPart('fact', 'order'),
  classOf: undetermined,
};
