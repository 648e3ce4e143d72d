import { Checkbox, Select } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import { isYamlList, type YamlValue } from '../text/yaml-value.ts';
import { isAtBest } from './direction-text.ts';
import { yesOrNo } from './figure-words.ts';
import type { Told } from './floor-words.ts';
import type { Item } from './shape.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** A standard that is a list of items: what the city has is ticked, and stays so where it may only grow. */
export function ListField({ told, items }: { readonly told: Told; readonly items: readonly Item[] }) {
  const { language } = useLanguage();
  const { value, mayWrite, change } = useDraftView();
  const { standard } = told;
  const own = (value?.standards as Readonly<Record<string, YamlValue>> | undefined)?.[standard.id];
  const city = isYamlList(standard.cityValue as YamlValue) ? (standard.cityValue as readonly YamlValue[]) : [];
  const held = isYamlList(own) ? own : city;
  const set = (next: readonly YamlValue[]) => {
    const isCity = next.length === city.length && next.every((item) => city.includes(item));
    change(['standards', standard.id], isCity ? undefined : next);
  };
  return (
    <fieldset className="standards-list" aria-label={standard.label[language]}>
      {items.map(({ value: item, label }) => (
        <Checkbox
          key={String(item)}
          checked={held.includes(item)}
          disabled={!mayWrite || (standard.better === 'wider' && city.includes(item) && held.includes(item))}
          onChange={({ target }) => set(target.checked ? [...held, item] : held.filter((one) => one !== item))}
        >
          {label[language]}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** A standard that is yes or no. */
export function BooleanField({ told: { standard } }: { readonly told: Told }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { value, mayWrite, change } = useDraftView();
  const own = (value?.standards as Readonly<Record<string, YamlValue>> | undefined)?.[standard.id];
  const city = standard.cityValue === true;
  if (own === undefined && isAtBest(standard, { value: city, unit: standard.unit }))
    return words.asCity(yesOrNo(city, language));
  return (
    <Select
      aria-label={standard.label[language]}
      disabled={!mayWrite}
      style={{ minWidth: 180 }}
      value={typeof own === 'boolean' ? String(own) : ''}
      onChange={(chosen) => change(['standards', standard.id], chosen === '' ? undefined : chosen === 'true')}
      options={[
        { value: '', label: words.asCity(yesOrNo(city, language)) },
        { value: String(!city), label: yesOrNo(!city, language) },
      ]}
    />
  );
}
