import { Button } from 'antd';
import { useId, useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { sameYaml, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { type Band, bandsOf, bandsValue, canSplit, splitBand, withBorder, withoutBand } from './bands.ts';
import { type CellsRead, readCells } from './cells.ts';
import { bordersIn } from './facts.ts';
import { cityAt, isInRows, withFigure, withoutFigure } from './figure-edits.ts';
import { FigureInput } from './figure-input.tsx';
import { figureWords } from './figure-words.ts';
import { directionOf } from './floor-ids.ts';
import { CityFigures, type GroupOf, LeafTable, useMissWords, useOwnFigures } from './leaf-table.tsx';
import { Pasted } from './pasted.tsx';
import { rowsOf } from './rows.ts';
import { stepsText } from './step-text.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** Rows of one figure each: a field for each of them, and a way to set where they begin and end. */
export function BandsTable({ told, unit, group }: GroupOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { mayWrite } = useDraftView();
  const { own, set } = useOwnFigures(told);
  const { path, leaves, steps } = group;
  const ownBands = bandsOf(valueAt(own, path));
  const { standard, effective } = told;
  const city = standard.cityValue as YamlValue;
  // Who raises one figure of the city's bands goes on typing in the same field; what was banded otherwise is shown so.
  const [isBanding, setBanding] = useState(() => ownBands !== null && !hasBorders(cityAt(city, own, path), ownBands));
  const label = standard.label[language];
  const name = steps.length === 0 ? label : words.fieldOf(label, stepsText(steps, effective, language));
  const isAsCity = isInRows(path) && sameYaml(cityAt(city, own, path) as YamlValue, [valueAt(own, path) ?? null]);
  const band = () => {
    if (ownBands === null) set(withFigure(city, own, path, bandsValue(leaves.flatMap(bandOf))));
    setBanding(true);
  };
  const toCity = () => {
    set(withoutFigure(city, own, path));
    setBanding(false);
  };
  return (
    <div className="standards-bands">
      {isBanding && ownBands !== null ? (
        <OwnBands told={told} unit={unit} group={group} bands={ownBands} name={name} />
      ) : (
        <LeafTable told={told} unit={unit} group={group} />
      )}
      {mayWrite && !(isBanding && ownBands !== null) ? (
        <Button size="small" aria-label={words.fieldOf(name, words.ownBands)} onClick={band}>
          {words.ownBands}
        </Button>
      ) : null}
      {mayWrite && ownBands !== null && !isAsCity ? (
        <Button size="small" aria-label={words.fieldOf(name, words.bandsAsCity)} onClick={toCity}>
          {words.bandsAsCity}
        </Button>
      ) : null}
    </div>
  );
}

/** Whether the city has rows that begin and end where the county's do. */
function hasBorders([city, ...others]: readonly YamlValue[], bands: readonly Band[]): boolean {
  const rows = rowsOf(city);
  if (rows === null || others.length > 0 || rows.length !== bands.length) return false;
  return rows.every(({ from, to }, index) => from === bands[index]?.from && to === bands[index]?.to);
}

function bandOf({ steps, city: [figure] }: GroupOf['group']['leaves'][number]): readonly Band[] {
  const last = steps.at(-1);
  return last?.kind === 'row' && figure !== undefined ? [{ ...last.row, value: figure }] : [];
}

interface OwnBandsOf extends GroupOf {
  readonly bands: readonly Band[];
  /** What they are called, for those who hear them. */
  readonly name: string;
}

function OwnBands({ told, unit, group: { path, leaves }, bands, name }: OwnBandsOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const missWords = useMissWords(told);
  const { mayWrite } = useDraftView();
  const { own, set: setOwn } = useOwnFigures(told);
  const [pasted, setPasted] = useState<CellsRead | null>(null);
  const heard = useId();
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
          {bands.map((band, index) => {
            const one = `${name} ${index + 1}`;
            const cityHere = cityAt(city, own, [...path, index, 'value']);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is the one of its place
              <tr key={index}>
                <th scope="row">{figureWords(band.from, borders.unit, language)}</th>
                <td className={band.to === undefined ? 'aside' : undefined}>
                  {band.to === undefined ? (
                    words.openEnd
                  ) : (
                    <FigureInput
                      label={words.fieldOf(one, words.to)}
                      unit={borders.unit}
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
                    label={words.fieldOf(one, words.value)}
                    unit={unit}
                    own={band.value}
                    city={cityHere.length === 1 ? cityHere[0] : undefined}
                    wrong={missWords([...path, index, 'value'])}
                    disabled={!mayWrite}
                    describedBy={`${heard}-${index} ${directionOf(told.standard.id)}`}
                    onFigure={(figure) => setFigure(index, figure)}
                    onCells={paste(index)}
                  />
                  <small id={`${heard}-${index}`}>
                    <CityFigures figures={cityHere} unit={unit} section={told.section} />
                  </small>
                  {mayWrite ? (
                    <span className="standards-band-acts">
                      {canSplit(band) ? (
                        <Button
                          type="link"
                          size="small"
                          aria-label={words.fieldOf(one, words.splitBand)}
                          onClick={() => set(splitBand(bands, index, borders.unit))}
                        >
                          {words.splitBand}
                        </Button>
                      ) : null}
                      {bands.length > 1 ? (
                        <Button
                          type="link"
                          size="small"
                          aria-label={words.fieldOf(one, words.joinBand)}
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
