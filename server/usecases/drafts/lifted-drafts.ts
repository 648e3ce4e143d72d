import { refuse } from '../../domain/refusal.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { liftedText } from '../../rulesets/lifted-text.ts';
import type { VersionOf } from '../../rulesets/moved-ground.ts';
import { resolve } from '../../rulesets/resolve.ts';
import { checkDocument } from '../../rulesets/validate.ts';
import type { Overtaken } from '../../workflow/submission.ts';
import type { TextToExamine } from '../office/text-workshop.ts';
import type { RuleBook } from '../rule-book.ts';
import { unpublished } from '../rules-in-force.ts';
import { overtakenOf, overtakenVersions } from './overtaken-counties.ts';

/** A text made ready for a county whose figures are overtaken. */
export interface LiftedDraft extends Overtaken {
  readonly text: string;
}

/**
 * For each version of a county that a city's text overtakes a text from which the county can go on.
 * @param aside versions that are set aside when it is published
 * @throws Refusal `draftInvalid` where the city's text is wrong; `ruleSetUnusable`
 */
export async function liftedDrafts(
  book: RuleBook,
  asked: TextToExamine,
  aside: readonly VersionOf[],
): Promise<readonly LiftedDraft[]> {
  const { document } = checkDocument(asked.text, { maxBytes: asked.maxBytes });
  if (document === null) return refuse('draftInvalid');
  const rules = resolve(unpublished(document as RuleSet));
  const place = await book.placeOf(asked.jurisdiction);
  const overtaken = await overtakenVersions(book, place, { rules, within: rules.period, aside });
  return Promise.all(
    overtaken.map(async (one) => {
      const short = overtakenOf(one);
      const own = (await book.document(one.record)) as Override;
      return { ...short, text: liftedText(await book.text(one.record), own, rules, short.standards) };
    }),
  );
}
