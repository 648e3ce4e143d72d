import type { Language } from '../domain/label.ts';
import { Refusal } from '../domain/refusal.ts';
import { digest as digestOf } from '../rulesets/digest.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { termsDigest } from '../rulesets/terms-digest.ts';
import { mayGenerate } from './code-generation.ts';
import type { CompiledRules } from './compiled-rules.ts';
import { type Diagnostic, diagnosticOf } from './diagnostic.ts';
import { thrown } from './dixian-error.ts';
import { checkGiven } from './document-text.ts';
import { insideOf } from './inside.ts';

/** What a document is checked against, and how that is told. */
export interface ValidateOptions {
  /** The city's rules, to whose floor an override is held; without them only the override itself is checked. */
  readonly rules?: CompiledRules | undefined;
  /** False: no code is generated. Unless given it is where that is allowed. */
  readonly generate?: boolean | undefined;
  /** Chinese unless given. */
  readonly language?: Language | undefined;
}

/** What was found in a document. */
export interface Validation {
  /** What the document says it is; null where it says nothing known. */
  readonly kind: 'RuleSet' | 'Override' | 'Jurisdictions' | 'Scenarios' | 'TypicalClaims' | 'SampleOffice' | null;
  readonly valid: boolean;
  /** In the order of the text. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Checks a document of any kind: a YAML text, or data of the same shape. A wrong document is an answer, not an error.
 * @throws DixianError `libraryNotJson` for data that JSON cannot hold
 */
export function validate(document: string | object, options: ValidateOptions = {}): Validation {
  const { rules, generate = mayGenerate(), language = 'zh' } = options;
  const city = rules === undefined ? {} : { city: insideOf(rules).city };
  try {
    const { kind, findings } = checkGiven(document, { ...city, generate });
    const of = (wanted: 'error' | 'warning') =>
      findings.filter(({ severity }) => severity === wanted).map((finding) => diagnosticOf(finding, language));
    const errors = of('error');
    return { kind, valid: errors.length === 0, errors, warnings: of('warning') };
  } catch (error) {
    throw thrown(error, language);
  }
}

/** What names a document for ever: comments and the order of keys change neither. */
export interface Digests {
  /** Over everything that it means. */
  readonly digest: string;
  /** Over its figures and rules alone. */
  readonly termsDigest: string;
}

/**
 * The digests of a rule set or an override.
 * @throws DixianError where the document is wrong or of another kind
 */
export function digest(document: string | object, options: Omit<ValidateOptions, 'rules'> = {}): Digests {
  const { generate = mayGenerate(), language = 'zh' } = options;
  try {
    const { kind, document: read, findings } = checkGiven(document, { generate });
    if (read === null) throw new Refusal(findings.filter(({ severity }) => severity === 'error'));
    if (kind !== 'RuleSet' && kind !== 'Override') {
      const args = { wanted: 'RuleSet, Override', given: String(kind) };
      throw new Refusal([{ code: 'libraryWrongKind', severity: 'error', args, at: { pointer: '/kind' } }]);
    }
    return { digest: digestOf(read), termsDigest: termsDigest(read as RuleSet | Override) };
  } catch (error) {
    throw thrown(error, language);
  }
}
