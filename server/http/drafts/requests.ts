import { isDate } from '../../domain/dates.ts';
import { Refusal } from '../../domain/refusal.ts';
import { kindWords } from '../../rulesets/kind-words.ts';
import { isVersion } from '../../rulesets/version-form.ts';
import { inShort } from '../../rulesets/words.ts';
import { refusedCharacter } from '../../rulesets/yaml/characters.ts';
import type { NewDraft } from '../../usecases/drafts/create.ts';
import { type FieldCheck, fieldFindings, isObject, text, wrong } from '../../usecases/request-field.ts';
import { isDigest } from '../../usecases/rule-set-choice.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { MOST_CHARACTERS } from '../../workflow/draft.ts';

/** A letter, figure, mark of punctuation or sign that is drawn; a reason of blanks alone, however they are called, is none. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * What people say: something that can be seen, no more than somebody reads, and nothing that turns the text of an audit line or a
 * page round, or that a terminal obeys.
 */
const words: FieldCheck = (value, field) => {
  const isWords = (given: string) =>
    VISIBLE.test(given) && [...given].length <= MOST_CHARACTERS && refusedCharacter(given) === -1;
  if (typeof value !== 'string' || isWords(value)) return text(field, value, 'wordsLength', isWords);
  return [wrong('wordsLength', `/${field}`, { field, most: MOST_CHARACTERS })];
};
const code: FieldCheck = (value, field) => text(field, value, 'requestNotCode', (given) => /^[0-9]{6}$/.test(given));
const date: FieldCheck = (value, field) => text(field, value, 'requestNotDate', isDate);
const version: FieldCheck = (value, field) => text(field, value, 'requestNotVersion', isVersion);
const digest: FieldCheck = (value, field) => text(field, value, 'requestNotDigest', isDigest);
/** As rule sets write it: what else stood here would stand in the audit trail and on pages. A draft may have standards of its own. */
const standard: FieldCheck = (value, field) => {
  if (value === null) return [];
  if (typeof value !== 'string' || isStandardId(value)) return text(field, value, 'requestNotAName', isStandardId);
  return [wrong('requestNotAName', `/${field}`, { field, given: JSON.stringify(inShort(value)) })];
};

function isStandardId(given: string): boolean {
  return given.length <= 160 && /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/.test(given);
}

/** The fields of a body. @throws Refusal with everything that is wrong */
function fieldsIn(
  body: string,
  required: Readonly<Record<string, FieldCheck>>,
  optional: Readonly<Record<string, FieldCheck>> = {},
): Readonly<Record<string, string | null | undefined>> {
  const value = parseStrictJson(body);
  if (!isObject(value)) throw new Refusal([wrong('requestNotObject', '', { given: kindWords(value) })]);
  const findings = fieldFindings(value, { required: Object.keys(required), checks: { ...required, ...optional } });
  if (findings.length > 0) throw new Refusal(findings);
  // Each was a text, or null where its check takes that.
  return value as Readonly<Record<string, string | null | undefined>>;
}

/** What a draft is to begin from. @throws Refusal */
export function newDraftIn(body: string): NewDraft {
  const either: FieldCheck = (value, field, { date: other }) => [
    ...version(value, field, {}),
    ...(other == null ? [] : [wrong('requestNotTogether', `/${field}`, { field, other: 'date' })]),
  ];
  const optional = { date, version: either };
  const { jurisdiction, date: day, version: number } = fieldsIn(body, { jurisdiction: code }, optional);
  return {
    jurisdiction: String(jurisdiction),
    ...(day != null && { date: day }),
    ...(number != null && { version: number }),
  };
}

/** Why something is done. @throws Refusal */
export function reasonIn(body: string): string {
  return String(fieldsIn(body, { reason: words }).reason).trim();
}

/** The digest that an approval is of, and why it is given where that is said. @throws Refusal */
export function approvalIn(body: string): { readonly digest: string; readonly reason: string | null } {
  const { digest: of, reason = null } = fieldsIn(body, { digest }, { reason: words });
  return { digest: String(of), reason: reason === null ? null : reason.trim() };
}

/** What is said of a draft. @throws Refusal */
export function commentIn(body: string): { readonly standard: string | null; readonly text: string } {
  const { standard: of = null, text: said } = fieldsIn(body, { text: words }, { standard });
  return { standard: of, text: String(said).trim() };
}
