import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { isYamlMap, valueWith, type YamlValue } from '../text/yaml-value.ts';
import { type CellsRead, readCells } from './cells.ts';
import { FigureInput } from './figure-input.tsx';
import { type Told, useFloorWords } from './floor-words.ts';
import type { Shape } from './shape.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** A standard with a figure for each key, such as a deductible by level of hospital. A range copied from a spreadsheet fills it. */
export function KeyedTable({
  told,
  shape,
}: {
  readonly told: Told;
  readonly shape: Extract<Shape, { kind: 'keyed' }>;
}) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const floorWords = useFloorWords();
  const { value, missesOf, mayWrite, change } = useDraftView();
  const [pasted, setPasted] = useState<CellsRead | null>(null);
  const { standard } = told;
  const own = isYamlMap(value?.standards) ? value.standards[standard.id] : undefined;
  if (own !== undefined && !isYamlMap(own)) return <p className="aside">{words.otherShape}</p>;
  const set = (key: string, figure: YamlValue | undefined) => {
    const next = valueWith(own, [key], figure);
    const isEmpty = isYamlMap(next) && Object.keys(next).length === 0;
    change(['standards', standard.id], isEmpty ? undefined : next);
  };
  const paste = (at: number) => (text: string) => {
    const read = readCells(text, shape.unit, shape.keys.length - at);
    const next = read.figures.reduce<YamlValue | undefined>((sofar, figure, index) => {
      const key = shape.keys[at + index];
      return figure === null || key === undefined ? sofar : valueWith(sofar, [String(key.value)], figure);
    }, own);
    if (next !== undefined) change(['standards', standard.id], next);
    setPasted(read);
    return true;
  };
  return (
    <>
      <table className="standards-keyed">
        <tbody>
          {shape.keys.map(({ value: key, label }, index) => {
            const name = String(key);
            const city = isYamlMap(standard.cityValue as YamlValue)
              ? (standard.cityValue as Record<string, YamlValue>)[name]
              : undefined;
            const wrong = missesOf(standard.id).filter(({ at }) => String(at[0]) === name);
            return (
              <tr key={name}>
                <th scope="row">{label[language]}</th>
                <td>
                  <FigureInput
                    label={words.fieldOf(standard.label[language], label[language])}
                    unit={shape.unit}
                    own={own?.[name]}
                    city={city}
                    wrong={wrong.map((miss) => floorWords(miss, told))}
                    disabled={!mayWrite}
                    onFigure={(figure) => set(name, figure)}
                    onCells={paste(index)}
                  />
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

/** What became of cells that were pasted. */
export function Pasted({ read }: { readonly read: CellsRead }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const cells = read.notRead.map(({ row, column, text }) => words.cell(row, column, text));
  return (
    <p role="status" className={cells.length > 0 ? 'standards-wrong' : 'aside'}>
      {words.pasted(read.figures.filter((figure) => figure !== null).length)}
      {cells.length === 0 ? null : ` ${words.notPasted(cells.join(language === 'zh' ? '、' : ', '))}`}
    </p>
  );
}
