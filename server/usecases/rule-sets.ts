import type { Publication, RuleSetAnswer } from '../../schemas/generated/documents.ts';
import { refuse } from '../domain/refusal.ts';
import { byDigest, byVersion, inForcePeriods } from '../rulesets/in-force.ts';
import type { InForcePeriod } from '../rulesets/in-force-periods.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { termsDigest } from '../rulesets/terms-digest.ts';
import { unknownJurisdiction } from './jurisdictions.ts';
import { type Page, type PageRequest, pageOf } from './page.ts';
import type { RuleBook } from './rule-book.ts';

/**
 * The publications of a jurisdiction under all codes that it has had, newest first.
 * @throws Refusal `unknownJurisdiction`, `pageLimit`, `pageCursor`
 */
export async function ruleSets(book: RuleBook, code: string, request: PageRequest = {}): Promise<Page<Publication>> {
  const codes = await codesOf(book, code);
  const own = book.records().filter(({ jurisdiction }) => codes.includes(jurisdiction));
  const page = pageOf(own.toReversed(), ({ sequence }) => sequence, request);
  const stretches = inForcePeriods(book.records(), codes);
  return { ...page, items: page.items.map((record) => publicationOf(record, stretches)) };
}

/**
 * One publication of a jurisdiction, by its version number.
 * @throws Refusal `unknownJurisdiction`; `versionUnknown` where it never published that number; `ruleSetUnusable`
 */
export async function ruleSet(book: RuleBook, code: string, version: string): Promise<RuleSetAnswer> {
  const codes = await codesOf(book, code);
  const record = byVersion(book.records(), codes, version);
  if (record !== null) return withText(book, record, codes);
  return refuse('versionUnknown', { code, version: version.slice(0, 40) });
}

/**
 * The last publication of a text by the digest of its meaning.
 * @throws Refusal `digestUnknown`; `ruleSetUnusable`
 */
export async function ruleSetByDigest(book: RuleBook, digest: string): Promise<RuleSetAnswer> {
  const record = byDigest(book.records(), digest);
  if (record === null) return refuse('digestUnknown', { digest: digest.slice(0, 80) });
  return withText(book, record, (await book.registry()).sameAs(record.jurisdiction));
}

async function codesOf(book: RuleBook, code: string): Promise<readonly string[]> {
  const registry = await book.registry();
  return registry.lookup(code) === null ? unknownJurisdiction(registry, code) : registry.sameAs(code);
}

async function withText(book: RuleBook, record: PublicationRecord, codes: readonly string[]): Promise<RuleSetAnswer> {
  const document = await book.document(record);
  return {
    publication: publicationOf(record, inForcePeriods(book.records(), codes)),
    termsDigest: termsDigest(document),
    text: await book.text(record),
    document,
  };
}

function publicationOf(record: PublicationRecord, stretches: readonly InForcePeriod[]): Publication {
  const { jurisdiction, version, sequence, kind, effective, digest, publishedAt, publishedBy, sample } = record;
  const inForce = stretches.filter((stretch) => stretch.record === record).map(({ period }) => period);
  return { jurisdiction, version, sequence, kind, effective, inForce, digest, publishedAt, publishedBy, sample };
}
