import type { MatrixAnswer } from '../../schemas/generated/documents.ts';
import { isFundingOnly } from '../analysis/diff/funding-only.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { isValidOn, type Jurisdiction, type JurisdictionRegistry } from '../domain/jurisdictions.ts';
import type { Label } from '../domain/label.ts';
import { refuse } from '../domain/refusal.ts';
import { compareValues } from '../rulesets/compare-values.ts';
import type { EffectiveRuleSet, EffectiveStandard } from '../rulesets/effective-rule-set.ts';
import type { Override, StandardValue } from '../rulesets/language.ts';
import { productOf } from '../rulesets/layers.ts';
import { isOvertaken } from '../rulesets/overtaken.ts';
import { asTheCityHasIt, underOwnKey } from '../rulesets/own-key.ts';
import { isMap } from '../rulesets/standard-at.ts';
import { chooseDate } from './choose-date.ts';
import { heldSince } from './held-since.ts';
import { unknownJurisdiction } from './jurisdictions.ts';
import type { RuleBook } from './rule-book.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { waivedProducts } from './waived-products.ts';

type Row = MatrixAnswer['standards'][number];
type Cell = Row['counties'][string];

/** A figure as people read it, in both languages: `一级 200 元；二级 500 元`. */
export type FigureWords = (value: unknown, standard: EffectiveStandard, ruleSet: EffectiveRuleSet) => Label;

/** What the matrix is asked for; without a city the only one there is, without a date the nearest to today. */
export interface MatrixQuery {
  readonly city?: string | undefined;
  readonly date?: CalendarDate | undefined;
}

/**
 * Every standard of a city and its counties against the city's floor, on one date.
 * @throws Refusal `cityNeeded` where there are several; `notACity`, `unknownJurisdiction`, `noRuleSets`, `noRuleSetInForce`,
 *   `ruleSetUnusable`
 */
export async function matrix(book: RuleBook, query: MatrixQuery, now: Date, words: FigureWords): Promise<MatrixAnswer> {
  const registry = await book.registry();
  const code = query.city ?? onlyCity(book, registry);
  const chosen = await chooseDate(book, code, query.date, now);
  const city = cityOf(registry, code, chosen.date);
  const rules = await book.inForce(city.code, chosen.date);
  const counties = await Promise.all(
    countiesOf(registry, city, chosen.date).map((county) => book.inForce(county.code, chosen.date)),
  );
  const rows = new Map(
    [...rules.effective.standards.values()].map((one) => [one.id, rowOf(one, rules.effective, words)]),
  );
  for (const county of counties) {
    await fill(rows, book, { city: rules, county, date: chosen.date }, words);
    await fillOvertaken(rows, book, county, words);
  }
  return {
    ...chosen,
    city: { code: city.code, name: city.name },
    ruleSet: rules.name,
    jurisdictions: counties.map(({ jurisdiction, name, effective }) => ({
      ...{ code: jurisdiction.code, name: jurisdiction.name, ruleSet: name },
      waived: waivedProducts(effective).map(({ product, by }) => ({ product, by })),
    })),
    products: labelsOf([...rows.values()], [rules, ...counties]),
    clauses: clausesOf([...rows.values()], [rules, ...counties]),
    standards: [...rows.values()],
  };
}

/** How the policy writes the clauses that rows cite; the city's words before a county's. */
function clausesOf(rows: readonly Row[], all: readonly RulesInForce[]): MatrixAnswer['clauses'] {
  const cited = new Set(rows.map(({ clause }) => clause));
  const written = [...all].reverse().flatMap(({ effective }) => [...effective.clauses]);
  return Object.fromEntries(written.filter(([id]) => cited.has(id)));
}

/** The city that has rules of its own, where it is the only one. */
function onlyCity(book: RuleBook, registry: JurisdictionRegistry): string {
  const published = new Set(
    book.records().flatMap(({ kind, jurisdiction }) => (kind === 'RuleSet' ? [jurisdiction] : [])),
  );
  const places = new Map([...published].map((code) => [registry.sameAs(code).join(), code]));
  const [only, ...others] = places.values();
  if (only === undefined) return refuse('nothingPublished');
  if (others.length > 0) refuse('cityNeeded', { known: [only, ...others].join(', ') }, { pointer: '/city' });
  return only;
}

function cityOf(registry: JurisdictionRegistry, code: string, date: CalendarDate): Jurisdiction {
  const found = registry.lookup(code, date) ?? unknownJurisdiction(registry, code);
  return found.city === null ? found : refuse('notACity', { code, city: found.city }, { pointer: '/city' });
}

/** The counties of a city under the codes that are theirs on a date. */
function countiesOf(registry: JurisdictionRegistry, city: Jurisdiction, date: CalendarDate): readonly Jurisdiction[] {
  const codes = registry.sameAs(city.code);
  return registry.all.filter((one) => one.city !== null && codes.includes(one.city) && isValidOn(one, date));
}

function rowOf(standard: EffectiveStandard, ruleSet: EffectiveRuleSet, words: FigureWords): Row {
  const { id, label, unit, by, better, county, clause, verified, group, cityValue } = standard;
  const product = productOf(id, ruleSet.layers);
  return {
    id,
    label,
    product,
    unit,
    by: [...by],
    better,
    county,
    clause,
    verified,
    group,
    city: cityValue,
    words: cityValue === null ? null : words(cityValue, standard, ruleSet),
    counties: {},
    overtaken: {},
  };
}

/** The rules of a county and of its city on a date. */
interface CountyBesideCity {
  readonly city: RulesInForce;
  readonly county: RulesInForce;
  readonly date: CalendarDate;
}

/** Writes into the rows where a county's figures differ, and adds the rows of standards that it added. */
async function fill(
  rows: Map<string, Row>,
  book: RuleBook,
  { city, county, date }: CountyBesideCity,
  words: FigureWords,
): Promise<void> {
  const { code } = county.jurisdiction;
  const { override, standards } = county.effective;
  const own = [...standards.values()].filter(({ origin }) => origin === 'county');
  if (own.length === 0 || override === null) return;
  const since = await heldSince(book, county, own, date);
  const sides = { before: city.effective, after: county.effective };
  for (const standard of own) {
    const key = keyOf(standard);
    const row = rows.get(key) ?? rowOf(standard, county.effective, words);
    rows.set(key, row);
    row.counties[code] = {
      ownKey: standard.ownKey,
      value: standard.value,
      words: words(standard.value, standard, county.effective),
      origin: 'county',
      comparison: standard.cityValue === null ? null : compareValues(standard, standard.cityValue, standard.value),
      fundingOnly: isFundingOnly(standard.id, sides),
      since: since(standard.id),
      version: override.version ?? '',
    } satisfies Cell;
  }
}

/** Writes into the rows what a county states that the city has overtaken, so that the city's figure is the one that holds. */
async function fillOvertaken(
  rows: ReadonlyMap<string, Row>,
  book: RuleBook,
  { jurisdiction, effective }: RulesInForce,
  words: FigureWords,
): Promise<void> {
  const { override, standards } = effective;
  const record = book.records().find(({ digest }) => digest === override?.digest);
  if (override === null || record === undefined) return;
  for (const { id, by, value: whole } of statedIn((await book.document(record)) as Override)) {
    const held = standards.get(id);
    const row = rows.get(id);
    if (held === undefined || row === undefined) continue;
    const city = asTheCityHasIt(held);
    const standard = by === null ? city : underOwnKey(city, by);
    const value = by === null ? whole : overtakenKeys(standard, whole);
    if (!isOvertaken(standard, value)) continue;
    row.overtaken[jurisdiction.code] = {
      ownKey: by,
      value,
      words: words(value, standard, effective),
      version: override.version ?? '',
    };
  }
}

/** Of figures for some those that the city has gone beyond: each is somebody else's. */
function overtakenKeys(standard: EffectiveStandard, stated: StandardValue): StandardValue {
  if (!isMap(stated)) return stated;
  return Object.fromEntries(Object.entries(stated).filter(([key, value]) => isOvertaken(standard, { [key]: value })));
}

/** What a county's text states of the city's standards: for some people alone, then for everybody. */
function statedIn({ standards = {}, keyedStandards = {} }: Override) {
  return [
    ...Object.entries(keyedStandards).map(([id, { by, value }]) => ({ id, by, value: value as StandardValue })),
    ...Object.entries(standards).map(([id, value]) => ({ id, by: null, value })),
  ];
}

/** Counties may each add a standard of one name; where they measure different things, they stand in rows of their own. */
function keyOf({ id, unit, by, cityValue }: EffectiveStandard): string {
  return cityValue === null ? JSON.stringify([id, unit, by]) : id;
}

/** What rows' products are called, where the rules give them a label: as products, layers or types of claims. */
function labelsOf(rows: readonly Row[], all: readonly RulesInForce[]): Record<string, Label> {
  const labels: Record<string, Label> = {};
  for (const { product } of rows) {
    for (const { effective } of all) {
      const { products, layers, claims } = effective;
      const layer = layers.find(({ name }) => name === product);
      const label = products.get(product)?.label ?? layer?.label ?? claims.get(product)?.label;
      if (label !== undefined) labels[product] ??= label;
    }
  }
  return labels;
}
