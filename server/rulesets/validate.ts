import type { Finding } from '../domain/finding.ts';
import { crossCheck } from './checks/index.ts';
import type { EffectiveRuleSet } from './effective-rule-set.ts';
import type { Jurisdictions, Override, RuleSet, SampleOffice, Scenarios, TypicalClaims } from './language.ts';
import { type Parsed, type ParseOptions, parseDocument } from './parse.ts';
import { schemaComplaints } from './schema-complaints.ts';
import { type DocumentKind, documentKinds, schemaIds } from './schemas.ts';
import { aboutThousandsComma } from './thousands-comma.ts';
import { aboutValueKey } from './value-key-complaints.ts';
import { didYouMean, givenWords, listed } from './words.ts';
import { keyBeforeWideColon } from './yaml/wide-colon.ts';

/** A document of any kind. */
export type AnyDocument = RuleSet | Override | Jurisdictions | Scenarios | TypicalClaims | SampleOffice;

/** What a text is checked against beside the language. */
export interface CheckOptions extends ParseOptions, Against {}

/** The same of a text that has been read. */
export interface Against {
  /** The city's own effective rule set, to whose floor an override is held. Without it names of the city's are not looked up. */
  readonly city?: EffectiveRuleSet;
  /** True where who asks holds the text to all of the city's texts: days outside the period of this one are then theirs. */
  readonly anyPeriod?: boolean;
  /** True of a text that has been published: what only new texts are held to is passed over. */
  readonly published?: boolean;
  /** The codes of the jurisdictions there are. Without them no code is unknown. */
  readonly codes?: ReadonlySet<string>;
  /** False where code may not be generated: Ajv is then not asked, and the schema read as it stands. */
  readonly generate?: boolean;
}

/** A text that was checked. */
export interface Checked {
  /** What the document says it is, also where it is wrong; null where it says nothing known. */
  readonly kind: DocumentKind | null;
  /** Null where there is any error. */
  readonly document: AnyDocument | null;
  /** Errors and warnings in the order of the text. */
  readonly findings: readonly Finding[];
}

/** The most findings of one text; who has more mends these first. */
const FINDINGS = 200;

/**
 * Checks a text of any kind: read strictly, then by the schema of its kind, then what no schema can say. Each step is taken
 * only where the one before found nothing, so that one defect is one complaint. Never throws for what the text holds.
 */
export function checkDocument(text: string, options: CheckOptions): Checked {
  return checkParsed(parseDocument(text, options), options);
}

/** The same of a text that has been read: reading takes longest, and who checks one against several things reads it once. */
export function checkParsed(parsed: Parsed, options: Against): Checked {
  if (parsed.findings.length > 0) return refused(kindOf(parsed.document), parsed.findings);
  const kind = kindOf(parsed.document);
  if (kind === null) return refused(null, [kindFinding(parsed)]);
  const { document, positions } = parsed;
  const complaints = schemaComplaints(schemaIds[kind], document, FINDINGS, options.generate);
  if (complaints !== null) {
    const findings = complaints
      .map((one) => aboutValueKey(document, options.city, aboutThousandsComma(document, one)))
      .map(({ code, args, pointer, of }): Finding => {
        return { code, severity: 'error', args, at: positions.at(pointer, of) };
      });
    return refused(kind, findings);
  }
  const findings = crossCheck(kind, document as AnyDocument, options).map(
    ({ code, severity, args, pointer, of }): Finding => ({ code, severity, args, at: positions.at(pointer, of) }),
  );
  const wrong = findings.some(({ severity }) => severity === 'error');
  return { kind, document: wrong ? null : (document as AnyDocument), findings: inOrder(findings) };
}

const alone = new WeakMap<Parsed, Checked>();

/** A text that has been read, checked against nothing but the language; found out once, however many ask. */
export function checkedAlone(parsed: Parsed): Checked {
  const checked = alone.get(parsed) ?? checkParsed(parsed, {});
  alone.set(parsed, checked);
  return checked;
}

/** The same of a text that has been published: it stays usable where errors are looked for by now that it was not held to. */
export function checkedPublished(parsed: Parsed): Checked {
  const checked = checkedAlone(parsed);
  return checked.document === null ? checkParsed(parsed, { published: true }) : checked;
}

function refused(kind: DocumentKind | null, findings: readonly Finding[]): Checked {
  return { kind, document: null, findings: inOrder(findings) };
}

/** Findings by their places, as many as are told of one text. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const placed = (one: Finding) => (one.at?.line ?? 0) * 100_000 + (one.at?.column ?? 0);
  return findings.toSorted((a, b) => placed(a) - placed(b)).slice(0, FINDINGS);
}

function kindOf(document: unknown): DocumentKind | null {
  const kind = said(document, 'kind');
  return documentKinds.find((known) => known === kind) ?? null;
}

function said(document: unknown, key: string): unknown {
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, key)) return undefined;
  return Reflect.get(document, key) as unknown;
}

/** Why a text is of no known kind. */
function kindFinding({ document, positions }: Parsed): Finding {
  const finding = (code: string, args: Finding['args'], pointer: string): Finding => {
    return { code, severity: 'error', args, at: positions.at(pointer) };
  };
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    const key = typeof document === 'string' ? keyBeforeWideColon(document) : null;
    if (key !== null) return finding('wideColon', { key }, '');
    return finding('documentNotMap', { given: givenWords(document) }, '');
  }
  const kind = said(document, 'kind');
  const known = listed(documentKinds);
  if (kind === undefined) return finding('kindMissing', { known }, '');
  return finding(
    'kindUnknown',
    { given: givenWords(kind), known, meant: didYouMean(String(kind), documentKinds) },
    '/kind',
  );
}
