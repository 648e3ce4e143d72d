import { expect, it } from 'vitest';
import { namedChanges } from '../../editor/standards/draft/named-changes.ts';

const period = { subject: 'ruleSet', kind: 'period-changed' };
const raised = { subject: 'standard', kind: 'standard-raised' };
const waived = { subject: 'product', kind: 'product-waived' };

it('a draft is called by its standards first, and another first day is not counted beside them', () => {
  expect(namedChanges([raised, period])).toEqual([raised]);
  expect(namedChanges([waived, period, raised])).toEqual([raised, waived]);
});

it('another first day is told where it is all that changes', () => {
  expect(namedChanges([period])).toEqual([period]);
  expect(namedChanges([])).toEqual([]);
});
