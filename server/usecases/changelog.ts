import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Publication } from '../../schemas/generated/documents.ts';
import { nextVersion } from '../analysis/version-number.ts';
import { refuse } from '../domain/refusal.ts';
import { inForce, inForcePeriods } from '../rulesets/in-force.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { type Comparison, compareSides } from './compare.ts';
import { named, type Side } from './compared/side.ts';
import type { Place } from './named-rules.ts';
import { type Page, type PageRequest, pageOf } from './page.ts';
import type { RuleBook } from './rule-book.ts';
import { codesOf, publicationOf } from './rule-sets.ts';

/** One publication with what it changed. */
export interface ChangelogEntry {
  readonly publication: Publication;
  /** Whether nothing of this place was published before it. */
  readonly first: boolean;
  /**
   * Against the publication before it, a county's both on the city's rules in force on the first day of the later; of a
   * county's first against the city's rules alone. Null for the first of a city.
   */
  readonly comparison: Comparison | null;
  /** The number that its changes give; null where that is the one published. */
  readonly computedVersion: string | null;
}

/**
 * What each publication of a jurisdiction changed, under all codes that it has had, newest first.
 * @throws Refusal `unknownJurisdiction`, `pageLimit`, `pageCursor`, `ruleSetUnusable`; `noRuleSets` for a county's
 *   publication whose city never published any
 */
export async function changelog(
  book: RuleBook,
  code: string,
  request: PageRequest = {},
): Promise<Page<ChangelogEntry>> {
  const codes = await codesOf(book, code);
  const records = book.records();
  const own = records.filter(({ jurisdiction }) => codes.includes(jurisdiction)).toReversed();
  const page = pageOf(own, ({ sequence }) => sequence, request);
  const stretches = inForcePeriods(records, codes);
  const items: ChangelogEntry[] = [];
  for (const record of page.items) {
    const previous = own[own.indexOf(record) + 1] ?? null;
    items.push(await entryOf(book, record, previous, await publicationOf(book, record, stretches)));
    // Large texts are resolved and compared one a turn, so that other work goes on between them.
    await nextTurn();
  }
  return { items, next: page.next };
}

async function entryOf(
  book: RuleBook,
  record: PublicationRecord,
  previous: PublicationRecord | null,
  publication: Publication,
): Promise<ChangelogEntry> {
  const place = await book.placeOf(record.jurisdiction);
  const comparison = await comparisonOf(book, place, record, previous);
  const computed = nextVersion(previous?.version ?? null, comparison?.class ?? 'neutral');
  return {
    publication,
    first: previous === null,
    comparison,
    computedVersion: computed === record.version ? null : computed,
  };
}

async function comparisonOf(
  book: RuleBook,
  place: Place,
  record: PublicationRecord,
  previous: PublicationRecord | null,
): Promise<Comparison | null> {
  if (place.own === null) {
    if (previous === null) return null;
    return compareSides(book, await side(book, place, previous, null), await side(book, place, record, null));
  }
  const base = await cityBeneath(book, place, record);
  return compareSides(book, await side(book, place, base, previous), await side(book, place, base, record));
}

/** The city's publication in force on the first day of a county's; where there is none then, the nearest. */
async function cityBeneath(book: RuleBook, { city }: Place, record: PublicationRecord): Promise<PublicationRecord> {
  const { jurisdiction: code, effective } = record;
  const date = await book.nearestDate(code, effective.from);
  return (date === null ? null : inForce(book.records(), city, date)) ?? refuse('noRuleSets', { code });
}

async function side(
  book: RuleBook,
  { jurisdiction }: Place,
  base: PublicationRecord,
  override: PublicationRecord | null,
): Promise<Side> {
  const rules = await book.ofPublications(jurisdiction, base, override);
  const reference =
    override === null
      ? `${base.jurisdiction}@${base.version}`
      : `${override.jurisdiction}@${override.version}+${base.version}`;
  return { reference, label: named(rules), rules, date: rules.effective.period.from };
}
