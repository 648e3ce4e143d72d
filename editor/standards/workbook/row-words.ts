import { figureWords, yesOrNo } from '../form/figure-words.ts';
import { flowText, type YamlValue } from '../text/yaml-value.ts';
import type { DraftRow, Language } from './row.ts';
import { ownContent } from './sheets.ts';
import { workbookWords } from './words.ts';

/** What a line of a draft would say with a value, as people say it: `35,000 元`, `同市级（30,000 元）`. */
export function rowWords({ carried, city }: DraftRow, value: YamlValue | undefined, language: Language): string {
  const words = workbookWords[language];
  if (carried?.kind === 'day') return String(ownContent({ carried, own: value }, language) ?? words.noDay);
  if (carried?.kind === 'text') return String(value ?? '–');
  if (value === undefined) return words.asCity(city);
  if (carried?.kind === 'list') return String(ownContent({ carried, own: value }, language));
  if (typeof value === 'boolean') return yesOrNo(value, language);
  if (typeof value === 'object' && value !== null) return flowText(value);
  return figureWords(value, carried?.kind === 'figure' ? carried.unit : 'CNY', language);
}
