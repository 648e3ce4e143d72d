import type { Standard } from '../../api/rules.ts';
import type { Language } from '../../language/language.tsx';
import { bandsOf } from '../form/bands.ts';
import { figureWords, yesOrNo } from '../form/figure-words.ts';
import { type Item, type Shape, shapeOf } from '../form/shape.ts';
import type { DraftView } from '../form/view.ts';
import { formWords } from '../form/words.ts';
import { isYamlList, isYamlMap, type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import type { Carried, DraftRow } from './row.ts';
import { workbookWords } from './words.ts';

type Heads = Pick<DraftRow, 'product' | 'label' | 'clause' | 'county' | 'better'>;

/**
 * The lines of a draft, in the order of its form: its period, its figures – but for standards that no county may change –, and the
 * products that it waives, which no cell can carry.
 */
export function draftRows(view: DraftView, language: Language): readonly DraftRow[] {
  return [...periodRows(view, language), ...standardRows(view, language), ...waiverRows(view, language)];
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

/** Makes a line of a standard: where it stands below it, which part that is, what the city has there, what its cell holds. */
type MakeLine = (path: Path, part: string, city: string, carried: Carried) => DraftRow;

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
      const lines = keys.map((key) => bandLines({ standard, shape, own, city, language, line }, key));
      return lines.some((one) => one === null) ? whole : lines.flatMap((one) => one ?? []);
    }
    default:
      return whole;
  }
}

interface Banded {
  readonly standard: Standard;
  readonly shape: Extract<Shape, { kind: 'bands' | 'keyedBands' }>;
  readonly own: YamlValue | undefined;
  readonly city: YamlValue;
  readonly language: Language;
  readonly line: MakeLine;
}

/**
 * A line for each band; null where the county's are written in another way. Borders are set in the form: where the county has
 * no bands of its own, the cells of the city's carry nothing.
 */
function bandLines({ standard, shape, own, city, language, line }: Banded, key: Item | null) {
  const inside = key === null ? [] : [String(key.value)];
  const ownHere = valueAt(own, inside);
  const bands = bandsOf(ownHere);
  if (ownHere !== undefined && bands === null) return null;
  const cityBands = bandsOf(valueAt(city, inside)) ?? [];
  const before = key === null ? '' : `${key.label[language]}${language === 'zh' ? '，' : ', '}`;
  return (bands ?? cityBands).map(({ from, to, value }, index) => {
    const cityBand = cityBands.find((one) => one.from === from && one.to === to);
    const figure = bands === null ? value : cityBand?.value;
    const carried: Carried = bands === null ? null : { kind: 'figure', unit: shape.unit };
    const range = before + rangeText(from, to, standard.by.includes('stay.number'));
    return line([...inside, index, 'value'], range, figureWords(figure, shape.unit, language), carried);
  });
}

function rangeText(from: number, to: number | undefined, isByStay: boolean): string {
  const say = (one: number) => (isByStay ? String(one) : one.toLocaleString('en-US'));
  return to === undefined ? `≥ ${say(from)}` : `${say(from)} – ${say(to)}`;
}
