import { type FigureLeaf, figureLeaves } from '../form/figure-leaves.ts';
import { type FigureUnit, isStandardUnit } from '../text/figure-reading.ts';
import { isYamlList, type Path, sameYaml, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';

/** What a form has to know of a standard that is in force. */
interface StandardInForce {
  readonly id: string;
  readonly unit: string;
  /** The facts that key its value, in the order in which it nests. */
  readonly by: readonly string[];
  readonly value: unknown;
}

/** The figures of a city's standard as its draft has them; null for what is written in the text alone. */
export interface CityFigures {
  readonly unit: FigureUnit;
  readonly leaves: readonly FigureLeaf[];
}

/** Where the value of a standard stands in a city's text. */
export function placeIn(id: string, path: Path = []): Path {
  return ['standards', id, 'value', ...path];
}

/**
 * Every figure of a standard of a city's draft, through maps and rows in whatever order they stand. A standard whose unit or facts
 * are others than in force is another standard: it is changed where that was written.
 */
export function cityFigures(value: YamlMap, { id, unit, by }: StandardInForce): CityFigures | null {
  const own = valueAt(value, placeIn(id));
  const written = valueAt(value, ['standards', id, 'by']) ?? [];
  const facts = isYamlList(written) ? written : [written];
  if (own === undefined || own === null || !isStandardUnit(unit) || !sameYaml(facts, [...by])) return null;
  if (valueAt(value, ['standards', id, 'unit']) !== unit) return null;
  const leaves = figureLeaves(own, own, by);
  return leaves.every(({ isFigure }) => isFigure) ? { unit, leaves } : null;
}

/** What is in force in the place of a figure; undefined where nothing stands there. */
export function inForceAt({ value }: Pick<StandardInForce, 'value'>, { path }: FigureLeaf): YamlValue | undefined {
  const found = valueAt(value as YamlValue, path);
  return typeof found === 'object' ? undefined : found;
}
