import { describe, expect, it } from 'vitest';
import { baseOf } from '../../server/rulesets/bases.ts';
import { counters, countersOf } from '../../server/rulesets/counters.ts';
import { effective } from './small-plan.ts';

const city = effective();
const short = (found: ReturnType<typeof counters>) =>
  found.map(({ period, name, kind }) => `${period}.${name}.${kind}`);

describe('the counters of the history', () => {
  it('follow from the limits and forms that read them', () => {
    expect(counters(city)).toEqual([
      { period: 'year', name: 'basic', kind: 'paid', nameIs: 'layer', rules: ['basicStay', 'chronicFee'] },
      { period: 'year', name: 'chronicFee', kind: 'paid', nameIs: 'rule', rules: ['chronicFee'] },
      { period: 'year', name: 'criticalYear', kind: 'paid', nameIs: 'rule', rules: ['criticalYear'] },
      { period: 'event', name: 'accidentScale', kind: 'paid', nameIs: 'rule', rules: ['accidentScale'] },
      { period: 'event', name: 'accidentDays', kind: 'paid', nameIs: 'rule', rules: ['accidentDays'] },
      { period: 'year', name: 'critical', kind: 'base', nameIs: 'layer', rules: ['criticalYear'] },
      { period: 'year', name: 'accidentDays', kind: 'count', nameIs: 'rule', rules: ['accidentDays'] },
    ]);
  });

  it('are asked of a claim only where something of its type can read them', () => {
    expect(short(countersOf(city, 'inpatient'))).toEqual([
      'year.basic.paid',
      'event.accidentScale.paid',
      'event.accidentDays.paid',
      'year.critical.base',
      'year.accidentDays.count',
    ]);
    expect(countersOf(city, 'outpatient')).toEqual([]);
  });

  it('are asked of a claim once the county has set what needs them', () => {
    const set = effective('standards: {chronic.diseases: [diabetes], chronic.ratio: 0.5}\n');
    expect(short(countersOf(set, 'outpatient'))).toEqual(['year.basic.paid']);
  });

  it('of a year are the layer’s where one rule keeps them, else the rule’s, or whose it says', () => {
    const rule = city.rules.find(({ name }) => name === 'criticalYear');
    if (rule?.event.type !== 'reimburse') throw new Error('no such rule');
    const { event } = rule;
    expect(baseOf(city, rule)).toEqual({ period: 'year', name: 'critical' });
    const named = { ...rule, event: { ...event, params: { ...event.params, year: 'basic' } } };
    expect(baseOf(city, named)).toEqual({ period: 'year', name: 'basic' });
    const unknown = { ...rule, event: { ...event, params: { ...event.params, year: 'criticalIllnessBase' } } };
    expect(baseOf({ ...city, rules: [unknown] }, unknown)).toEqual({ period: 'year', name: 'critical' });
    const twin = { ...rule, name: 'twin' };
    expect(baseOf({ ...city, rules: [rule, twin] }, rule)).toEqual({ period: 'year', name: 'criticalYear' });
  });
});
