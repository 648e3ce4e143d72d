import type { ReviewedDraft } from '../api/reviews.ts';
import type { SidesAsked } from '../standards/effects/use-effects.ts';
import type { reviewWords } from './words.ts';

/** What both sides of a submission are called. */
export interface SideNames {
  readonly before: string;
  readonly after: string;
  readonly selfPayBefore: string;
}

/** What is in force is no longer what a published submission is held against: it is in force itself. */
export function sideNames({ publication }: ReviewedDraft, words: (typeof reviewWords)['zh']): SideNames {
  if (publication === null) return words;
  return { before: words.beforePublished, after: words.after, selfPayBefore: words.selfPayBeforePublished };
}

/**
 * The versions that a published submission is held against and has become, both on the city's that was looked at; undefined of
 * others, and of a city's first, which has nothing before it.
 */
export function publishedSides(
  { publication, kind }: ReviewedDraft,
  { compared: { version, baseVersion } }: NonNullable<ReviewedDraft['submission']>,
): SidesAsked | undefined {
  if (publication === null || (kind === 'RuleSet' && version === null)) return undefined;
  const base = baseVersion === null ? {} : { baseVersion };
  return { before: { version, ...base }, after: { version: publication.version, ...base } };
}
