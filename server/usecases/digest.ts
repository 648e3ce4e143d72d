import { Refusal, refuse } from '../domain/refusal.ts';
import { digest } from '../rulesets/digest.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import { termsDigest } from '../rulesets/terms-digest.ts';
import { checkDocument } from '../rulesets/validate.ts';
import type { NamedText } from './validate.ts';

/** The digests of one text. */
export interface TextDigests {
  readonly kind: string;
  readonly jurisdiction: string;
  /** Over everything the text means. */
  readonly digest: string;
  /** Over its figures and rules alone. */
  readonly termsDigest: string;
}

/**
 * The digests of a rule set's or an override's text.
 * @throws Refusal with what is wrong with the text, or `cliNotARuleSet`
 */
export function digestsOf({ file, text }: NamedText): TextDigests {
  const { kind, document, findings } = checkDocument(text, { file, maxBytes: MOST_FILE_BYTES });
  if (document === null) throw new Refusal(findings.filter(({ severity }) => severity === 'error'));
  if (kind !== 'RuleSet' && kind !== 'Override') return refuse('cliNotARuleSet', { file });
  const own = document as RuleSet | Override;
  return { kind, jurisdiction: own.jurisdiction, digest: digest(own), termsDigest: termsDigest(own) };
}
