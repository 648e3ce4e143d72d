import type { ValidationAnswer } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import { digest } from '../rulesets/digest.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { termsDigest } from '../rulesets/terms-digest.ts';
import type { RuleBook } from './rule-book.ts';
import { validate } from './validate.ts';

/** The answer of validation-answer.schema.json with its problems not yet in words. */
export type CheckedText = Omit<ValidationAnswer, 'problems'> & { readonly findings: readonly Finding[] };

/**
 * Checks one YAML text of any kind: an override against the floor of its city's rules in force on the day it begins. A text
 * with errors is an answered question and no refusal.
 * @param maxBytes the largest text taken
 */
export async function validation(book: RuleBook, text: string, maxBytes?: number): Promise<CheckedText> {
  const [checked] = await validate([{ file: '', text }], async () => book, { maxBytes });
  const { kind = null, jurisdiction = null, document = null, findings = [] } = checked ?? {};
  const own =
    document !== null && (kind === 'RuleSet' || kind === 'Override') ? (document as RuleSet | Override) : null;
  return {
    kind,
    valid: document !== null,
    jurisdiction,
    digest: own === null ? null : digest(own),
    termsDigest: own === null ? null : termsDigest(own),
    findings,
  };
}
