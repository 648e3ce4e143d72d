import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedText } from '../../editor/standards/text/change-text.ts';
import { readText } from '../../editor/standards/text/read-text.ts';
import { rewriting, rewrittenText } from '../../editor/standards/text/rewritten-text.ts';
import { sameYaml, valueWith, type YamlMap } from '../../editor/standards/text/yaml-value.ts';
import { root } from '../house/sources.ts';
import { standardId, standardValue, written } from './override-texts.ts';

const sample = readFileSync(join(root, 'rules/samples/371525-guanxian-sample.yaml'), 'utf8');

/** A text with another figure of the one standard in it. */
const rewritten = (lines: string, value: number | undefined, ...path: readonly (string | number)[]) =>
  rewrittenText(`standards:\n${lines}`, ['standards', 'a.b', ...path], value).replace('standards:\n', '');

describe('a figure that the form rewrites', () => {
  it('takes along the comment behind it that told of it', () => {
    const changed = rewrittenText(sample, ['standards', 'medicalAssistance.ratio'], 0.8);
    expect(changed).toBe(sample.replace(/ratio: 0\.75 +# 0\.70 → 0\.75/, 'ratio: 0.8'));
    expect(changed).not.toBe(sample);
  });

  it.each([
    ['  a.b: 0.08 # 低于 10% → 低于 8%\n', 0.07, '  a.b: 0.07\n'],
    ['  a.b: 350000   # 由三十万提高到 35 万元\n', 400_000, '  a.b: 400000\n'],
    ['  a.b: 8000\t# 5,000 → 8,000\r\n', 9000, '  a.b: 9000\r\n'],
    ['  # 由 200 元降为 100 元\n  a.b: 100\n', 50, '  a.b: 50\n'],
    ['  # 由 200 元降为 100 元\n  a.b: 100\n', undefined, ''],
  ])('%j: however the comment writes it, behind it or on the line above', (before, value, after) => {
    expect(rewritten(`${before}  c.d: 1\n`, value)).toBe(`${after}  c.d: 1\n`);
  });

  it('is known among several: in braces, in a band of a list, under a key of its own', () => {
    const line = '  # 一级 200 → 100\n  a.b: {1: 100, 2: 400} # 300 → 400\n';
    expect(rewritten(line, 90, '1')).toBe('  a.b: {1: 90, 2: 400} # 300 → 400\n');
    expect(rewritten(line, 350, '2')).toBe('  # 一级 200 → 100\n  a.b: {1: 100, 2: 350}\n');
    const bands =
      '  # 由 0.55 提到 0.65\n  a.b:   # 足额\n    - {from: 0, value: 0.65} # 65%\n    - {from: 9, value: 0.7}  # 0.6 → 0.7\n';
    expect(rewritten(bands, 0.66, 0, 'value')).toBe(
      '  a.b:   # 足额\n    - {from: 0, value: 0.66}\n    - {from: 9, value: 0.7}  # 0.6 → 0.7\n',
    );
  });

  it.each([
    ['  a.b: 3   # 五（一）1，须写明理由\n', 'of something else'],
    ['  a.b: 3   # 第 3 条，2019年3月3日\n', 'with a clause, a year and a day'],
    ['  a.b: 3   # 5.3.1，2019-03-03，33，1.3\n', 'with numbers that only have its digits in them'],
    ['  # 3 天\n\n  a.b: 3\n', 'on a line that is not right above'],
    ['  c.d: 7   # 3 → 7\n  a.b: 3\n', 'behind another figure'],
  ])('leaves %j as it is: a comment %s', (lines) => {
    expect(rewritten(lines, 4)).toBe(lines.replace('a.b: 3', 'a.b: 4'));
  });

  it('written as it is changes nothing', () => {
    expect(rewrittenText(sample, ['standards', 'medicalAssistance.ratio'], 0.75)).toBe(sample);
  });

  it('takes away no line of a text that only looks like a comment, and no half of a comment', () => {
    const path = ['standards', 'a', 'value'];
    for (const [before, after] of [
      ['    clause: |\n      Table 3\n      # of 80% and more\n', null],
      ['    clause: "see the\n      # 80% there"\n', null],
      ['    # raised by a resolution from 75 % to\n    # 80 % in 2019\n', null],
      ['    # raised to 80 %\n', ''],
    ] as const) {
      const text = (above: string, value: number) => `standards:\n  a:\n${above}    value: ${value}\n`;
      expect(rewrittenText(text(before, 0.8), path, 0.9)).toBe(text(after ?? before, 0.9));
    }
  });

  it('typed letter by letter, and back to what stood there, comes back with its comment', () => {
    const rewrite = rewriting();
    const cap = ['standards', 'supplementaryMedical.annualCap'];
    const medical = ['standards', 'accident.medical'];
    const typed = [3, undefined, 3.5].reduce<string>((text, value) => rewrite(text, cap, value), sample);
    expect(typed).toContain('annualCap: 3.5\n');
    expect(rewrite(typed, cap, 350_000)).toBe(sample);
    // Somewhere else is another change, and so is a text that was changed otherwise.
    const other = rewrite(rewrite(sample, cap, 3), medical, 9000);
    expect(rewrite(other, cap, 350_000)).toContain('annualCap: 350000\n');
    expect(rewrite(sample, cap, 4)).toBe(rewrittenText(sample, cap, 4));
  });

  it('leaves all else of any text as a change without it does, but for whole comments', () => {
    fc.assert(
      fc.property(written, standardId, standardValue, ({ text }, id, value) => {
        const path = ['standards', id];
        const changed = rewrittenText(text, path, value);
        const wanted = valueWith(readText(text)?.value as YamlMap, path, value);
        expect(sameYaml(readText(changed)?.value, wanted), changed).toBe(true);
        const bare = (lines: string) => lines.replaceAll(/[ \t]*#.*/g, '').replaceAll(/^\s*\n/gm, '');
        expect(bare(changed)).toBe(bare(changedText(text, path, value)));
      }),
      { numRuns: 300 },
    );
  });
});
