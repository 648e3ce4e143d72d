import type { Language } from '../../language/language.tsx';
import type { DraftView } from '../form/view.ts';
import { flowText, type YamlValue } from '../text/yaml-value.ts';

/** What is told of a standard where its id stands, or could stand, in a text. */
export interface ToldOf {
  readonly id: string;
  readonly label: string;
  /** What the city has, where it may go, the clause: one a line. */
  readonly lines: readonly string[];
  /** What could be written after its id: the city's own. */
  readonly value: string;
}

/** Words that are not a standard's own. */
export interface ToldWords {
  readonly cityHas: (figure: string) => string;
  readonly direction: (county: string, better: string) => string;
}

/** What is told of each standard that a county may set, by id. */
export function toldOfStandards(view: DraftView, words: ToldWords, language: Language): ReadonlyMap<string, ToldOf> {
  const { standards } = view.effective;
  const clauses = view.effective.clauses as Readonly<Record<string, Readonly<Record<Language, string>>>>;
  const rows = new Map(view.rows.map((row) => [row.id, row]));
  const told = Object.values(standards)
    .filter(({ cityValue }) => cityValue !== null)
    .map(({ id, label, clause, county, better, cityValue }): [string, ToldOf] => {
      const figure = rows.get(id)?.words?.[language] ?? '';
      const lines = [words.cityHas(figure), words.direction(county, String(better))];
      const named = clause === null ? [] : [clauses[clause]?.[language] ?? clause];
      const value = cityValue === 'none' ? '' : flowText(cityValue as YamlValue);
      return [id, { id, label: label[language], lines: [...lines, ...named].filter((line) => line !== ''), value }];
    });
  return new Map(told);
}
