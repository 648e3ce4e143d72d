import { isYamlMap, valueAt, type YamlValue } from '../text/yaml-value.ts';

/** What something is called, in Chinese where it has no English name. */
export function labelText(labelled: YamlValue | undefined, language: string): string | null {
  const label = valueAt(labelled, ['label']);
  const text = isYamlMap(label) ? (label[language] ?? label.zh) : label;
  return typeof text === 'string' ? text : null;
}
