import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { sameYaml, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { type Band, bandsOf, bandsValue } from './bands.ts';
import { cityAt, isInRows, withFigure, withoutFigure } from './figure-edits.ts';
import { type GroupOf, LeafTable, useOwnFigures } from './leaf-table.tsx';
import { OwnBands } from './own-bands.tsx';
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
