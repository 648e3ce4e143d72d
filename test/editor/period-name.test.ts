import { describe, expect, it } from 'vitest';
import { periodName } from '../../editor/calculator/period-name.ts';

const year = { year: '本年度', event: '同一事故', householdYear: '本户本年度' };
const zh = { ...year, quarter: '本季度', month: '本月', day: '当日', thisPeriod: (label: string) => `本${label}` };
const en = { ...zh, quarter: 'this quarter', thisPeriod: (label: string) => `this ${label}` };
const policyYear = { period: 'policyYear', periodLabel: { zh: '保险年度', en: 'policy year' } };

describe('a period of the history is called', () => {
  it('as the rule set calls it', () => {
    expect(periodName(policyYear, zh, 'zh')).toBe('本保险年度');
    expect(periodName(policyYear, en, 'en')).toBe('this policy year');
  });

  it('as the rule set calls it even where the page has a name for it', () => {
    expect(periodName({ period: 'event', periodLabel: { zh: '次事故', en: 'accident' } }, zh, 'zh')).toBe('本次事故');
  });

  it('as the page calls it, where the rule set says nothing', () => {
    expect(periodName({ period: 'quarter', periodLabel: null }, zh, 'zh')).toBe('本季度');
    expect(periodName({ period: 'quarter', periodLabel: null }, en, 'en')).toBe('this quarter');
  });

  it('by its id, where nobody has a word for it, whatever objects inherit', () => {
    for (const period of ['policyYear', 'toString'])
      expect(periodName({ period, periodLabel: null }, en, 'en')).toBe(period);
  });
});
