import { isStandardUnit } from '../text/figure-reading.ts';
import { isYamlMap, type Path, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import type { Carried, DraftRow, Language } from './row.ts';
import { workbookWords } from './words.ts';

/** What the cell of a standard that a county adds can hold: its one figure; null where it has none or several. */
export function carriedAddition(standard: YamlValue): Carried {
  const unit = valueAt(standard, ['unit']);
  if (!isStandardUnit(unit) || typeof valueAt(standard, ['value']) !== 'number') return null;
  return { kind: 'figure', unit, needed: true };
}

/** A line for each figure of the products and categories that a draft adds. */
export function addedRows(value: YamlMap | null, language: Language): readonly DraftRow[] {
  const standards = valueAt(value ?? {}, ['adds', 'standards']);
  return Object.entries(isYamlMap(standards) ? standards : {}).flatMap(([id, standard]) => {
    const carried = carriedAddition(standard);
    if (carried === null) return [];
    const path: Path = ['adds', 'standards', id, 'value'];
    const label = valueAt(standard, ['label']);
    const told = isYamlMap(label) ? (label[language] ?? label.zh) : label;
    return [
      {
        ...{ product: workbookWords[language].addedByCounty, label: typeof told === 'string' ? told : id },
        ...{ part: '', city: '', clause: '', county: '', better: '' },
        ...{ mark: path.join('/'), path, own: valueAt(standard, ['value']), carried },
      },
    ];
  });
}
