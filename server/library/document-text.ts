import type { Finding } from '../domain/finding.ts';
import { refuse } from '../domain/refusal.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import { type Against, type Checked, checkDocument } from '../rulesets/validate.ts';

/**
 * Checks a document that is a YAML text, or data. Data is read as the JSON it is written as, which is YAML: it is held to
 * the same, and its places are pointers alone.
 * @throws Refusal `libraryNotJson`
 */
export function checkGiven(document: string | object, options: Against): Checked {
  const limits = { ...options, maxBytes: MOST_FILE_BYTES };
  if (typeof document === 'string') return checkDocument(document, limits);
  const checked = checkDocument(jsonOf(document), limits);
  return { ...checked, findings: checked.findings.map(withoutLine) };
}

/**
 * Data as JSON text; what JSON leaves out (undefined, functions) is left out.
 * @throws Refusal `libraryNotJson` for what it cannot hold: a circle, a BigInt
 */
export function jsonOf(data: unknown): string {
  try {
    return JSON.stringify(data) ?? 'null';
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refuse('libraryNotJson', { reason });
  }
}

function withoutLine({ at, ...finding }: Finding): Finding {
  return { ...finding, at: { pointer: at?.pointer ?? '' } };
}
