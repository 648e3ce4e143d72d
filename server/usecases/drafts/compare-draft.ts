import type { CalendarDate } from '../../domain/dates.ts';
import { type Label, labelOf } from '../../domain/label.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { inForceWithin } from '../../rulesets/ground.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { checkDocument } from '../../rulesets/validate.ts';
import { type Draft, isClosed } from '../../workflow/draft.ts';
import type { Compared } from '../../workflow/submission.ts';
import { type Comparison, compareSides } from '../compare.ts';
import { named, type Side } from '../compared/side.ts';
import type { TextToExamine } from '../office/text-workshop.ts';
import type { RuleBook } from '../rule-book.ts';

/** What a draft's text is held against. Plain data: it is sent to other threads. */
export type DraftBefore =
  /** What is in force on its first day; as known at an instant (ISO 8601, UTC) where one is named. */
  | { readonly kind: 'inForce'; readonly asOf: string | null }
  /** Another text of the draft. */
  | { readonly kind: 'text'; readonly text: string }
  /** A version of the place, whatever is in force; on a day of the draft's, its first with rules of its city unless given. */
  | {
      readonly kind: 'version';
      readonly version: string;
      readonly date: CalendarDate | null;
      readonly asOf: string | null;
    }
  /** Of a text that has become a version: what it was reviewed against, which it has taken the place of since then. */
  | { readonly kind: 'reviewed'; readonly compared: Compared; readonly version: string };

/** One of its place's versions that a draft is held against, on what the city had when the draft's life ended. */
export function againstVersion({ state, last }: Draft, version: string, date: CalendarDate | null): DraftBefore {
  return { kind: 'version', version, date, asOf: isClosed({ state }) ? last.at : null };
}

/** What a draft is held against, so that what was decided on is told for ever: what has become of it since is not its own change. */
export function beforeOf({ submission, publication, state, last }: Draft): DraftBefore {
  if (submission !== null && publication !== null)
    return { kind: 'reviewed', compared: submission.compared, version: publication.version };
  return { kind: 'inForce', asOf: isClosed({ state }) ? last.at : null };
}

/**
 * What a draft's text changes by its meaning, on its first day with rules of its city.
 * @throws Refusal `draftInvalid` with what is wrong with either text; `noRuleSets` where nothing can be compared with;
 *   `unknownVersion`, `noRuleSetInForce` where a version is named that there is not, or a day without rules
 */
export async function compareDraft(book: RuleBook, asked: TextToExamine, before: DraftBefore): Promise<Comparison> {
  if (before.kind === 'reviewed') return compareReviewed(book, asked, before);
  if (before.kind === 'version') return compareWithVersion(book, asked, before);
  const { jurisdiction: code, kind } = asked;
  const place = await book.placeOf(code);
  const document = documentIn(asked);
  const asOf = (before.kind === 'inForce' ? before.asOf : null) ?? undefined;
  const [first] = inForceWithin(book.records(), place.city, document.effective, asOf);
  const date = first?.period.from ?? document.effective.from;
  const rulesOf = (text: RuleSet | Override) =>
    kind === 'RuleSet'
      ? book.withDraft({ ...place, own: null }, date, { city: text as RuleSet })
      : book.withDraft(place, date, { override: text as Override }, asOf);
  const side = async (text: RuleSet | Override): Promise<Side> => ({
    reference: 'draft',
    label: draftLabel(text, code),
    rules: await rulesOf(text),
    date,
  });
  if (before.kind === 'text')
    return compareSides(book, await side(documentIn({ ...asked, text: before.text })), await side(document), true);
  const day = first === undefined ? ((await book.nearestDate(code, date)) ?? refuse('noRuleSets', { code })) : date;
  const rules = await book.inForce(code, day, asOf);
  return compareSides(
    book,
    { reference: `${code}@${day}`, label: named(rules), rules, date: day },
    await side(document),
  );
}

/** Both sides on the same text of the city: what a day of the city's own changes is neither's. */
async function compareWithVersion(
  book: RuleBook,
  draft: TextToExamine,
  { version, date: asked, asOf: known }: Extract<DraftBefore, { kind: 'version' }>,
): Promise<Comparison> {
  const { jurisdiction: code, kind } = draft;
  const place = await book.placeOf(code);
  const document = documentIn(draft);
  const asOf = known ?? undefined;
  const [first] = inForceWithin(book.records(), place.city, document.effective, asOf);
  const date = asked ?? first?.period.from ?? document.effective.from;
  const isCity = kind === 'RuleSet';
  const after = await (isCity
    ? book.withDraft({ ...place, own: null }, date, { city: document as RuleSet })
    : book.withDraft(place, date, { override: document as Override }, asOf));
  const before = await book.byVersion(code, version, isCity ? null : after.name.base.version);
  return compareSides(
    book,
    { reference: `${code}@${version}`, label: named(before), rules: before, date },
    { reference: 'draft', label: draftLabel(document, code), rules: after, date },
  );
}

/** Both sides by their versions, on the city's version that was looked at: the same on every later day. */
async function compareReviewed(
  book: RuleBook,
  { jurisdiction: code, kind }: TextToExamine,
  { compared: { version, baseVersion, date }, version: own }: Extract<DraftBefore, { kind: 'reviewed' }>,
): Promise<Comparison> {
  if (kind === 'RuleSet' && version === null) return refuse('noRuleSets', { code });
  const side = async (of: string | null): Promise<Side> => {
    const rules = await book.byVersion(code, of, baseVersion);
    return { reference: `${code}@${of ?? date}`, label: named(rules), rules, date };
  };
  return compareSides(book, await side(version), await side(own));
}

function documentIn({ text, maxBytes, published = false }: TextToExamine): RuleSet | Override {
  const { document, findings, kind } = checkDocument(text, { maxBytes, published });
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
