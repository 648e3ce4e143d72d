import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { digest } from '../rulesets/digest.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { MOST_FILE_BYTES, type Parsed, parseDocument } from '../rulesets/parse.ts';
import { resolve } from '../rulesets/resolve.ts';
import type { DocumentKind } from '../rulesets/schemas.ts';
import { type AnyDocument, checkParsed } from '../rulesets/validate.ts';
import type { RuleBook } from './rule-book.ts';

/** A text to check, with the name that its complaints carry. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
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

/** A text that was read, and what stands at its head. */
interface ReadText extends NamedText, Heading {
  readonly parsed: Parsed;
}

/**
 * Checks texts of any kind. An override is held to its city's floor: the city's text among those given, else the one in
 * force on the day the override begins. Each text is read once.
 * @param book opens the published rules, asked for only where an override needs them
 * @param maxBytes the largest text taken
 */
export async function validate(
  texts: readonly NamedText[],
  book: () => Promise<RuleBook>,
  maxBytes: number = MOST_FILE_BYTES,
): Promise<readonly Validation[]> {
  const all = texts.map(({ file, text }): ReadText => {
    const parsed = parseDocument(text, { file, maxBytes });
    return { file, text, parsed, ...headingOf(parsed) };
  });
  const checked: Validation[] = [];
  for (const one of all) checked.push(await check(one, all, book));
  return checked;
}

async function check(one: ReadText, all: readonly ReadText[], book: () => Promise<RuleBook>): Promise<Validation> {
  const { file, text, parsed, jurisdiction, override } = one;
  if (override === null) return { file, text, jurisdiction, ...checkParsed(parsed, {}) };
  const { city, missing } = await cityOf(override, all, book);
  const checked = checkParsed(parsed, city === null ? {} : { city });
  const findings = [...checked.findings, ...missing.map((finding) => ({ ...finding, at: { file, ...finding.at } }))];
  return { file, text, jurisdiction, ...checked, findings };
}

interface City {
  readonly city: EffectiveRuleSet | null;
  /** Why the city's rules could not be found; the floor is then not checked, which is worth a warning. */
  readonly missing: readonly Finding[];
}

/** What decides how a text is checked. */
interface Heading {
  readonly jurisdiction: string | null;
  /** Whose city an override extends and from when; null for texts of other kinds and those too broken to say. */
  readonly override: { readonly extends: string; readonly from: string } | null;
}

async function cityOf(
  override: NonNullable<Heading['override']>,
  all: readonly ReadText[],
  book: () => Promise<RuleBook>,
): Promise<City> {
  for (const { parsed, jurisdiction, override: isOverride } of all) {
    if (jurisdiction !== override.extends || isOverride !== null) continue;
    const { kind, document } = checkParsed(parsed, {});
    if (kind !== 'RuleSet' || document === null) continue;
    const name = { jurisdiction, version: null, digest: digest(document) };
    return { city: resolve({ document: document as RuleSet, name }), missing: [] };
  }
  try {
    const { effective } = await (await book()).cityInForce(override.extends, override.from);
    return { city: effective, missing: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { city: null, missing: error.findings.map((finding) => ({ ...finding, severity: 'warning' })) };
  }
}

function headingOf({ document }: Parsed): Heading {
  const { kind, jurisdiction, extends: city, effective } = (document ?? {}) as Partial<Override>;
  const from = effective?.from;
  const isOverride = kind === 'Override' && typeof city === 'string' && typeof from === 'string';
  return {
    jurisdiction: typeof jurisdiction === 'string' ? jurisdiction : null,
    override: isOverride ? { extends: city, from } : null,
  };
}
