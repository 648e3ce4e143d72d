import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { classOfNext } from '../../../server/analysis/diff/change.ts';
import { diff } from '../../../server/analysis/diff/diff.ts';
import { sentenceOf } from '../../../server/http/changes/sentence.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { root } from '../../house/sources.ts';
import { effective } from '../../naive/documents.ts';
import { type Change, changed } from '../edges/changed.ts';

const plan = parse(readFileSync(join(root, 'test/analysis/diff/plan.yaml'), 'utf8')) as RuleSet;

/** The plan with stays on the year, and other rules as they are given. */
function planWith(
  rules: RuleSet['rules'],
  limits: NonNullable<RuleSet['limits']>,
  changes: readonly Change[] = [],
): RuleSet {
  const yearly: Change[] = [[['rules', 'medicalStay', 'event', 'params', 'year'], true]];
  const document = changed(plan, [...yearly, ...changes]);
  return { ...document, rules: [...document.rules, ...rules], limits };
}

const second = (name: string): RuleSet['rules'][number] => ({
  name,
  layer: 'medical',
  label: { zh: `另一规则${name}`, en: `another rule ${name}` },
  conditions: { all: [{ fact: 'hospital.level', operator: 'equal', value: 3 }] },
  event: { type: 'reimburse', params: { of: ['outOfScope'], ratio: '$medical.ratio', year: true } },
});
const limit = (name: string, over: string[], per = 'year') => ({
  name,
  label: { zh: name, en: name },
  over,
  per,
  atMost: '$medical.cap',
});

/** What is found, as kind, class and what histories lose. */
function found(before: RuleSet, after: RuleSet): readonly string[] {
  return diff(effective(before), effective(after)).map(({ kind, id, class: own, lostCounters }) =>
    [kind, id, own, ...(lostCounters ?? [])].join(' '),
  );
}

describe('a change by which a counter of histories is read no more', () => {
  const one = planWith([], []);
  const two = planWith([second('grave')], []);

  it('is not better, though its rule pays: with a second rule of the year the layer’s base is the first one’s own', () => {
    expect(found(one, two)).toEqual(['rule-added grave undetermined year.medical.base']);
    const [before, after] = [effective(one), effective(two)];
    const changes = diff(before, after);
    expect(classOfNext(changes)).toBe('undetermined');
    const told = (language: 'zh' | 'en') =>
      changes.map((change) => sentenceOf(change, { before, after, names: null }, language));
    expect(told('en')).toEqual([
      'New rule: another rule grave; applies to: level of hospital is level 3 – counters that histories carry (year.medical.base) are read no more: claims that bring them are refused, or begin at 0',
    ]);
    expect(told('zh')).toEqual([
      '新增规则：另一规则grave；适用于：医院级别为三级，历史中的累计（year.medical.base）不再读取：带来的申请被拒绝，或从 0 起计',
    ]);
  });

  it('is worse as before where its rule is gone', () => {
    expect(found(two, one)).toEqual(['rule-removed grave worse']);
  });

  it('is told where the name is still taken for another counter', () => {
    const cap = [limit('cap', ['medical'])];
    expect(found(planWith([], cap), planWith([second('grave')], cap))).toEqual([
      'rule-added grave undetermined year.medical.base',
    ]);
  });

  it('is the one that loses it, not those beside it', () => {
    const better: Change[] = [[['standards', 'basic.ratio', 'value'], 0.8]];
    const plain: RuleSet['rules'][number] = {
      ...second('plain'),
      event: { type: 'reimburse', params: { of: ['outOfScope'], ratio: '$medical.ratio' } },
    };
    expect(found(one, planWith([second('grave'), plain], [], better))).toEqual([
      'standard-raised basic.ratio better',
      'rule-added grave undetermined year.medical.base',
      'rule-added plain better',
    ]);
  });

  it('can be a limit that is gone, alone or with the other that counts the same', () => {
    const both = [limit('cap', ['basic']), limit('other', ['basic'])];
    expect(found(planWith([], both), planWith([], both.slice(0, 1)))).toEqual(['limit-removed other better']);
    expect(found(planWith([], both.slice(0, 1)), planWith([], []))).toEqual([
      'limit-removed cap undetermined year.basic.paid',
    ]);
    expect(found(planWith([], both), planWith([], []))).toEqual([
      'limit-removed cap undetermined year.basic.paid',
      'limit-removed other undetermined year.basic.paid',
    ]);
    expect(found(planWith([], []), planWith([], both.slice(0, 1)))).toEqual(['limit-added cap worse']);
  });

  it('loses nothing where the name is still taken and nobody asks for the counter', () => {
    expect(found(planWith([], [limit('cap', ['medical'])]), one)).toEqual(['limit-removed cap better']);
    expect(found(planWith([], [limit('cap', ['medical'], 'claim')]), one)).toEqual(['limit-removed cap better']);
  });
});
