import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { root } from '../../house/sources.ts';
import { effective } from '../../naive/documents.ts';
import { type Change, changed } from '../edges/changed.ts';

const plan = parse(readFileSync(join(root, 'test/analysis/diff/plan.yaml'), 'utf8')) as RuleSet;
const person = ['rules', 'others', 'conditions', 'all', 1] as const;

/** What is found between two versions of the plan: kinds with classes. */
function found(before: readonly Change[], after: readonly Change[]): readonly string[] {
  return diff(effective(changed(plan, before)), effective(changed(plan, after))).map(
    (change) => `${change.kind} ${change.class}`,
  );
}

describe('a new name hides nothing that has the old one', () => {
  it('as an item that conditions name', () => {
    const named = (word: string): Change[] => [
      [[...person, 'value'], word],
      [['rules', 'others', 'name'], word],
    ];
    expect(found(named('other'), named('poor'))).toEqual([
      'rule-renamed neutral',
      'rule-conditions-changed undetermined',
    ]);
  });

  it('as the period of a limit', () => {
    const named = (word: string): Change[] => [
      [['limits', 'basicYear', 'per'], word],
      [['limits', 'basicYear', 'name'], word],
    ];
    expect(found(named('year'), named('claim'))).toEqual(['limit-renamed neutral', 'limit-count-changed undetermined']);
  });

  it('as a pot', () => {
    const named = (word: string): Change[] => [
      [['rules', 'basicStay', 'event', 'params', 'of'], [word]],
      [['rules', 'basicStay', 'name'], word],
    ];
    expect(found(named('inScope'), named('outOfScope'))).toEqual([
      'rule-renamed undetermined',
      'rule-figures-changed undetermined',
    ]);
  });

  it('as a layer, which limits then mean', () => {
    const twin: Change = [['rules', 'basicStay', 'name'], 'medical'];
    const over: Change = [['limits', 'medicalYear', 'over'], ['medical']];
    const one: Change = [['limits', 'medicalYear', 'over'], ['basicStay']];
    expect(found([twin, over], [over])).toEqual(['rule-renamed undetermined']);
    expect(found([one], [twin, over])).toEqual(['rule-renamed undetermined', 'limit-reach-changed undetermined']);
    expect(found([twin, over], [one])).toEqual(['rule-renamed undetermined', 'limit-reach-changed undetermined']);
  });

  it('as the same fact of another type of claims', () => {
    const { facts, ...type } = structuredClone(plan.claims.inpatient as NonNullable<RuleSet['claims'][string]>);
    const both: Change[] = [[['claims', 'outpatient'], { ...type, label: { zh: '门诊' }, facts }]];
    const { 'person.category': category, ...others } = facts;
    const after: Change[] = [
      ...both,
      [['claims', 'inpatient', 'facts'], { ...others, 'person.kind': category }],
      [[...person, 'fact'], 'person.kind'],
    ];
    expect(found(both, after)).toContain('rule-conditions-changed undetermined');
  });
});

describe('claims that are no longer taken', () => {
  it('of a type that some rule pays are worse', () => {
    const types: Change[] = [
      [['claims', 'outpatient'], structuredClone(plan.claims.inpatient)],
      ...plan.rules.map(
        ({ name }): Change => [
          ['rules', name, 'conditions', 'all', 0],
          { fact: 'claim.type', operator: 'in', value: ['inpatient', 'outpatient'] },
        ],
      ),
    ];
    expect(found(types, [])).toContain('claim-type-removed worse');
    expect(found([], types)).toContain('claim-type-added better');
  });

  it('with an item that is paid nothing are refused instead of answered, which their senders can tell', () => {
    const items: Change = [['claims', 'inpatient', 'facts', 'person.category', 'choice', 'unknown'], { zh: '不详' }];
    const nothing: Change[] = [
      [
        ['rules', 'others', 'conditions', 'all', 1],
        { fact: 'person.category', operator: 'in', value: ['other', 'unknown'] },
      ],
      [['standards', 'terms.away', 'value'], { basic: 'none', medical: 'settled' }],
    ];
    expect(found([items, ...nothing], nothing)).toEqual(['fact-item-removed undetermined']);
    expect(found([items], [])).toEqual(['fact-item-removed worse']);
  });
});

describe('a product that is insured for a shorter time', () => {
  const period: Change = [['products', 'medical', 'period'], { from: '2019-05-01', to: '2019-12-31' }];
  const own: Change = [['layers', 1, 'period'], { from: '2019-03-01', to: '2019-12-31' }];

  it('is told once, by the layer that pays as long, with what that is to people', () => {
    expect(found([], [period])).toEqual(['layer-period-shortened worse']);
    expect(found([period], [])).toEqual(['layer-period-extended better']);
  });

  it('is told by itself where its layer pays at a time of its own', () => {
    expect(found([own], [own, period])).toEqual(['product-period-changed neutral']);
    expect(found([], [own, period])).toEqual(['product-period-changed neutral', 'layer-period-shortened worse']);
  });
});

describe('next year’s plan', () => {
  const effective: Change = [['effective'], { from: '2020-01-01', to: '2020-12-30' }];
  const layer = (from: string, to: string): Change => [['layers', 1, 'period'], { from, to }];

  it('is worse where a layer keeps the days of this year, and pays nothing any more; better the other way round', () => {
    expect(found([], [effective])).toEqual(['layer-period-moved worse', 'period-changed undetermined']);
    expect(found([effective], [])).toEqual(['layer-period-moved better', 'period-changed undetermined']);
    expect(found([], [effective, layer('2018-01-01', '2019-12-31')])[0]).toBe('layer-period-extended worse');
  });

  it('hurts nobody where a product moves with it, or a layer that is the same part of it', () => {
    const moved: Change = [['products', 'medical', 'period'], { from: '2020-01-01', to: '2020-12-30' }];
    expect(found([], [effective, moved])).toEqual(['product-period-changed neutral', 'period-changed undetermined']);
    const half = layer('2019-07-01', '2019-12-31');
    const nextHalf = layer('2020-06-30', '2020-12-30');
    expect(found([half], [effective, nextHalf])).toEqual(['layer-period-moved neutral', 'period-changed undetermined']);
  });
});

describe('terms that are left open', () => {
  const open: Change = [['standards', 'terms.away', 'value'], 'none'];

  it('leave every layer in full: to set them takes from people', () => {
    expect(found([open], [])).toEqual(['standard-key-added worse']);
    expect(found([], [open])).toEqual(['standard-key-removed better']);
  });
});

describe('a layer that another system has settled', () => {
  const basic = (term: string): Change => [['standards', 'terms.away', 'value', 'basic'], term];

  it.each(['none', 'ordinary', 'full'])(
    'by terms is neither better nor worse than %s: only who sends claims knows',
    (term) => {
      expect(found([basic('settled')], [basic(term)])).toEqual(['standard-choice-changed undetermined']);
      expect(found([basic(term)], [basic('settled')])).toEqual(['standard-choice-changed undetermined']);
    },
  );

  it('is nothing to be compared where the rule that tells so is gone or new', () => {
    const rules = plan.rules.filter(({ event }) => event.type !== 'terms');
    const without: Change = [['rules'], rules];
    expect(found([basic('settled')], [basic('settled'), without])).toContain('rule-removed undetermined');
    expect(found([basic('settled'), without], [basic('settled')])).toContain('rule-added undetermined');
    expect(found([], [without])).toContain('rule-removed better');
  });
});
