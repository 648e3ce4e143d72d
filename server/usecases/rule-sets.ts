import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Publication, RuleSetAnswer } from '../../schemas/generated/documents.ts';
import { type Label, labelOf } from '../domain/label.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { byDigest, byVersion, inForcePeriods } from '../rulesets/in-force.ts';
import type { InForcePeriod } from '../rulesets/in-force-periods.ts';
import type { Override } from '../rulesets/language.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { standingOf } from '../rulesets/standing.ts';
import { termsDigest } from '../rulesets/terms-digest.ts';
import { inShort } from '../rulesets/words.ts';
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
  const items: Publication[] = [];
  for (const record of page.items) {
    items.push(await publicationOf(book, record, stretches));
    // Texts that are not at hand are read one a turn, so that other work goes on between them.
    await nextTurn();
  }
  return { ...page, items };
}

/**
 * One publication of a jurisdiction, by its version number.
 * @throws Refusal `unknownJurisdiction`; `versionUnknown` where it never published that number; `ruleSetUnusable`
 */
export async function ruleSet(book: RuleBook, code: string, version: string): Promise<RuleSetAnswer> {
  const codes = await codesOf(book, code);
  const record = byVersion(book.records(), codes, version);
  if (record !== null) return withText(book, record, codes);
  return refuse('versionUnknown', { code, version: inShort(version) });
}

/** A text by its meaning: nothing of it ever changes, whatever is published after it. */
export interface DocumentByDigest {
  readonly kind: 'RuleSet' | 'Override';
  readonly jurisdiction: string;
  readonly digest: string;
  readonly termsDigest: string;
  readonly document: RuleSetAnswer['document'];
  /** The first text that was published with this meaning, byte for byte. */
  readonly text: string;
}

/**
 * A published document by the digest of its meaning. Later texts of the same meaning, with other comments, are not looked at.
 * @throws Refusal `digestUnknown`; `ruleSetUnusable`
 */
export async function documentByDigest(book: RuleBook, digest: string): Promise<DocumentByDigest> {
  const last = byDigest(book.records(), digest);
  if (last === null) return refuse('digestUnknown', { digest: inShort(digest, 80) });
  const first = book.records().find((record) => record.digest === digest) ?? last;
  const document = await book.document(first);
  const { kind, jurisdiction } = first;
  return { kind, jurisdiction, digest, termsDigest: termsDigest(document), document, text: await book.text(first) };
}

/**
 * All codes that a jurisdiction has had.
 * @throws Refusal `unknownJurisdiction`
 */
export async function codesOf(book: RuleBook, code: string): Promise<readonly string[]> {
  const registry = await book.registry();
  return registry.lookup(code) === null ? unknownJurisdiction(registry, code) : registry.sameAs(code);
}

async function withText(book: RuleBook, record: PublicationRecord, codes: readonly string[]): Promise<RuleSetAnswer> {
  const document = await book.document(record);
  return {
    publication: await publicationOf(book, record, inForcePeriods(book.records(), codes)),
    termsDigest: termsDigest(document),
    text: await book.text(record),
    document,
  };
}

/**
 * A publication's record as answers tell it, with the reason that its text gives.
 * @param stretches when publications of the jurisdiction are in force
 */
export async function publicationOf(
  book: RuleBook,
  record: PublicationRecord,
  stretches: readonly InForcePeriod[],
): Promise<Publication> {
  const { jurisdiction, version, sequence, kind, effective, digest, publishedAt, publishedBy, sample } = record;
  const inForce = stretches.filter((stretch) => stretch.record === record).map(({ period }) => period);
  const named = { jurisdiction, version, sequence, kind, effective, inForce, digest, publishedAt, publishedBy, sample };
  const reason = await reasonOf(book, record);
  return { ...named, standing: standingOf(record), reason, events: eventsOf(record), review: reviewOf(record) };
}

/** What an override says of itself. A text that is damaged keeps nobody from being told of the others. */
async function reasonOf(book: RuleBook, record: PublicationRecord): Promise<Label | null> {
  if (record.kind === 'RuleSet') return null;
  try {
    const { reason } = (await book.document(record)) as Override;
    return labelOf(reason, record.version);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function eventsOf({ events = [] }: PublicationRecord): Publication['events'] {
  return events.map(({ kind, sequence, at, by, as: role, reason }) => {
    return { kind, sequence, at, by, as: role === 'countyReviewer' || role === 'cityReviewer' ? role : null, reason };
  });
}

/** Without the reason of the submission: that was written for the reviewers, and whoever reads this may be anybody. */
function reviewOf({ review }: PublicationRecord): Publication['review'] {
  if (review === undefined) return null;
  const { writers, approvals, reason: _, ...rest } = review;
  return { ...rest, writers: [...writers], approvals: approvals.map((approval) => ({ ...approval })) };
}
