import type { Period } from '../../domain/dates.ts';
import { refuse } from '../../domain/refusal.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { inForceWithin } from '../../rulesets/ground.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { liftedText, overtakenStandards } from '../../rulesets/lifted-text.ts';
import { MOST_FILE_BYTES } from '../../rulesets/parse.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import { resolve } from '../../rulesets/resolve.ts';
import { checkDocument } from '../../rulesets/validate.ts';
import type { Overtaken } from '../../workflow/submission.ts';
import type { Place } from '../named-rules.ts';
import type { TextToExamine } from '../office/text-workshop.ts';
import type { RuleBook } from '../rule-book.ts';
import { unpublished } from '../rules-in-force.ts';

/** A text made ready for a county whose figures are overtaken. */
export interface LiftedDraft extends Overtaken {
  readonly text: string;
}

/**
 * The versions of a city's counties that apply within a period and that new rules of the city go beyond.
 * @throws Refusal `ruleSetUnusable`
 */
export async function overtakenBy(
  book: RuleBook,
  { city }: Place,
  rules: EffectiveRuleSet,
  within: Period,
  maxBytes = MOST_FILE_BYTES,
): Promise<readonly Overtaken[]> {
  const overtaken: Overtaken[] = [];
  for (const record of await countiesWithin(book, city, within)) {
    const { jurisdiction, version, digest } = record;
    const standards = overtakenStandards(await book.text(record), rules, maxBytes);
    if (standards.length > 0) overtaken.push({ jurisdiction, version, digest, standards });
  }
  return overtaken;
}

/**
 * For each of them a text from which it can go on.
 * @throws Refusal `draftInvalid` where the city's text is wrong; `ruleSetUnusable`
 */
export async function liftedDrafts(book: RuleBook, asked: TextToExamine): Promise<readonly LiftedDraft[]> {
  const { document } = checkDocument(asked.text, { maxBytes: asked.maxBytes });
  if (document === null) return refuse('draftInvalid');
  const rules = resolve(unpublished(document as RuleSet));
  const place = await book.placeOf(asked.jurisdiction);
  const overtaken = await overtakenBy(book, place, rules, rules.period);
  const lifted: LiftedDraft[] = [];
  for (const one of overtaken) {
    const record = book.records().find(({ jurisdiction, version }) => {
      return jurisdiction === one.jurisdiction && version === one.version;
    });
    if (record === undefined) continue;
    const own = (await book.document(record)) as Override;
    lifted.push({ ...one, text: liftedText(await book.text(record), own, rules, one.standards) });
  }
  return lifted;
}

async function countiesWithin(
  book: RuleBook,
  city: readonly string[],
  within: Period,
): Promise<readonly PublicationRecord[]> {
  const records = book.records();
  const registry = await book.registry();
  const codes = registry.all.filter((one) => one.city !== null && city.includes(one.city)).map(({ code }) => code);
  const found = codes.flatMap((code) => inForceWithin(records, registry.sameAs(code), within));
  return [...new Set(found.map(({ record }) => record))];
}
