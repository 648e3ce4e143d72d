import { classOfRuleOrder } from '../order-class.ts';
import { type ChangeKind, isPart } from './kind.ts';

/** Rules stand in another order. */
export const rulesReordered: ChangeKind<'rules-reordered'> = {
  id: 'rules-reordered',
  mirror: 'rules-reordered',
  recognises: isPart('rule', 'order'),
  classOf: classOfRuleOrder,
};
