import { type Label, labelOf } from '../../domain/label.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { inForceWithin } from '../../rulesets/ground.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { checkDocument } from '../../rulesets/validate.ts';
import { type Comparison, compareSides } from '../compare.ts';
import { named, type Side } from '../compared/side.ts';
import type { TextToExamine } from '../office/text-workshop.ts';
import type { RuleBook } from '../rule-book.ts';

/**
 * What a draft's text changes by its meaning, on its first day with rules of its city: against another text of the draft, or
 * against what is in force.
 * @param before the other text; null for what is in force
 * @throws Refusal `draftInvalid` with what is wrong with either text; `noRuleSets` where nothing can be compared with
 */
export async function compareDraft(book: RuleBook, asked: TextToExamine, before: string | null): Promise<Comparison> {
  const { jurisdiction: code, kind, maxBytes } = asked;
  const place = await book.placeOf(code);
  const document = documentIn(asked.text, maxBytes);
  const [first] = inForceWithin(book.records(), place.city, document.effective);
  const date = first?.period.from ?? document.effective.from;
  const rulesOf = (text: RuleSet | Override) =>
    kind === 'RuleSet'
      ? book.withDraft({ ...place, own: null }, date, { city: text as RuleSet })
      : book.withDraft(place, date, { override: text as Override });
  const side = async (text: RuleSet | Override): Promise<Side> => ({
    reference: 'draft',
    label: draftLabel(text, code),
    rules: await rulesOf(text),
    date,
  });
  if (before !== null) return compareSides(book, await side(documentIn(before, maxBytes)), await side(document));
  const day = first === undefined ? ((await book.nearestDate(code, date)) ?? refuse('noRuleSets', { code })) : date;
  const rules = await book.inForce(code, day);
  return compareSides(
    book,
    { reference: `${code}@${day}`, label: named(rules), rules, date: day },
    await side(document),
  );
}

function documentIn(text: string, maxBytes: number): RuleSet | Override {
  const { document, findings, kind } = checkDocument(text, { maxBytes });
  if (document !== null && (kind === 'RuleSet' || kind === 'Override')) return document as RuleSet | Override;
  throw new Refusal(
    findings.filter(({ severity }) => severity === 'error'),
    'draftInvalid',
  );
}

/** What a draft's rules are called in a comparison. */
export function draftLabel({ title }: RuleSet | Override, code: string): Label {
  const { zh, en } = labelOf(title, code);
  return { zh: `草稿：${zh}`, en: `draft: ${en}` };
}
