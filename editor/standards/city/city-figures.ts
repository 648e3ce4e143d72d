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
 * Every figure of a standard of a city's draft, through maps and rows in whatever order they stand, with what is in force in its
 * place. A standard whose unit or facts are others than in force is another standard: it is changed where that was written.
 */
export function cityFigures(draft: YamlMap, { id, unit, by, value }: StandardInForce): CityFigures | null {
  const own = valueAt(draft, placeIn(id));
  const written = valueAt(draft, ['standards', id, 'by']) ?? [];
  const facts = isYamlList(written) ? written : [written];
  if (own === undefined || own === null || !isStandardUnit(unit) || !sameYaml(facts, [...by])) return null;
  if (valueAt(draft, ['standards', id, 'unit']) !== unit) return null;
  const leaves = figureLeaves(own, own, by);
  if (!leaves.every(({ isFigure }) => isFigure)) return null;
  // By keys and stretches, not by places: a row that the draft cuts in two stands where another one stood.
  const held = new Map(figureLeaves(value as YamlValue, own, by).map((leaf) => [leaf.path.join('/'), leaf.city]));
  return { unit, leaves: leaves.map((leaf) => ({ ...leaf, city: held.get(leaf.path.join('/')) ?? [] })) };
}

/** What is in force in the place of a figure; undefined where nothing stands there, or several figures. */
export function inForceAt({ city }: FigureLeaf): YamlValue | undefined {
  const [figure, ...others] = city;
  return others.length > 0 || typeof figure === 'object' ? undefined : figure;
}
