import { addDays, type CalendarDate, covers, type Period, shared as sharedDays } from '../../domain/dates.ts';
import type { Both } from './both.ts';
import type { SharedClaim } from './shared-claim.ts';
import type { Threshold } from './threshold.ts';

/** A day on which claims are compared; two days where no day lies in both rule sets' periods. */
export interface ComparedDate {
  readonly dates: Both<CalendarDate>;
  readonly meets: Threshold;
}

/** What lies in one period only is no claim of the other. */
export interface ComparedDates {
  readonly dates: readonly ComparedDate[];
  /** How many of the days beside bounds lie in the period of one rule set only. */
  readonly oneSided: number;
}

const words = { zh: '日期', en: 'date' };

/**
 * The first and last day of every period of either rule set, its layers and the facts' classes, and the days beside, as far
 * as both rule sets' periods reach. Where these have no day in common, first day beside first day and last beside last.
 */
export function comparedDates({ sides }: SharedClaim, cuts: readonly string[]): ComparedDates {
  const { from, to } = sides;
  const periods = [from.ruleSet.period, to.ruleSet.period] as const;
  const common = sharedDays(...periods);
  if (common === null) return { dates: besideEachOther(...periods), oneSided: 0 };
  const bounds = new Map<string, Threshold>();
  const layers = [from, to].flatMap(({ claimType }) => claimType.layers);
  for (const { period, name, label } of layers) addBounds(bounds, period, name, label);
  for (const period of periods) addBounds(bounds, period, 'ruleSet', words);
  for (const at of cuts) addBounds(bounds, { from: at, to: at }, 'claim.date', words);
  const days = [...bounds].sort(([a], [b]) => (a < b ? -1 : 1));
  const inBoth = days.filter(([day]) => covers(common, day));
  const inOne = days.filter(([day]) => periods.filter((period) => covers(period, day)).length === 1);
  return { dates: inBoth.map(([day, meets]) => ({ dates: { from: day, to: day }, meets })), oneSided: inOne.length };
}

function addBounds(bounds: Map<string, Threshold>, period: Period, id: string, label: Threshold['label']): void {
  const keep = (day: string | null, at: string, side: Threshold['side']) => {
    if (day === null) return;
    const known = bounds.get(day);
    // The first or last day itself tells more than the day beside another period.
    if (known === undefined || (known.side !== 'at' && side === 'at'))
      bounds.set(day, { kind: 'date', id, label, at, side });
  };
  for (const at of period.to === undefined ? [period.from] : [period.from, period.to]) {
    keep(at, at, 'at');
    keep(addDays(at, -1), at, 'below');
    keep(addDays(at, 1), at, 'above');
  }
}

function besideEachOther(one: Period, other: Period): readonly ComparedDate[] {
  const pair = (from: string, to: string): ComparedDate => ({
    dates: { from, to },
    meets: { kind: 'date', id: 'ruleSet', label: words, at: from, side: 'at' },
  });
  const first = pair(one.from, other.from);
  return one.to === undefined || other.to === undefined ? [first] : [first, pair(one.to, other.to)];
}
