import { type NotRead, readFigure } from '../text/figure-reading.ts';

/** Units of the figures that guided forms ask for. */
export type TypedUnit = 'share' | 'CNY';

/** Why what was typed into a guided form is no figure of its field; said in words where it is shown. */
export type FigureWrong = NotRead | 'aboveAll';

/** A figure typed into a guided form, which asks for numbers: what has no limit is left empty there. */
export function typedFigure(
  typed: string,
  unit: TypedUnit,
): { readonly value: number } | { readonly wrong: FigureWrong } {
  const read = readFigure(typed, unit);
  if ('problem' in read) return { wrong: read.problem };
  if (read.value === 'unlimited') return { wrong: 'notAFigure' };
  return unit === 'share' && read.value > 1 ? { wrong: 'aboveAll' } : { value: read.value };
}
