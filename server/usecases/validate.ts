import { isDate, type Period } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import type { Override } from '../rulesets/language.ts';
import { MOST_FILE_BYTES, type Parsed, parseDocument } from '../rulesets/parse.ts';
import type { DocumentKind } from '../rulesets/schemas.ts';
import { type AnyDocument, checkedAlone, checkParsed, inOrder } from '../rulesets/validate.ts';
import { foundOnAll, heldTo } from './city-grounds.ts';
import { codesBeside, codesIn } from './listed-codes.ts';
import type { RuleBook } from './rule-book.ts';
import { type CitySources, type StatedGround, statedGrounds } from './stated-grounds.ts';

/** A text to check, with the name that its complaints carry. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
  /** The text as `parseDocument` has read it under that name, for who has it; it is then not read again. */
  readonly parsed?: Parsed;
}

/** What was found in one text. */
export interface Validation extends NamedText {
  readonly kind: DocumentKind | null;
  /** Whose the text says it is, also where it is wrong; null where it does not say. */
  readonly jurisdiction: string | null;
  /** Null where there is any error. */
  readonly document: AnyDocument | null;
  readonly findings: readonly Finding[];
}

/** How texts are checked. */
export interface ValidateOptions {
  /** The largest text taken, in bytes of UTF-8. */
  readonly maxBytes?: number | undefined;
  /** Texts that are not checked themselves, and count like those given where one of them is an override's city's. */
  readonly beside?: readonly NamedText[];
  /** Where the book looks for rules. An override without rules of its city's is then an error that names it, else a warning. */
  readonly lookedIn?: string | undefined;
}

/** A text that was read, and what stands at its head. */
interface ReadText extends NamedText, Heading {
  readonly parsed: Parsed;
}

/**
 * Checks texts of any kind. An override is held to the floor of each of its city's texts in force during its period: of those
 * among the texts given, and for days that none of these is for, of those in force. Each text is read once.
 * @param book opens the published rules, asked for only where an override needs them
 */
export async function validate(
  texts: readonly NamedText[],
  book: () => Promise<RuleBook>,
  { maxBytes = MOST_FILE_BYTES, beside = [], lookedIn }: ValidateOptions = {},
): Promise<readonly Validation[]> {
  const read = ({ file, text, parsed = parseDocument(text, { file, maxBytes }) }: NamedText): ReadText => {
    return { file, text, parsed, ...headingOf(parsed) };
  };
  const all = texts.map(read);
  const sources: CitySources = { texts: [...all, ...beside.map(read)], book, lookedIn };
  const checked: Validation[] = [];
  const codes = codesIn(sources.texts);
  for (const one of all) checked.push(await check(one, sources, codes));
  return checked;
}

/** @param given codes listed among the texts given */
async function check(one: ReadText, sources: CitySources, given: ReadonlySet<string>): Promise<Validation> {
  const { file, text, parsed, jurisdiction, override } = one;
  if (override === null) return { file, text, jurisdiction, ...checkedAlone(parsed) };
  let opened: Promise<RuleBook> | null = null;
  const book = () => {
    opened = sources.book();
    return opened;
  };
  const { grounds, findings: ofGrounds } = await statedGrounds(override, { ...sources, book });
  const codes = await codesBeside(override.extends, given, opened);
  const looks = grounds.map((ground) => heldTo(parsed, ground, codes));
  const { kind, document, findings } =
    looks[0] ?? (codes === undefined ? checkedAlone(parsed) : checkParsed(parsed, { codes }));
  const told = looks.length === 0 ? findings : foundOnAll(looks);
  const placed = ofGrounds.map(({ at, ...finding }) => ({
    ...finding,
    at: parsed.positions.at(at?.pointer ?? '/extends'),
  }));
  const wrong = [...told, ...placed].some(({ severity }) => severity === 'error');
  return { file, text, jurisdiction, kind, document: wrong ? null : document, findings: inOrder([...told, ...placed]) };
}

/** What decides how a text is checked. */
interface Heading {
  readonly jurisdiction: string | null;
  /** Whose city an override extends and for which days; null for texts of other kinds and those too broken to say. */
  readonly override: StatedGround | null;
}

function headingOf({ document }: Parsed): Heading {
  const { kind, jurisdiction, extends: city, effective } = (document ?? {}) as Partial<Override>;
  const period = kind === 'Override' ? periodIn(effective) : null;
  return {
    jurisdiction: typeof jurisdiction === 'string' ? jurisdiction : null,
    override: typeof city === 'string' && period !== null ? { extends: city, period } : null,
  };
}

function periodIn({ from, to }: Partial<Record<'from' | 'to', unknown>> = {}): Period | null {
  if (typeof from !== 'string' || !isDate(from)) return null;
  if (to === undefined) return { from };
  return typeof to === 'string' && isDate(to) && from <= to ? { from, to } : null;
}
