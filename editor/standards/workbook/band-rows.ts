import { bandsOf } from '../form/bands.ts';
import { type Borders, rangeText } from '../form/borders.ts';
import { figureWords } from '../form/figure-words.ts';
import type { FigureUnit } from '../text/figure-reading.ts';
import { type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import type { Carried, DraftRow, Language, ListItem } from './row.ts';
import { workbookWords } from './words.ts';

/** Makes a line of a standard: where it stands below it, which part that is, what the city has there, what its cell holds. */
export type MakeLine = (path: Path, part: string, city: string, carried: Carried) => DraftRow;

/** Bands of a standard, of one key of it where it has any. */
interface Banded {
  /** What the borders between them are. */
  readonly borders: Borders;
  readonly unit: FigureUnit;
  readonly own: YamlValue | undefined;
  readonly city: YamlValue;
  readonly language: Language;
  readonly line: MakeLine;
}

/**
 * A line for each band and one for each border between two; null where the county's are written in another way. Where the
 * county has no bands of its own, the cells of the city's carry nothing.
 */
export function bandRows(
  { borders, unit: valueUnit, own, city, language, line }: Banded,
  key: ListItem | null,
): readonly DraftRow[] | null {
  const inside = key === null ? [] : [String(key.value)];
  const ownHere = valueAt(own, inside);
  const bands = bandsOf(ownHere);
  if (ownHere !== undefined && bands === null) return null;
  const cityBands = bandsOf(valueAt(city, inside)) ?? [];
  const before = key === null ? '' : `${key.label[language]}${language === 'zh' ? '，' : ', '}`;
  return (bands ?? cityBands).flatMap((band, index) => {
    const { from, to, value } = band;
    const cityBand = cityBands.find((one) => one.from === from && one.to === to);
    const figure = bands === null ? value : cityBand?.value;
    const carried: Carried = bands === null ? null : { kind: 'figure', unit: valueUnit };
    const range = before + rangeText(band, borders, language);
    const figures = line([...inside, index, 'value'], range, figureWords(figure, valueUnit, language), carried);
    if (bands === null || to === undefined || index === bands.length - 1) return [figures];
    const { unit } = borders;
    const cityText = figureWords(cityBands[index]?.to, unit, language);
    const part = `${range}${workbookWords[language].border}`;
    return [figures, line([...inside, index, 'to'], part, cityText, { kind: 'figure', unit, isBorder: true })];
  });
}
