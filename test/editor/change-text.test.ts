import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedText, Uneditable } from '../../editor/standards/text/change-text.ts';
import { readText } from '../../editor/standards/text/read-text.ts';
import { sameYaml, valueAt, valueWith, type YamlMap } from '../../editor/standards/text/yaml-value.ts';
import { root } from '../house/sources.ts';
import { standardId, standardValue, type Written, written } from './override-texts.ts';

const sample = readFileSync(join(root, 'rules/samples/371525-guanxian-sample.yaml'), 'utf8');
const saidBy = (text: string) => readText(text)?.value as YamlMap;

/** Lines that one text has and the other has not. */
function differing(before: string, after: string): readonly [readonly string[], readonly string[]] {
  const only = (one: string, other: string) => {
    const lines = other.split('\n');
    return one.split('\n').filter((line) => {
      const at = lines.indexOf(line);
      if (at >= 0) lines.splice(at, 1);
      return at < 0;
    });
  };
  return [only(before, after), only(after, before)];
}

describe('a figure changed in a county’s text', () => {
  it('changes its own line and no other, its comment kept', () => {
    const changed = changedText(sample, ['standards', 'supplementaryMedical.annualCap'], 400_000);
    expect(differing(sample, changed)).toEqual([
      ['  supplementaryMedical.annualCap: 350000                # 300,000 → 350,000'],
      ['  supplementaryMedical.annualCap: 400000                # 300,000 → 350,000'],
    ]);
    expect(changedText(changed, ['standards', 'supplementaryMedical.annualCap'], 350_000)).toBe(sample);
  });

  it('is a key, or one value of one band', () => {
    expect(differing(sample, changedText(sample, ['standards', 'basicMedical.deductible', '2'], 400))[1]).toEqual([
      '  basicMedical.deductible: {1: 100, 2: 400}',
    ]);
    const band = ['standards', 'criticalIllness.bands', 'full', 1, 'value'];
    expect(differing(sample, changedText(sample, band, 0.7))[1]).toEqual([
      '    full: [{from: 0, to: 50000, value: 0.55}, {from: 50000, to: 200000, value: 0.7}, {from: 200000, value: 0.75}]',
    ]);
  });

  it('comes beside those of its product where it is new, and leaves one line less where it is taken away', () => {
    const added = changedText(sample, ['standards', 'accident.death'], 40_000);
    expect(differing(sample, added)).toEqual([[], ['  accident.death: 40000']]);
    expect(added.indexOf('accident.death')).toBeGreaterThan(added.indexOf('accident.medical'));
    expect(added.indexOf('accident.death')).toBeLessThan(added.indexOf('property.theft'));
    expect(changedText(added, ['standards', 'accident.death'], undefined)).toBe(sample);
  });

  it('fills the heading that a county without standards begins with, and empties it again', () => {
    const heading = 'reason:         # why\nstandards: {}   # only the figures\n';
    const one = changedText(heading, ['standards', 'accident.medical'], 8000);
    expect(one).toBe('reason:         # why\nstandards:   # only the figures\n  accident.medical: 8000\n');
    expect(changedText(one, ['reason'], '多付一些')).toContain('reason: 多付一些         # why\n');
    expect(saidBy(changedText(one, ['standards', 'accident.medical'], undefined))).toEqual(saidBy(heading));
    expect(saidBy(changedText('kind: Override\n', ['standards', 'a.b'], 1))).toEqual({
      kind: 'Override',
      standards: { 'a.b': 1 },
    });
  });

  it('is refused in a text that cannot be read, and in one that cannot be changed without touching more', () => {
    for (const text of ['a: [', '- 1', '', 'a: 1\na: 2'])
      expect(() => changedText(text, ['standards', 'x.y'], 1), text).toThrow(Uneditable);
  });
});

describe('form and text, on any text and any change', () => {
  /** Comments are lost only with what they stand in. */
  const comments = (text: string) => text.match(/#[^\n\r]*/g) ?? [];

  it('lose nothing: the text says what was asked for and everything else as before, in its own words', () => {
    const tried = { changed: 0, added: 0, removed: 0 };
    fc.assert(
      fc.property(written, standardId, fc.option(standardValue), ({ text, standards }: Written, id, given) => {
        const value = given ?? undefined;
        const had = Object.hasOwn(standards, id);
        tried[value === undefined ? 'removed' : had ? 'changed' : 'added'] += 1;
        const changed = changedText(text, ['standards', id], value);
        expect(sameYaml(saidBy(changed), valueWith(saidBy(text), ['standards', id], value)), changed).toBe(true);
        const [gone] = differing(text, changed);
        if (!had) {
          expect(comments(changed)).toEqual(comments(text));
          // Only a last line that had no end can differ from itself.
          expect(gone.length).toBe(0);
        }
        const ownLines = (lines: string) => lines.split(/\r?\n/).filter((line) => /^\s*#/.test(line));
        expect(ownLines(changed)).toEqual(ownLines(text));
      }),
      { numRuns: 600 },
    );
    expect(Math.min(...Object.values(tried))).toBeGreaterThan(30);
  });

  it('a figure in the place of a figure changes one line, and the first again gives the same bytes', () => {
    let tried = 0;
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 999_999 }), ({ text, standards }, figure) => {
        const found = Object.entries(standards).find(([, value]) => typeof value === 'number' && value !== figure);
        if (found === undefined) return;
        tried += 1;
        const path = ['standards', found[0]];
        const changed = changedText(text, path, figure);
        const [gone, come] = differing(text, changed);
        expect([gone.length, come.length]).toEqual([1, 1]);
        expect(valueAt(saidBy(changed), path)).toBe(figure);
        expect(changedText(changed, path, found[1])).toBe(text);
      }),
      { numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});
