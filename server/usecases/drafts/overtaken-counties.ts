import type { Period } from '../../domain/dates.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { inForceWithin } from '../../rulesets/ground.ts';
import { type OvertakenFigure, overtakenFigures, overtakenStandards } from '../../rulesets/lifted-text.ts';
import { type VersionOf, withoutThose } from '../../rulesets/moved-ground.ts';
import { MOST_FILE_BYTES } from '../../rulesets/parse.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import type { Overtaken } from '../../workflow/submission.ts';
import type { Place } from '../named-rules.ts';
import type { RuleBook } from '../rule-book.ts';

/** A county's version with its figures that new rules of the city go beyond. */
export interface OvertakenVersion {
  readonly record: PublicationRecord;
  /** At least one. */
  readonly figures: readonly OvertakenFigure[];
}

/** What new rules of a city are: on which days, and what is set aside when they are published. */
export interface NewCityRules {
  readonly rules: EffectiveRuleSet;
  readonly within: Period;
  /** Versions that are set aside: those beneath them apply again, and may be overtaken too. */
  readonly aside: readonly VersionOf[];
}

/**
 * The versions of a city's counties that apply on some of the days of new rules of the city, or would if these set nothing
 * aside, and that they go beyond.
 * @throws Refusal `ruleSetUnusable`
 */
export async function overtakenVersions(
  book: RuleBook,
  { city }: Place,
  { rules, within, aside }: NewCityRules,
  maxBytes = MOST_FILE_BYTES,
): Promise<readonly OvertakenVersion[]> {
  const overtaken: OvertakenVersion[] = [];
  for (const record of await countiesWithin(book, city, within, aside)) {
    const figures = overtakenFigures(await book.text(record), rules, maxBytes);
    if (figures.length > 0) overtaken.push({ record, figures });
  }
  return overtaken;
}

/** The same in short, as a submission and tasks remember it. */
export function overtakenOf({ record, figures }: OvertakenVersion): Overtaken {
  const { jurisdiction, version, digest } = record;
  return { jurisdiction, version, digest, standards: overtakenStandards(figures) };
}

async function countiesWithin(
  book: RuleBook,
  city: readonly string[],
  within: Period,
  aside: readonly VersionOf[],
): Promise<readonly PublicationRecord[]> {
  const before = book.records();
  const after = withoutThose(before, aside);
  const registry = await book.registry();
  const codes = registry.all.filter((one) => one.city !== null && city.includes(one.city)).map(({ code }) => code);
  const found = codes.flatMap((code) =>
    [before, after].flatMap((records) => inForceWithin(records, registry.sameAs(code), within)),
  );
  return [...new Set(found.map(({ record }) => record))];
}
