import type { Override, RuleSet, StandardDeclaration, StandardValue } from '../../server/rulesets/language.ts';
import type { Draw } from '../naive/random-draw.ts';

/** A county's value for a standard: any other numbers in the same shape. The join takes the better, point by point. */
export function otherValue(draw: Draw, { unit }: StandardDeclaration, value: StandardValue): StandardValue {
  if (typeof value === 'number') {
    const changed = unit === 'share' ? draw.int(0, 1000) / 1000 : Math.round(value * draw.int(0, 300)) / 100;
    return draw.chance(70) ? changed : value;
  }
  if (typeof value !== 'object') return value;
  if (!Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, otherValue(draw, { unit } as StandardDeclaration, one)]),
    );
  return value.map((row) =>
    typeof row === 'object' ? { ...row, value: otherValue(draw, { unit } as StandardDeclaration, row.value) } : row,
  ) as StandardValue;
}

/** An override that sets one standard. */
export function override(id: string, value: StandardValue): Override {
  const period = { from: '2019-01-01', to: '2019-12-31' };
  return {
    kind: 'Override',
    jurisdiction: '371525',
    extends: '371500',
    effective: period,
    reason: '更好',
    standards: { [id]: value },
  } as Override;
}

/** Standards that a figure of money or a share is read from, and whose direction is known; bands keep rising. */
export function improvable({ standards }: RuleSet): readonly string[] {
  const numeric = (value: StandardValue): boolean =>
    typeof value === 'number' ||
    (typeof value === 'object' &&
      Object.values(value).some((one) =>
        numeric(typeof one === 'object' && 'value' in one ? (one.value as StandardValue) : (one as StandardValue)),
      ));
  return Object.entries(standards)
    .filter(
      ([id, { better, value }]) =>
        (better === 'higher' || better === 'lower') && !id.startsWith('bands.') && numeric(value),
    )
    .map(([id]) => id);
}
