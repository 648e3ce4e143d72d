import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { type Path, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import { type Band, bandsOf, bandsValue, rangeText, splitBand, withBorder, withoutBand } from './bands.ts';
import { type CellsRead, readCells } from './cells.ts';
import { FigureInput } from './figure-input.tsx';
import { figureWords } from './figure-words.ts';
import { type Told, useFloorWords } from './floor-words.ts';
import { Pasted } from './keyed-table.tsx';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

interface BandsOf {
  readonly told: Told;
  readonly unit: 'CNY' | 'share' | 'days' | 'factor';
  /** Where the bands stand below the standard: nothing, or a key. */
  readonly inside: readonly string[];
  /** What they are called, for those who hear them. */
  readonly label: string;
}

/** Ratios by band: the county's own in the place of the city's, or the city's with a way to set own ones. */
export function BandsTable({ told, unit, inside, label }: BandsOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { value, mayWrite, change } = useDraftView();
  const { standard } = told;
  const path: Path = ['standards', standard.id, ...inside];
  const isByStay = standard.by.includes('stay.number');
  const own = valueAt(value ?? {}, path);
  const city = bandsOf(valueAt(standard.cityValue as YamlValue, inside));
  const ownBands = bandsOf(own);
  if (own !== undefined && ownBands === null) return <p className="aside">{words.otherShape}</p>;
  const toCity = () => {
    const all = valueAt(value ?? {}, ['standards', standard.id]) as YamlMap;
    const isLast = inside.length > 0 && Object.keys(all).length === 1;
    change(isLast ? path.slice(0, -1) : path, undefined);
  };
  return (
    <div className="standards-bands">
      {ownBands === null ? (
        <table className="standards-keyed">
          <tbody>
            {(city ?? []).map((band) => (
              <tr key={band.from}>
                <th scope="row">{rangeText(band, isByStay, words)}</th>
                <td className="aside">{figureWords(band.value, unit, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <OwnBands told={told} unit={unit} label={label} bands={ownBands} inside={inside} path={path} />
      )}
      {mayWrite ? (
        <Button
          size="small"
          aria-label={words.fieldOf(label, ownBands === null ? words.ownBands : words.bandsAsCity)}
          onClick={() => (ownBands === null ? change(path, bandsValue(city ?? [])) : toCity())}
        >
          {ownBands === null ? words.ownBands : words.bandsAsCity}
        </Button>
      ) : null}
    </div>
  );
}

interface OwnBandsOf extends BandsOf {
  readonly bands: readonly Band[];
  readonly path: Path;
}

function OwnBands({ told, unit, label, bands, inside, path }: OwnBandsOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const floorWords = useFloorWords();
  const { missesOf, mayWrite, change } = useDraftView();
  const [pasted, setPasted] = useState<CellsRead | null>(null);
  const set = (next: readonly Band[]) => change(path, bandsValue(next));
  const borderUnit = told.standard.by.includes('stay.number') ? 'days' : 'CNY';
  const wrongOf = (index: number) =>
    missesOf(told.standard.id)
      .filter(({ at }) => at.slice(0, inside.length).join() === inside.join() && at[inside.length] === index)
      .map((miss) => floorWords(miss, told));
  const paste = (at: number) => (text: string) => {
    const read = readCells(text, unit, bands.length - at);
    set(bands.map((band, index) => ({ ...band, value: read.figures[index - at] ?? band.value })));
    setPasted(read);
    return true;
  };
  return (
    <>
      <table className="standards-keyed">
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band, index) => {
            const name = `${label} ${index + 1}`;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is the one of its place
              <tr key={index}>
                <th scope="row">
                  {figureWords(band.from, borderUnit === 'CNY' ? 'CNY' : 'factor', language).replace(/^× | 倍$/g, '')}
                </th>
                <td>
                  {band.to === undefined ? (
                    words.openEnd
                  ) : (
                    <FigureInput
                      label={words.fieldOf(name, words.to)}
                      unit={borderUnit}
                      own={band.to}
                      city={undefined}
                      wrong={[]}
                      disabled={!mayWrite}
                      onFigure={(at) => typeof at === 'number' && set(withBorder(bands, index, at))}
                    />
                  )}
                </td>
                <td>
                  <FigureInput
                    label={words.fieldOf(name, words.value)}
                    unit={unit}
                    own={band.value}
                    city={undefined}
                    wrong={wrongOf(index)}
                    disabled={!mayWrite}
                    onFigure={(figure) =>
                      figure !== undefined &&
                      set(bands.map((one, at) => (at === index ? { ...one, value: figure } : one)))
                    }
                    onCells={paste(index)}
                  />
                  {mayWrite ? (
                    <span className="standards-band-acts">
                      <Button
                        type="link"
                        size="small"
                        aria-label={words.fieldOf(name, words.splitBand)}
                        onClick={() => set(splitBand(bands, index))}
                      >
                        {words.splitBand}
                      </Button>
                      {bands.length > 1 ? (
                        <Button
                          type="link"
                          size="small"
                          aria-label={words.fieldOf(name, words.joinBand)}
                          onClick={() => set(withoutBand(bands, index))}
                        >
                          {words.joinBand}
                        </Button>
                      ) : null}
                    </span>
                  ) : null}
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
