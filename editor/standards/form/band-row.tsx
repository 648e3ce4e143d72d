import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { Path, YamlValue } from '../text/yaml-value.ts';
import type { Band } from './bands.ts';
import type { Borders } from './borders.ts';
import { cityAt } from './figure-edits.ts';
import { FigureInput } from './figure-input.tsx';
import { figureWords } from './figure-words.ts';
import { directionOf } from './floor-ids.ts';
import { CityFigures, type GroupOf, useMissWords, useOwnFigures } from './leaf-table.tsx';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

interface BandRowOf extends Pick<GroupOf, 'told' | 'unit'> {
  /** What it is called, for those who hear it. */
  readonly name: string;
  readonly band: Band;
  /** The unit of where it begins and ends. */
  readonly border: Borders['unit'];
  /** The place of its figure in the standard. */
  readonly at: Path;
  readonly onBorder: (at: number) => void;
  readonly onFigure: (figure: YamlValue | undefined) => void;
  /** A range of cells was pasted into its figure. @returns whether it was taken */
  readonly onCells: (text: string) => boolean;
  /** What can be done with it as a whole. */
  readonly children: ReactNode;
}

/** A band of a county's own: fields for where it ends and for its figure, beside what the city has there. */
export function BandRow({ told, unit, name, band, border, at, onBorder, onFigure, onCells, children }: BandRowOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const missWords = useMissWords(told);
  const { mayWrite } = useDraftView();
  const { own } = useOwnFigures(told);
  const heard = useId();
  const city = cityAt(told.standard.cityValue as YamlValue, own, at);
  return (
    <tr>
      <th scope="row">{figureWords(band.from, border, language)}</th>
      <td className={band.to === undefined ? 'aside' : undefined}>
        {band.to === undefined ? (
          words.openEnd
        ) : (
          <FigureInput
            label={words.fieldOf(name, words.to)}
            unit={border}
            own={band.to}
            city={undefined}
            wrong={[]}
            disabled={!mayWrite}
            onFigure={(to) => typeof to === 'number' && onBorder(to)}
          />
        )}
      </td>
      <td>
        <FigureInput
          label={words.fieldOf(name, words.value)}
          unit={unit}
          own={band.value}
          city={city.length === 1 ? city[0] : undefined}
          wrong={missWords(at)}
          disabled={!mayWrite}
          describedBy={`${heard} ${directionOf(told.standard.id)}`}
          onFigure={onFigure}
          onCells={onCells}
        />
        <small id={heard}>
          <CityFigures figures={city} unit={unit} section={told.section} />
        </small>
        {mayWrite ? children : null}
      </td>
    </tr>
  );
}

interface BandActsOf {
  /** What the band is called, for those who hear it. */
  readonly name: string;
  /** Null where it is too narrow to be two. */
  readonly split: (() => void) | null;
  /** Null where there is no other that it could become one with. */
  readonly join: (() => void) | null;
}

/** Makes two bands of one, or one of two. */
export function BandActs({ name, split, join }: BandActsOf) {
  const words = useWords(formWords);
  return (
    <span className="standards-band-acts">
      {split === null ? null : (
        <Button type="link" size="small" aria-label={words.fieldOf(name, words.splitBand)} onClick={split}>
          {words.splitBand}
        </Button>
      )}
      {join === null ? null : (
        <Button type="link" size="small" aria-label={words.fieldOf(name, words.joinBand)} onClick={join}>
          {words.joinBand}
        </Button>
      )}
    </span>
  );
}
