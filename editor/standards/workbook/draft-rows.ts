import type { Standard } from '../../api/rules.ts';
import { bordersIn } from '../form/facts.ts';
import { figureWords, yesOrNo } from '../form/figure-words.ts';
import { shapeOf } from '../form/shape.ts';
import type { DraftView } from '../form/view.ts';
import { formWords } from '../form/words.ts';
import { isYamlList, isYamlMap, type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { addedRows } from './added-figures.ts';
import { bandRows, type MakeLine } from './band-rows.ts';
import type { Carried, DraftRow, Language } from './row.ts';
import { workbookWords } from './words.ts';

type Heads = Pick<DraftRow, 'product' | 'label' | 'clause' | 'county' | 'better'>;

/**
 * The lines of a draft, in the order of its form: its period and reason, its figures – but for standards that no county may
 * change –, those of what it adds, and the products that it waives, which no cell can carry.
 */
export function draftRows(view: DraftView, language: Language): readonly DraftRow[] {
  return [
    ...periodRows(view, language),
    ...reasonRows(view, language),
    ...standardRows(view, language),
    ...addedRows(view.value, language),
    ...waiverRows(view, language),
  ];
}

const NO_HEADS: Heads = { product: '', label: '', clause: '', county: '', better: '' };

function periodRows({ value }: DraftView, language: Language): readonly DraftRow[] {
  const words = formWords[language];
  return (['from', 'to'] as const).map((end) => {
    const path: Path = ['effective', end];
    return {
      ...{ ...NO_HEADS, label: end === 'from' ? words.firstDay : words.lastDay },
      ...{ mark: path.join('/'), path, part: '', city: '', own: valueAt(value ?? {}, path) },
      carried: { kind: 'day', mayBeEmpty: end === 'to' },
    };
  });
}

/** Why a draft is made: one text, or one in each language that it is written in. */
function reasonRows({ value }: DraftView, language: Language): readonly DraftRow[] {
  const reason = valueAt(value ?? {}, ['reason']);
  const tongues: readonly (Language | null)[] = isYamlMap(reason) ? ['zh', 'en'] : [null];
  return tongues.map((tongue) => {
    const path: Path = tongue === null ? ['reason'] : ['reason', tongue];
    return {
      ...{ ...NO_HEADS, label: formWords[language].reason, mark: path.join('/'), path, city: '' },
      part: tongue === null ? '' : workbookWords[language][tongue === 'zh' ? 'inChinese' : 'inEnglish'],
      own: valueAt(value ?? {}, path),
      carried: { kind: 'text' },
    };
  });
}

function waiverRows({ value, effective }: DraftView, language: Language): readonly DraftRow[] {
  const waivers = valueAt(value ?? {}, ['waivers']);
  return (isYamlList(waivers) ? waivers : []).map((own, index) => {
    const product = String(valueAt(own, ['product']));
    const path: Path = ['waivers', index];
    return {
      ...{ ...NO_HEADS, product: effective.products[product]?.label[language] ?? product },
      ...{ label: workbookWords[language].waived, mark: path.join('/'), path, part: '', city: '', own, carried: null },
    };
  });
}

function standardRows(view: DraftView, language: Language): readonly DraftRow[] {
  const { effective, rows, products } = view;
  return rows.flatMap(({ id, product, words }) => {
    const standard = effective.standards[id];
    if (standard === undefined || (standard.cityValue ?? null) === null || standard.county === 'fixed') return [];
    const { clause, county, better } = standard;
    const clauses = effective.clauses as Readonly<Record<string, Readonly<Record<Language, string>>>>;
    const heads: Heads = {
      product: products[product]?.[language] ?? '',
      label: standard.label[language],
      clause: clause === null ? '' : (clauses[clause]?.[language] ?? clause),
      county: String(county),
      better: String(better),
    };
    return linesOf(id, view, language, { heads, cityWords: words?.[language] ?? '' });
  });
}

interface Said {
  readonly heads: Heads;
  /** The city's whole value in words. */
  readonly cityWords: string;
}

function linesOf(id: string, view: DraftView, language: Language, { heads, cityWords }: Said): readonly DraftRow[] {
  const standard = view.effective.standards[id] as Standard;
  const shape = shapeOf(standard, view.effective);
  const own = valueAt(view.value ?? {}, ['standards', id]);
  const city = standard.cityValue as YamlValue;
  const line: MakeLine = (path, part, cityText, carried) => ({
    ...heads,
    ...{ mark: [id, ...path].join('/'), path: ['standards', id, ...path] },
    ...{ part, city: cityText, carried, own: valueAt(own, path) },
  });
  // What is written in another way than the city's has no cells of its own.
  const whole = [line([], '', cityWords, null)];
  switch (shape.kind) {
    case 'boolean':
      return [line([], '', yesOrNo(city === true, language), { kind: 'boolean' })];
    case 'list':
      if (own !== undefined && !isYamlList(own)) return whole;
      return [line([], '', cityWords, { kind: 'list', items: shape.items })];
    case 'figure': {
      const carried: Carried = { kind: 'figure', unit: shape.unit };
      return typeof own === 'object' ? whole : [line([], '', figureWords(city, shape.unit, language), carried)];
    }
    case 'keyed':
      if (own !== undefined && !isYamlMap(own)) return whole;
      return shape.keys.map(({ value: key, label }) => {
        const figure = figureWords(valueAt(city, [String(key)]), shape.unit, language);
        return line([String(key)], label[language], figure, { kind: 'figure', unit: shape.unit });
      });
    case 'bands':
    case 'keyedBands': {
      const keys = shape.kind === 'bands' ? [null] : shape.keys;
      const borders = bordersIn(view.effective, standard.by[shape.kind === 'bands' ? 0 : 1]);
      const lines = keys.map((key) => bandRows({ borders, unit: shape.unit, own, city, language, line }, key));
      return lines.some((one) => one === null) ? whole : lines.flatMap((one) => one ?? []);
    }
    default:
      return whole;
  }
}
