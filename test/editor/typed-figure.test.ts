import { describe, expect, it } from 'vitest';
import { typedFigure } from '../../editor/standards/added/typed-figure.ts';

describe('a figure typed into a guided form', () => {
  it.each([
    ['30%', 'share', { value: 0.3 }],
    ['0.3', 'share', { value: 0.3 }],
    ['100%', 'share', { value: 1 }],
    ['２万', 'CNY', { value: 20_000 }],
    // What can be meant in two ways, or cannot be paid, is told and not guessed.
    ['30', 'share', { wrong: 'percentOrShare' }],
    ['150%', 'share', { wrong: 'aboveAll' }],
    ['不限', 'CNY', { wrong: 'notAFigure' }],
    ['好几千', 'CNY', { wrong: 'notAFigure' }],
    ['-5', 'CNY', { wrong: 'negative' }],
  ] as const)('%s as %s', (typed, unit, read) => {
    expect(typedFigure(typed, unit)).toEqual(read);
  });
});
