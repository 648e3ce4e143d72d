import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { digest } from '../rulesets/digest.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { MOST_FILE_BYTES, parseDocument } from '../rulesets/parse.ts';
import { resolve } from '../rulesets/resolve.ts';
import type { DocumentKind } from '../rulesets/schemas.ts';
import { type AnyDocument, checkDocument } from '../rulesets/validate.ts';
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

/**
 * Checks texts of any kind. An override is held to its city's floor: the city's text among those given, else the one in
 * force on the day the override begins.
 * @param book opens the published rules, asked for only where an override needs them
 */
export async function validate(
  texts: readonly NamedText[],
  book: () => Promise<RuleBook>,
): Promise<readonly Validation[]> {
  const checked: Validation[] = [];
  for (const { file, text } of texts) checked.push(await check({ file, text }, texts, book));
  return checked;
}

async function check(one: NamedText, all: readonly NamedText[], book: () => Promise<RuleBook>): Promise<Validation> {
  const { file, text } = one;
  const options = { file, maxBytes: MOST_FILE_BYTES };
  const { jurisdiction, override } = headingIn(text);
  if (override === null) return { ...one, jurisdiction, ...checkDocument(text, options) };
  const { city, missing } = await cityOf(override, all, book);
  const checked = checkDocument(text, city === null ? options : { ...options, city });
  const findings = [...checked.findings, ...missing.map((finding) => ({ ...finding, at: { file, ...finding.at } }))];
  return { ...one, jurisdiction, ...checked, findings };
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
  all: readonly NamedText[],
  book: () => Promise<RuleBook>,
): Promise<City> {
  for (const { file, text } of all) {
    const { kind, document } = checkDocument(text, { file, maxBytes: MOST_FILE_BYTES });
    if (kind !== 'RuleSet' || document === null) continue;
    const { jurisdiction } = document as RuleSet;
    if (jurisdiction !== override.extends) continue;
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

function headingIn(text: string): Heading {
  const { document } = parseDocument(text, { maxBytes: MOST_FILE_BYTES });
  const { kind, jurisdiction, extends: city, effective } = (document ?? {}) as Partial<Override>;
  const from = effective?.from;
  const isOverride = kind === 'Override' && typeof city === 'string' && typeof from === 'string';
  return {
    jurisdiction: typeof jurisdiction === 'string' ? jurisdiction : null,
    override: isOverride ? { extends: city, from } : null,
  };
}
