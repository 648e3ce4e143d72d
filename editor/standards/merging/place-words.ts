import type { EffectiveRules } from '../../api/effective.ts';
import type { Language } from '../../language/language.tsx';
import { figureWords } from '../form/figure-words.ts';
import type { DraftView } from '../form/view.ts';
import { isStandardUnit } from '../text/figure-reading.ts';
import { flowText, isYamlMap, type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { draftRows } from '../workbook/draft-rows.ts';
import type { DraftRow } from '../workbook/row.ts';
import { rowWords } from '../workbook/row-words.ts';
import { somePlace } from './some-place.ts';
import { mergingWords } from './words.ts';

/** A place of a draft, and what it says there, in the words of its form. */
export interface PlaceWords {
  readonly name: string;
  readonly say: (value: YamlValue | undefined) => string;
}

/**
 * Says places of a draft in words.
 * @param view null where the form of a county's draft cannot stand, and of a city's draft
 * @param standards what standards are called and are of, where that is known; else places go by the text's own keys
 */
export function placeWords(
  view: DraftView | null,
  standards: EffectiveRules['standards'],
  language: Language,
): (path: Path) => PlaceWords {
  const rows = view === null ? [] : draftRows(view, language);
  const words = mergingWords[language];
  return (path) => {
    const row = rows.find((one) => isAt(one.path, path) && one.path.length === path.length);
    if (row !== undefined)
      return { name: named(row.label, row.part, language), say: (value) => rowWords(row, value, language) };
    const beneath = rows.filter((one) => isAt(one.path, path));
    const [first] = beneath;
    if (first !== undefined) return { name: first.label, say: (value) => sayAll(beneath, path, value, language) };
    const some = view === null ? null : somePlace(path, view, language);
    if (some !== null) return some;
    const standard = path[0] === 'standards' ? standards[String(path[1])] : undefined;
    if (standard === undefined) return { name: path.join('.'), say: (value) => said(value, words.nothing) };
    const unit = isStandardUnit(standard.unit) ? standard.unit : null;
    // In a city's text figures stand below a key of their own.
    const keys = path.slice(path[2] === 'value' ? 3 : 2);
    const say = (value: YamlValue | undefined) =>
      unit !== null && typeof value === 'number' ? figureWords(value, unit, language) : said(value, words.nothing);
    return { name: [standard.label[language], ...keys].join(words.between), say };
  };
}

function said(value: YamlValue | undefined, nothing: string): string {
  return value === undefined ? nothing : flowText(value);
}

/** Whether one place is another or stands beneath it. */
function isAt(one: Path, above: Path): boolean {
  return above.every((step, index) => String(one[index]) === String(step));
}

/** A standard of several figures, each with what it is called; what is written in another way stands as it is. */
function sayAll(rows: readonly DraftRow[], path: Path, value: YamlValue | undefined, language: Language): string {
  const words = mergingWords[language];
  if (value === undefined) return words.asCity;
  if (!isYamlMap(value)) return flowText(value);
  const told = rows.flatMap((row) => {
    const own = valueAt(value, row.path.slice(path.length));
    return own === undefined ? [] : [`${row.part} ${rowWords(row, own, language)}`];
  });
  return told.length === 0 ? flowText(value) : told.join(words.listed);
}

function named(label: string, part: string, language: Language): string {
  return part === '' ? label : `${label}${mergingWords[language].between}${part}`;
}
