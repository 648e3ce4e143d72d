import { type CalendarDate, shanghaiDate } from '../../domain/dates.ts';
import { type Label, labelOf } from '../../domain/label.ts';
import { refuse } from '../../domain/refusal.ts';
import { byDigest, byVersion, inForce } from '../../rulesets/in-force.ts';
import { inShort } from '../../rulesets/words.ts';
import type { DraftRules } from '../draft-rules.ts';
import { versionsOf } from '../named-rules.ts';
import type { RuleBook } from '../rule-book.ts';
import type { RulesInForce } from '../rules-in-force.ts';
import { type Reference, referenceOf } from './reference.ts';
import { rulesOfText } from './text-rules.ts';

/** One side of a comparison: rules, and what people call them. */
export interface Side {
  /** As it was asked for. */
  readonly reference: string;
  /** The name and version of a place, of a county with its city’s (`1.1.0（市级 1.0.0）` behind the name), or the file's name; never empty. */
  readonly label: Label;
  readonly rules: RulesInForce;
  /** A day on which these rules apply. */
  readonly date: CalendarDate;
}

/** Reads the text that a reference to a file or to a revision in git names. */
export type ReadText = (reference: Extract<Reference, { kind: 'file' | 'git' }>) => string;

/**
 * Finds one side of a comparison.
 * @param read reads texts of files and revisions; null where only what has been published may be named
 * @throws Refusal `sideMalformed`; what {@link RuleBook} refuses: `unknownJurisdiction`, `unknownVersion`, `unknownDigest`,
 *   `noRuleSetInForce`, `noRuleSets`, `ruleSetUnusable`; what is wrong with a text, or what reading it is refused with
 */
export async function sideOf(book: RuleBook, text: string, now: Date, read: ReadText | null): Promise<Side> {
  const reference = referenceOf(text);
  switch (reference.kind) {
    case 'version':
      return ofVersion(book, text, reference);
    case 'date':
      return ofDate(book, text, reference.code, reference.date ?? (await nearest(book, reference.code, now)));
    case 'digest':
      return ofDigest(book, text, reference.digest);
    default: {
      if (read === null) return refuse('sideMalformed', { given: inShort(text, 80) });
      const { rules, date } = await rulesOfText(book, { file: reference.path, text: read(reference) });
      return { reference: text, label: labelOf(text, text), rules, date };
    }
  }
}

/**
 * A text that has not been published as one side of a comparison.
 * @throws what {@link DraftRules} refuses
 */
export async function sideOfDraft(
  rulesOf: DraftRules,
  { jurisdiction, date, text }: { readonly jurisdiction: string; readonly date: CalendarDate; readonly text: string },
): Promise<Side> {
  const rules = await rulesOf(text, jurisdiction, date);
  const { zh, en } = rules.jurisdiction.name;
  const label: Label = { zh: `${zh}（草稿）`, en: `${en} (draft)` };
  return { reference: `${jurisdiction}@${date}`, label, rules, date: rules.effective.period.from };
}

async function nearest(book: RuleBook, code: string, now: Date): Promise<CalendarDate> {
  return (await book.nearestDate(code, shanghaiDate(now))) ?? refuse('noRuleSets', { code });
}

async function ofDate(book: RuleBook, reference: string, code: string, date: CalendarDate): Promise<Side> {
  const rules = await book.inForce(code, date);
  return { reference, label: named(rules), rules, date };
}

async function ofVersion(
  book: RuleBook,
  reference: string,
  { code, version, baseVersion }: Extract<Reference, { kind: 'version' }>,
): Promise<Side> {
  const { jurisdiction, own } = await book.placeOf(code);
  const base = own === null || baseVersion !== null ? baseVersion : await baseOf(book, code, version);
  const rules = await book.byVersion(jurisdiction.code, version, base);
  return { reference, label: named(rules), rules, date: rules.effective.period.from };
}

/** The city's version in force on the first day of a county's version; where there is none then, the nearest. */
async function baseOf(book: RuleBook, code: string, version: string): Promise<string | null> {
  const { city, own } = await book.placeOf(code);
  const record = byVersion(book.records(), own ?? [], version);
  if (record === null) return refuse('unknownVersion', { code, version, known: versionsOf(book.records(), own ?? []) });
  const date = await book.nearestDate(code, record.effective.from);
  return date === null ? null : (inForce(book.records(), city, date)?.version ?? null);
}

/** An effective digest names both texts; the digest of a text is taken as the last version published with that meaning. */
async function ofDigest(book: RuleBook, reference: string, digest: string): Promise<Side> {
  const record = byDigest(book.records(), digest);
  if (record === null) {
    const rules = await book.byEffectiveDigest(digest);
    return { reference, label: named(rules), rules, date: rules.effective.period.from };
  }
  const { jurisdiction: code, version } = record;
  return ofVersion(book, reference, { kind: 'version', code, version, baseVersion: null });
}

/** What published rules are called: the place, its version, and the city's beneath it. */
export function named({ jurisdiction, name }: RulesInForce): Label {
  const { zh, en } = jurisdiction.name;
  const base = name.base.version ?? '';
  if (jurisdiction.city === null) return { zh: `${zh} ${base}`, en: `${en} ${base}` };
  if (name.version === null) return { zh: `${zh}（沿用市级 ${base}）`, en: `${en} (the city’s ${base})` };
  return { zh: `${zh} ${name.version}（市级 ${base}）`, en: `${en} ${name.version} (city ${base})` };
}
