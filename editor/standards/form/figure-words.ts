import { type FigureUnit, shifted } from '../text/figure-reading.ts';
import type { YamlValue } from '../text/yaml-value.ts';

/** A language of the pages. */
type Language = 'zh' | 'en';

const WORDS = {
  zh: { unlimited: '不封顶', none: '未规定', yes: '是', no: '否' },
  en: { unlimited: 'no limit', none: 'not set', yes: 'yes', no: 'no' },
} as const;

/** A figure as it stands in a field: `350,000`, `8%`; the unit stands behind the field. */
export function figureText(value: YamlValue | undefined, unit: FigureUnit, language: Language): string {
  if (value === undefined || value === null) return '';
  if (value === 'unlimited' || value === 'none') return WORDS[language][value];
  if (typeof value !== 'number') return String(value);
  if (unit === 'share') return `${shifted(plainDecimal(value), 2)}%`;
  return grouped(plainDecimal(value));
}

/** A figure with its unit, as people say it: `350,000 元`, `8%`, `3 天`. */
export function figureWords(value: YamlValue | undefined, unit: FigureUnit, language: Language): string {
  const text = figureText(value, unit, language);
  if (typeof value !== 'number' || unit === 'share' || unit === 'number' || unit === 'decimal') return text;
  if (unit === 'CNY') return language === 'zh' ? `${text} 元` : `CNY ${text}`;
  if (unit === 'days') return language === 'zh' ? `${text} 天` : `${text} ${value === 1 ? 'day' : 'days'}`;
  return language === 'zh' ? `${text} 倍` : `× ${text}`;
}

/** A boolean in a word. */
export function yesOrNo(value: boolean, language: Language): string {
  return WORDS[language][value ? 'yes' : 'no'];
}

function plainDecimal(value: number): string {
  return value >= 1e-6 || value === 0 ? String(value) : value.toFixed(12).replace(/0+$/, '');
}

function grouped(decimal: string): string {
  const [whole = '', part] = decimal.split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? digits : `${digits}.${part}`;
}
