import { useId, useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { type CellsRead, readCells } from './cells.ts';
import { isAtBest } from './direction-text.ts';
import { withFigure, withoutFigure } from './figure-edits.ts';
import type { FigureGroup } from './figure-groups.ts';
import { FigureInput } from './figure-input.tsx';
import type { FigureLeaf } from './figure-leaves.ts';
import { figureWords } from './figure-words.ts';
import { directionOf } from './floor-ids.ts';
import { type Told, useFloorWords } from './floor-words.ts';
import { Pasted } from './pasted.tsx';
import type { FigureShape } from './shape.ts';
import { placeOf } from './some-people.ts';
import { stepsText, stepText } from './step-text.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** Some figures of a standard, and in which unit they are. */
export interface GroupOf {
  readonly told: Told;
  readonly unit: FigureShape['unit'];
  readonly group: FigureGroup;
}

/** A field for each figure of a group, beside the city's. A range copied from a spreadsheet fills it. */
export function LeafTable({ told, unit, group }: GroupOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const missWords = useMissWords(told);
  const { mayWrite } = useDraftView();
  const { own, set } = useOwnFigures(told);
  const [pasted, setPasted] = useState<CellsRead | null>(null);
  const heard = useId();
  const { leaves } = group;
  const city = told.standard.cityValue as YamlValue;
  const put = (value: YamlValue | undefined, { path }: FigureLeaf, figure: YamlValue | undefined) =>
    figure === undefined ? withoutFigure(city, value, path) : withFigure(city, value, path, figure);
  const paste = (at: number) => (text: string) => {
    const read = readCells(text, unit, leaves.length - at);
    const next = read.figures.reduce<YamlValue | undefined>((sofar, figure, index) => {
      const leaf = leaves[at + index];
      return figure === null || leaf === undefined ? sofar : put(sofar, leaf, figure);
    }, own);
    set(next);
    setPasted(read);
    return true;
  };
  return (
    <>
      <table className="standards-keyed">
        <tbody>
          {leaves.map((leaf, index) => {
            const last = leaf.steps.at(-1);
            return (
              <tr key={leaf.path.join('/')}>
                <th scope="row">{last === undefined ? null : stepText(last, told.effective, language)}</th>
                <td>
                  {isAtBestAt(leaf, told, unit) ? (
                    words.asCity(figureWords(leaf.city[0], unit, language))
                  ) : (
                    <FigureInput
                      label={words.fieldOf(
                        told.standard.label[language],
                        stepsText(leaf.steps, told.effective, language),
                      )}
                      unit={unit}
                      own={leaf.own}
                      city={leaf.city.length === 1 ? leaf.city[0] : undefined}
                      wrong={missWords(leaf.path)}
                      disabled={!mayWrite}
                      describedBy={`${heard}-${index} ${directionOf(told.standard.id)}`}
                      onFigure={(figure) => set(put(own, leaf, figure))}
                      onCells={paste(index)}
                    />
                  )}
                  <small id={`${heard}-${index}`} className={group.steps.length === 0 ? 'standards-heard' : undefined}>
                    <CityFigures figures={leaf.city} unit={unit} section={told.section} />
                  </small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {pasted === null ? null : <Pasted read={pasted} />}
    </>
  );
}

/** Whether a place is the city's and nothing is better. */
function isAtBestAt({ own, city }: FigureLeaf, { standard }: Told, unit: GroupOf['unit']): boolean {
  return own === undefined && city.length === 1 && isAtBest(standard, { value: city[0], unit });
}

/** What the city, or everybody where some have a figure of their own, has in the place of a figure; nothing where there is none. */
export function CityFigures({
  figures,
  unit,
  section,
}: {
  readonly figures: readonly YamlValue[];
  readonly unit: GroupOf['unit'];
  readonly section: Told['section'];
}) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  if (figures.length === 0) return null;
  const said = figures.map((figure) => figureWords(figure, unit, language)).join(words.either);
  return section === 'standards' ? words.cityHas(said) : words.allHave(said);
}

/** What the county says of a standard, and a way to say something else. */
export function useOwnFigures({ standard: { id, by }, section }: Told) {
  const { value, change } = useDraftView();
  const path: Path = placeOf(section, id);
  return {
    own: valueAt(value ?? {}, path),
    set: (next: YamlValue | undefined) => {
      if (section === 'standards') change(path, next);
      // Of some people's, the fact that sets them apart comes and goes with their figures.
      else change([section, id], next === undefined ? undefined : { by: by[0] ?? '', value: next });
    },
  };
}

/** Says what is wrong at a place of a standard. */
export function useMissWords(told: Told): (path: Path) => readonly string[] {
  const floorWords = useFloorWords();
  const { missesOf } = useDraftView();
  return (path) => {
    const misses = missesOf(told.standard.id, told.section).filter(
      ({ at }) => at.slice(0, path.length).join('/') === path.join('/'),
    );
    return [...new Set(misses.map((miss) => floorWords(miss, told)))];
  };
}
