import { expect, it } from 'vitest';
import { inheritedIn } from '../../editor/standards/draft/inherited.ts';

const origin = `standards:
  accident.medical: 8000   # as published
  basic.ratio: {1: 0.8, 2: 0.7}
  "odd/name": [{from: 0, value: 1}, {from: 10, value: 2}]
`;

it('a figure is inherited where the text that a draft was begun from has it, at that very place', () => {
  const text = `standards:
  basic.ratio: {2: 0.6, 1: 0.8}
  "odd/name": [{from: 0, value: 3}, {from: 10, value: 2}]
  accident.medical: 8000.0
`;
  const inherited = inheritedIn(text, origin);
  expect(inherited('/standards/accident.medical')).toBe(true);
  expect([inherited('/standards/basic.ratio/1'), inherited('/standards/basic.ratio/2')]).toEqual([true, false]);
  expect([inherited('/standards/odd~1name/0/value'), inherited('/standards/odd~1name/1/value')]).toEqual([false, true]);
});

it('what neither text has, and what cannot be read, is nobody’s', () => {
  expect(inheritedIn(origin, origin)('/standards/none')).toBe(false);
  expect(inheritedIn(': [', origin)('/standards/accident.medical')).toBe(false);
  expect(inheritedIn(origin, 'standards: {}')('/standards/accident.medical')).toBe(false);
});
