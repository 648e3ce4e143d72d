import type { JurisdictionAnswer } from '../../schemas/generated/documents.ts';
import { type CalendarDate, covers, shanghaiDate } from '../domain/dates.ts';
import type { Jurisdiction, JurisdictionRegistry } from '../domain/jurisdictions.ts';
import { refuse } from '../domain/refusal.ts';
import { effectiveDigest } from '../rulesets/digest.ts';
import { nearestDate } from '../rulesets/in-force.ts';
import { type PairInForce, pairsInForce } from '../rulesets/pairs-in-force.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { type Page, type PageRequest, pageAfter } from './page.ts';
import type { RuleBook } from './rule-book.ts';

/**
 * Every jurisdiction there is, with what is in force there today or on the nearest date, a page at a time.
 * @throws Refusal `pageLimit`, `pageCursor`
 */
export async function jurisdictions(
  book: RuleBook,
  now: Date,
  request: PageRequest = {},
): Promise<Page<JurisdictionAnswer>> {
  const registry = await book.registry();
  const { items, next } = pageAfter(registry.all, ({ code }) => code, request);
  return { items: items.map((one) => described(one, registry, book.records(), shanghaiDate(now))), next };
}

/**
 * One jurisdiction by the very code asked for.
 * @throws Refusal `unknownJurisdiction`
 */
export async function jurisdiction(book: RuleBook, code: string, now: Date): Promise<JurisdictionAnswer> {
  const registry = await book.registry();
  const found = registry.lookup(code) ?? unknownJurisdiction(registry, code);
  return described(found, registry, book.records(), shanghaiDate(now));
}

/** Refuses a code that nobody has, naming those there are. */
export function unknownJurisdiction(registry: JurisdictionRegistry, code: string): never {
  const known = registry.all.map((one) => one.code).join(', ');
  return refuse('unknownJurisdiction', { code, known }, { pointer: '/jurisdiction' });
}

function described(
  { code, name, note, city, validFrom, validTo, predecessor, successor }: Jurisdiction,
  registry: JurisdictionRegistry,
  records: readonly PublicationRecord[],
  today: CalendarDate,
): JurisdictionAnswer {
  const own = registry.sameAs(code);
  const cityCodes = city === null ? own : registry.sameAs(city);
  const stretches = stretchesOf(pairsInForce(records, cityCodes, city === null ? null : own), city === null);
  const nearest = nearestDate(records, cityCodes, today);
  const counties = registry.all.filter((one) => one.city !== null && own.includes(one.city));
  return {
    ...{ code, name, note, city, validFrom, validTo, predecessor, successor },
    counties: counties.map((one) => ({ code: one.code, name: one.name })),
    inForce: nearest === null ? null : inForceOn(stretches, nearest, today),
    periods: stretches.map(({ period, ...names }) => ({ from: period.from, to: period.to ?? null, ...names })),
  };
}

type Stretch = Pick<
  NonNullable<JurisdictionAnswer['inForce']>,
  'version' | 'baseVersion' | 'effectiveDigest' | 'period'
>;

function stretchesOf(pairs: readonly PairInForce[], isCity: boolean): readonly Stretch[] {
  return pairs.map(({ period, base, override }) => ({
    period,
    version: isCity ? base.version : (override?.version ?? null),
    baseVersion: base.version,
    effectiveDigest: effectiveDigest(base.digest, override?.digest ?? null),
  }));
}

function inForceOn(
  stretches: readonly Stretch[],
  date: CalendarDate,
  today: CalendarDate,
): JurisdictionAnswer['inForce'] {
  const stretch = stretches.find(({ period }) => covers(period, date));
  return stretch === undefined ? null : { date, today: date === today, ...stretch };
}
