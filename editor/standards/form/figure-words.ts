import { type FigureUnit, shifted } from '../text/figure-reading.ts';
import type { YamlValue } from '../text/yaml-value.ts';

/** A language of the pages. */
type Language = 'zh' | 'en';

type Label = Readonly<Record<Language, string>>;

const WORDS = {
  zh: { unlimited: '不封顶', none: '未设定', yes: '是', no: '否' },
  en: { unlimited: 'no limit', none: 'not set', yes: 'yes', no: 'no' },
} as const;

/** What figures are of, as it stands behind a field; nothing for per cent, which stands in it, and for bare numbers. */
const UNITS: Readonly<Record<Exclude<FigureUnit, 'share' | 'number' | 'count' | 'whole'>, Label>> = {
  CNY: { zh: '元', en: 'CNY' },
  points: { zh: '个百分点', en: 'points' },
  factor: { zh: '倍', en: '×' },
  days: { zh: '天', en: 'days' },
  weeks: { zh: '周', en: 'weeks' },
  hours: { zh: '小时', en: 'hours' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  times: { zh: '次', en: 'times' },
  persons: { zh: '人', en: 'persons' },
  households: { zh: '户', en: 'households' },
  units: { zh: '份', en: 'units' },
  visits: { zh: '次就诊', en: 'visits' },
  stays: { zh: '次住院', en: 'stays' },
  heads: { zh: '头', en: 'heads' },
  mu: { zh: '亩', en: 'mu' },
  grade: { zh: '级', en: 'grade' },
};

/** The unit that stands behind a field; empty where nothing does. */
export function unitText(unit: FigureUnit, language: Language): string {
  return (UNITS as Readonly<Partial<Record<FigureUnit, Label>>>)[unit]?.[language] ?? '';
}

/** A figure as it stands in a field: `350,000`, `8%`; the unit stands behind the field. */
export function figureText(value: YamlValue | undefined, unit: FigureUnit, language: Language): string {
  if (value === undefined || value === null) return '';
  if (value === 'unlimited' || value === 'none') return WORDS[language][value];
  if (typeof value !== 'number') return String(value);
  if (unit === 'share') return `${shifted(plainDecimal(value), 2)}%`;
  if (unit === 'points') return shifted(plainDecimal(value), 2);
  return grouped(plainDecimal(value));
}

/** A figure with its unit, as people say it: `350,000 元`, `8%`, `3 天`. */
export function figureWords(value: YamlValue | undefined, unit: FigureUnit, language: Language): string {
  const text = figureText(value, unit, language);
  if (typeof value !== 'number' || unit === 'share') return text;
  if (language === 'en' && (unit === 'CNY' || unit === 'factor' || unit === 'grade'))
    return `${unitText(unit, language)} ${text}`;
  const words = unitText(unit, language);
  return words === '' ? text : `${text} ${language === 'en' && text === '1' ? words.replace(/s$/, '') : words}`;
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
