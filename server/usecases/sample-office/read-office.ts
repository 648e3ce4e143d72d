import type { SampleOffice } from '../../../schemas/generated/documents.ts';
import { Refusal } from '../../domain/refusal.ts';
import { MOST_FILE_BYTES } from '../../rulesets/parse.ts';
import { checkDocument } from '../../rulesets/validate.ts';

/**
 * The sample office that a text tells of.
 * @throws Refusal with everything that is wrong with the text, by line and column
 */
export function readOffice(text: string, file: string): SampleOffice {
  const { kind, document, findings } = checkDocument(text, { file, maxBytes: MOST_FILE_BYTES });
  if (kind === 'SampleOffice' && document !== null) return document as SampleOffice;
  const errors = findings.filter(({ severity }) => severity === 'error');
  throw new Refusal(
    errors.length > 0
      ? errors
      : [{ code: 'sampleOfficeKind', severity: 'error', args: { kind: kind ?? '' }, at: { file } }],
  );
}
