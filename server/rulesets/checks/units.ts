import type { Label } from '../../domain/label.ts';
import type { FactKind } from '../effective-rule-set.ts';
import { inBoth } from '../words.ts';

/** What a unit's values are: money, a share, another number, or something that is no number. */
export type UnitKind = 'money' | 'share' | 'number' | 'list' | 'boolean' | 'choice' | 'terms';

const kinds: Readonly<Record<string, UnitKind>> = {
  CNY: 'money',
  share: 'share',
  points: 'share',
  list: 'list',
  boolean: 'boolean',
  choice: 'choice',
  terms: 'terms',
};

/** What kind of value a unit stands for; units not named are counts of something. */
export function unitKind(unit: string): UnitKind {
  return Object.hasOwn(kinds, unit) ? (kinds[unit] ?? 'number') : 'number';
}

/** Whether values of a unit are numbers. */
export function isNumeric(unit: string): boolean {
  return ['money', 'share', 'number'].includes(unitKind(unit));
}

const unitCodes: Readonly<Record<UnitKind, string>> = {
  money: 'measureMoney',
  share: 'measureShare',
  number: 'measureNumber',
  list: 'measureList',
  boolean: 'measureBoolean',
  choice: 'measureChoice',
  terms: 'measureTerms',
};

/** A unit in words. */
export function unitWords(unit: string): Label {
  const { zh, en } = inBoth(unitCodes[unitKind(unit)]);
  return { zh: `${zh}（${unit}）`, en: `${en} (${unit})` };
}

const timeCodes: Readonly<Record<string, string>> = {
  hours: 'timeHours',
  weeks: 'timeWeeks',
  months: 'timeMonths',
  years: 'timeYears',
};

/** What a number counts, in words where it is time, else by its unit. */
export function countedWords(unit: string): Label {
  const code = Object.hasOwn(timeCodes, unit) ? timeCodes[unit] : undefined;
  return code === undefined ? { zh: unit, en: unit } : inBoth(code);
}

const factCodes: Readonly<Record<FactKind['kind'], string>> = {
  choice: 'factChoice',
  money: 'factMoney',
  integer: 'factInteger',
  decimal: 'factDecimal',
  boolean: 'factBoolean',
  date: 'factDate',
  text: 'factText',
  list: 'factList',
  daysBetween: 'factDays',
};

/** A kind of fact in words. */
export function factWords(kind: FactKind['kind']): Label {
  return inBoth(factCodes[kind]);
}
