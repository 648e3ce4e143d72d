import { describe, expect, it } from 'vitest';
import { figureText, unitText } from '../../editor/standards/form/figure-words.ts';
import { isStandardUnit } from '../../editor/standards/text/figure-reading.ts';
import { figureWords } from '../../server/http/value-words.ts';
import { isNumeric } from '../../server/rulesets/checks/units.ts';
import { schemaRegistry } from '../../server/rulesets/schemas.ts';

const standard = schemaRegistry.flat({ $ref: 'language.schema.json#/$defs/standard' });
const units = schemaRegistry.flat(standard.properties?.unit ?? {}).enum as readonly string[];
const numeric = units.filter((unit) => isNumeric(unit));
/** Numbers of nothing in particular. */
const bare = ['number', 'count'];

describe.each(numeric)('a figure in %s', (unit) => {
  it('is said in words, and no code is', () => {
    for (const language of ['zh', 'en'] as const) {
      const told = figureWords(3, unit, language);
      expect(told).toMatch(/[0-9]/);
      expect(told).not.toMatch(/unit[A-Z]/);
      expect(told === '3').toBe(bare.includes(unit));
    }
  });

  it('has a field in the form, with its unit behind it', () => {
    expect(isStandardUnit(unit)).toBe(true);
    if (!isStandardUnit(unit)) return;
    const hasNone = bare.includes(unit) || unit === 'share';
    expect([unitText(unit, 'zh') === '', unitText(unit, 'en') === '']).toEqual([hasNone, hasNone]);
    expect(figureText(0.05, unit, 'zh')).toBe(unit === 'share' ? '5%' : unit === 'points' ? '5' : '0.05');
  });
});

it('what is no number has no such field', () => {
  expect(units.filter((unit) => !numeric.includes(unit)).filter(isStandardUnit)).toEqual([]);
});
