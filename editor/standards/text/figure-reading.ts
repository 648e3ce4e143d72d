/** Decimals that a figure of a unit of the rule language may have; of points those of a part of 1. */
const STANDARD_UNITS = {
  ...{ CNY: 2, share: 6, points: 6, factor: 4, number: 4 },
  ...{ days: 0, weeks: 2, hours: 2, months: 2, years: 2 },
  ...{ count: 0, times: 0, persons: 0, households: 0, units: 0, visits: 0, stays: 0, heads: 0, mu: 2, grade: 0 },
} as const;

/** A unit of the rule language whose figures are numbers. */
export type StandardUnit = keyof typeof STANDARD_UNITS;

/** Units whose figures a form takes; `whole` is of a border: a whole number that only its fact says the meaning of. */
export type FigureUnit = StandardUnit | 'whole';

/** Whether a standard of a unit is a figure that a form takes. */
export function isStandardUnit(unit: unknown): unit is StandardUnit {
  return typeof unit === 'string' && Object.hasOwn(STANDARD_UNITS, unit);
}

/** Why what was typed is no figure; said in words where it is shown. */
export type NotRead = 'notAFigure' | 'percentOrShare' | 'negative' | 'tooManyDecimals' | 'wholeOnly' | 'tooLarge';

/** A figure that was understood, or why none was. */
export type FigureRead = { readonly value: number | 'unlimited' } | { readonly problem: NotRead };

const DECIMALS: Readonly<Record<FigureUnit, number>> = { ...STANDARD_UNITS, whole: 0 };

/** The largest amount that the service takes is below it; in CNY. */
export const MOST = 10_000_000_000;

const UNLIMITED = /^(不限|不封顶|不设封顶|无封顶|unlimited|no limit)$/i;

/**
 * A figure as officials type or paste it: separators, `万`, per cent, full-width digits, a unit behind it. What can be read in
 * two ways, such as `8` for a share, is not guessed.
 */
export function readFigure(typed: string, unit: FigureUnit): FigureRead {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
  if (UNLIMITED.test(text)) return { value: 'unlimited' };
  const parts = partsOf(text, unit);
  if (parts === null) return { problem: 'notAFigure' };
  const { sign, digits, shift } = parts;
  if (sign !== '') return { problem: 'negative' };
  const decimal = shifted(digits, shift);
  const value = Number(decimal);
  if (unit === 'share' && shift === 0 && value >= 1) return { problem: 'percentOrShare' };
  if (value >= MOST) return { problem: 'tooLarge' };
  if (decimalsOf(decimal) > DECIMALS[unit]) return { problem: DECIMALS[unit] === 0 ? 'wholeOnly' : 'tooManyDecimals' };
  return { value };
}

/** Of each unit what may stand behind its figures, by how many places it moves the point. */
const BEHIND: Readonly<Partial<Record<FigureUnit, readonly (readonly [RegExp, number])[]>>> = {
  CNY: [
    [/ ?万 ?元?$/, 4],
    [/ ?亿 ?元?$/, 8],
    [/ ?元$/, 0],
  ],
  share: [[/ ?%$/, -2]],
  points: [[/ ?(%|个?百分点|点|points?)$/i, -2]],
  factor: [[/ ?倍$/, 0]],
  days: [[/ ?(天|日|days?)$/i, 0]],
  weeks: [[/ ?(周|个?星期|weeks?)$/i, 0]],
  hours: [[/ ?(个?小时|hours?)$/i, 0]],
  months: [[/ ?(个?月|months?)$/i, 0]],
  years: [[/ ?(年|years?)$/i, 0]],
  times: [[/ ?(次|times)$/i, 0]],
  visits: [[/ ?(次|次就诊|visits?)$/i, 0]],
  stays: [[/ ?(次|次住院|stays?)$/i, 0]],
  count: [
    [/ ?万 ?[份件例]?$/, 4],
    [/ ?[份件例]$/, 0],
  ],
  persons: [
    [/ ?万 ?[人名]?$/, 4],
    [/ ?(人|名|persons?)$/i, 0],
  ],
  households: [
    [/ ?万 ?户?$/, 4],
    [/ ?(户|households?)$/i, 0],
  ],
  units: [[/ ?(份|units?)$/i, 0]],
  heads: [[/ ?(头|只|heads?)$/i, 0]],
  mu: [[/ ?(亩|mu)$/i, 0]],
  grade: [[/ ?级$/, 0]],
};

function partsOf(text: string, unit: FigureUnit): { sign: string; digits: string; shift: number } | null {
  const bare = unit === 'CNY' ? text.replace(/^(¥|CNY|RMB) ?/i, '') : text;
  const suffix = BEHIND[unit]?.find(([pattern]) => pattern.test(bare));
  const [, sign = '', grouped = ''] =
    /^([-−]?)(.*)$/.exec(suffix === undefined ? bare : bare.replace(suffix[0], '')) ?? [];
  if (!/^([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)(\.[0-9]+)?$/.test(grouped)) return null;
  return { sign, digits: grouped.replaceAll(/[, ]/g, ''), shift: suffix?.[1] ?? (unit === 'points' ? -2 : 0) };
}

/** A decimal with its point moved to the right, exactly; to the left where negative. */
export function shifted(decimal: string, places: number): string {
  const [whole = '', part = ''] = decimal.split('.');
  const digits = places < 0 ? whole.padStart(1 - places, '0') + part : whole + part.padEnd(places, '0');
  const point = places < 0 ? Math.max(whole.length, 1 - places) + places : whole.length + places;
  return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/^0+(?=[0-9])/, '').replace(/\.?0*$/, '');
}

/** How many decimals a number is written with. */
export function decimalsOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}
