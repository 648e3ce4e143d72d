import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineDifferences } from '../../editor/standards/text/line-differences.ts';
import { isBelowStandards, pathAt, spanAt } from '../../editor/standards/text/places.ts';
import { root } from '../house/sources.ts';

const text = readFileSync(join(root, 'rules/samples/371525-guanxian-sample.yaml'), 'utf8');
const shown = (...path: (string | number)[]) => {
  const span = spanAt(text, path);
  return span === null ? null : text.slice(span.from, span.to);
};

describe('a place in a county’s text', () => {
  it('is found by its path, a block by its key, what is not there by the nearest that is', () => {
    expect(shown('standards', 'supplementaryMedical.annualCap')).toBe('350000');
    expect(shown('standards', 'criticalIllness.bands', 'full', 1, 'value')).toBe('0.65');
    expect(shown('standards')).toBe('standards');
    expect(shown('standards', 'basicMedical.deductible', '2')).toBe('{1: 100}');
    expect(shown('none')).toBe(null);
  });

  it('tells its path, from the key as from the value', () => {
    const at = (part: string) => pathAt(text, text.indexOf(part) + 1);
    expect(at('supplementaryMedical.annualCap')).toEqual(['standards', 'supplementaryMedical.annualCap']);
    expect(at('350000')).toEqual(['standards', 'supplementaryMedical.annualCap']);
    expect(at('1: 100}')).toEqual(['standards', 'basicMedical.deductible', '1']);
    expect(at('0.65}')).toEqual(['standards', 'criticalIllness.bands', 'full', 1, 'value']);
    expect(pathAt('# only a comment', 3)).toEqual([]);
  });

  it('is found while the text is being typed', () => {
    const half = 'kind: Override\nstandards:\n  accident.medical: 8000\n  accident.de\n';
    expect(pathAt(half, half.indexOf('8000'))).toEqual(['standards', 'accident.medical']);
    expect(isBelowStandards(half.split('\n'), 3)).toBe(true);
    expect(isBelowStandards(half.split('\n'), 1)).toBe(false);
    expect(isBelowStandards('reasons:\n  a: b'.split('\n'), 1)).toBe(false);
  });
});

describe('two texts', () => {
  it('are told apart place by place', () => {
    expect(lineDifferences('a\nb\nc\nd', 'a\nB\nc\nd\ne')).toEqual([
      { line: 2, before: ['b'], after: ['B'] },
      { line: 5, before: [], after: ['e'] },
    ]);
    expect(lineDifferences('a\nb', 'a\nb')).toEqual([]);
    expect(lineDifferences('a\nx\nb', 'a\nb')).toEqual([{ line: 2, before: ['x'], after: [] }]);
    expect(lineDifferences('', 'a')).toEqual([{ line: 1, before: [''], after: ['a'] }]);
  });
});
