import { isDate, type Period } from '../domain/dates.ts';
import { type Label, labelOf } from '../domain/label.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { digest } from '../rulesets/digest.ts';
import { MOST_FILE_BYTES, type Parsed, parseDocument } from '../rulesets/parse.ts';

/** What a store has to know of a text: whose it is, when it holds, and the digest of its meaning. */
export interface Heading {
  readonly kind: 'RuleSet' | 'Override';
  readonly jurisdiction: string;
  readonly effective: Period;
  readonly digest: string;
  /** True where the text marks itself as made up. */
  readonly sample: boolean;
  /** The city an override belongs to; null for a rule set. */
  readonly extends: string | null;
  readonly title: Label;
}

/** A text of another kind: `Jurisdictions`, `TypicalClaims`, `Scenarios`, … */
export interface OtherText {
  readonly kind: string;
  /** The codes that a text of kind Jurisdictions names; of kind TypicalClaims, the city's. */
  readonly codes: readonly string[];
}

/**
 * Reads what stands at the head of a text, and its digest; the rest is for validation.
 * @param file named in what is found wrong
 * @throws Refusal with everything that keeps the text from being read, or `textNotUnderstood` where it says not what it is
 */
export function headingOf(text: string, file?: string): Heading | OtherText {
  return headingIn(parsedFile(text, file), file);
}

/** A text of a file or of the store, read. */
export function parsedFile(text: string, file?: string): Parsed {
  return parseDocument(text, { ...(file === undefined ? {} : { file }), maxBytes: MOST_FILE_BYTES });
}

/** {@link headingOf} a text that has been read: reading takes longest. */
export function headingIn({ document, findings }: Parsed, file?: string): Heading | OtherText {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(errors);
  const kind = field(document, 'kind');
  if (typeof kind !== 'string') return notUnderstood('kind', file);
  if (kind === 'TypicalClaims') return { kind, codes: [codeIn(document, 'jurisdiction', file)] };
  if (kind !== 'RuleSet' && kind !== 'Override') return { kind, codes: codesOf(document) };
  const jurisdiction = codeIn(document, 'jurisdiction', file);
  return {
    kind,
    jurisdiction,
    effective: periodIn(document, file),
    digest: digest(document),
    sample: field(document, 'sample') === true,
    extends: kind === 'Override' ? codeIn(document, 'extends', file) : null,
    title: titleIn(document, jurisdiction),
  };
}

/** Whether a heading is that of a text that can be published. */
export function isPublishable(heading: Heading | OtherText): heading is Heading {
  return 'digest' in heading;
}

function field(document: unknown, name: string): unknown {
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, name)) return undefined;
  return Reflect.get(document, name) as unknown;
}

function codesOf(document: unknown): readonly string[] {
  const listed = field(document, 'jurisdictions');
  if (!Array.isArray(listed)) return [];
  return listed.map((one) => field(one, 'code')).filter((code) => typeof code === 'string');
}

function codeIn(document: unknown, name: string, file: string | undefined): string {
  const code = field(document, name);
  return typeof code === 'string' && /^[0-9]{6}$/.test(code) ? code : notUnderstood(name, file);
}

function periodIn(document: unknown, file: string | undefined): Period {
  const effective = field(document, 'effective');
  const [from, to] = [field(effective, 'from'), field(effective, 'to')];
  if (typeof from !== 'string' || !isDate(from)) return notUnderstood('effective', file);
  if (to === undefined) return { from };
  return typeof to === 'string' && isDate(to) && from <= to ? { from, to } : notUnderstood('effective', file);
}

function titleIn(document: unknown, fallback: string): Label {
  const title = field(document, 'title');
  if (typeof title === 'string') return labelOf(title, fallback);
  const [zh, en] = [field(title, 'zh'), field(title, 'en')];
  if (typeof zh !== 'string') return labelOf(undefined, fallback);
  return labelOf(typeof en === 'string' ? { zh, en } : { zh }, fallback);
}

function notUnderstood(part: string, file: string | undefined): never {
  return refuse('textNotUnderstood', { part, file: file ?? null }, file === undefined ? undefined : { file });
}
