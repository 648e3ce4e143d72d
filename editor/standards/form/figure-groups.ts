import { type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { bandsOf } from './bands.ts';
import type { FigureLeaf, Step } from './figure-leaves.ts';

/** Figures of a standard that stand in one map or under one row after the other, in the order of the text. */
export interface FigureGroup {
  /** Where the map or the rows stand below the standard. */
  readonly path: Path;
  /** What leads there. */
  readonly steps: readonly Step[];
  readonly leaves: readonly FigureLeaf[];
  /** Whether they are rows of one figure each, which can be cut and joined. */
  readonly isBands: boolean;
}

/** The figures of a standard by what they stand in. */
export function figureGroups(leaves: readonly FigureLeaf[], own: YamlValue | undefined): readonly FigureGroup[] {
  const groups = new Map<string, FigureLeaf[]>();
  for (const leaf of leaves) {
    const key = JSON.stringify(aboveOf(leaf));
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  return [...groups.values()].map((inside) => {
    const [first] = inside;
    const path = first === undefined ? [] : aboveOf(first);
    const steps = first?.steps.slice(0, -1) ?? [];
    const ownHere = valueAt(own, path);
    const isBands = ownHere === undefined ? areWhole(inside) : bandsOf(ownHere) !== null;
    return { path, steps, leaves: inside, isBands: isBands && inside.every(({ isFigure }) => isFigure) };
  });
}

/** Where the map or the rows of a figure stand. */
function aboveOf({ path, steps }: FigureLeaf): Path {
  return path.slice(0, steps.at(-1)?.kind === 'row' ? -2 : -1);
}

/** Whether figures are all rows of one list: from 0 to the open end without a gap, in which other rows would stand. */
function areWhole(leaves: readonly FigureLeaf[]): boolean {
  const rows = leaves.flatMap(({ steps }) => {
    const last = steps.at(-1);
    return last?.kind === 'row' ? [last.row] : [];
  });
  return (
    rows[0]?.from === 0 && rows.length === leaves.length && rows.every(({ to }, index) => to === rows[index + 1]?.from)
  );
}
