import type { Language } from '../../language/language.tsx';
import type { DraftView } from '../form/view.ts';
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

/** Says places of a draft in words. @param view null where its form cannot stand: then by the text's own keys */
export function placeWords(view: DraftView | null, language: Language): (path: Path) => PlaceWords {
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
    const label = path[0] === 'standards' ? view?.effective.standards[String(path[1])]?.label[language] : undefined;
    const name = label === undefined ? path.join('.') : [label, ...path.slice(2)].join(words.between);
    return { name, say: (value) => (value === undefined ? words.nothing : flowText(value)) };
  };
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
  const said = rows.flatMap((row) => {
    const own = valueAt(value, row.path.slice(path.length));
    return own === undefined ? [] : [`${row.part} ${rowWords(row, own, language)}`];
  });
  return said.length === 0 ? flowText(value) : said.join(words.listed);
}

function named(label: string, part: string, language: Language): string {
  return part === '' ? label : `${label}${mergingWords[language].between}${part}`;
}
