import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { YamlValue } from '../text/yaml-value.ts';
import { BandActs, BandRow } from './band-row.tsx';
import { type Band, bandsValue, canSplit, splitBand, withBorder, withoutBand } from './bands.ts';
import { type CellsRead, readCells } from './cells.ts';
import { bordersIn } from './facts.ts';
import { withFigure, withoutFigure } from './figure-edits.ts';
import { type GroupOf, useOwnFigures } from './leaf-table.tsx';
import { Pasted } from './pasted.tsx';
import { formWords } from './words.ts';

interface OwnBandsOf extends GroupOf {
  readonly bands: readonly Band[];
  /** What they are called, for those who hear them. */
  readonly name: string;
}

/** Bands that the county sets itself: where each ends, and its figure beside the city's. A range copied from a spreadsheet fills them. */
export function OwnBands({ told, unit, group: { path, leaves }, bands, name }: OwnBandsOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { own, set: setOwn } = useOwnFigures(told);
  const [pasted, setPasted] = useState<CellsRead | null>(null);
  const city = told.standard.cityValue as YamlValue;
  const borders = bordersIn(told.effective, leaves[0]?.steps.at(-1)?.fact);
  const set = (next: readonly Band[]) => setOwn(withFigure(city, own, path, bandsValue(next)));
  const setFigure = (index: number, figure: YamlValue | undefined) => {
    const at = [...path, index, 'value'];
    setOwn(figure === undefined ? withoutFigure(city, own, at) : withFigure(city, own, at, figure));
  };
  const paste = (at: number) => (text: string) => {
    const read = readCells(text, unit, bands.length - at);
    set(bands.map((band, index) => ({ ...band, value: read.figures[index - at] ?? band.value })));
    setPasted(read);
    return true;
  };
  return (
    <>
      <table className="standards-keyed standards-borders">
        {borders.label === null ? null : <caption>{borders.label[language]}</caption>}
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band, index) => (
            <BandRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is the one of its place
              key={index}
              told={told}
              unit={unit}
              name={`${name} ${index + 1}`}
              band={band}
              border={borders.unit}
              at={[...path, index, 'value']}
              onBorder={(at) => set(withBorder(bands, index, at))}
              onFigure={(figure) => setFigure(index, figure)}
              onCells={paste(index)}
            >
              <BandActs
                name={`${name} ${index + 1}`}
                split={canSplit(band) ? () => set(splitBand(bands, index, borders.unit)) : null}
                join={bands.length > 1 ? () => set(withoutBand(bands, index)) : null}
              />
            </BandRow>
          ))}
        </tbody>
      </table>
      {pasted === null ? null : <Pasted read={pasted} />}
    </>
  );
}
