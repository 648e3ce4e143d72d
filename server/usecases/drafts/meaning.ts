import { digest } from '../../rulesets/digest.ts';
import { checkDocument } from '../../rulesets/validate.ts';
import type { TextToExamine } from '../office/text-workshop.ts';

/**
 * The digest over what a draft's text means, by which a copy of it is known whatever its comments are.
 * @returns null where it is no document of its kind that could be put forward as it stands
 */
export function meaningOf({ text, kind, maxBytes }: Pick<TextToExamine, 'text' | 'kind' | 'maxBytes'>): string | null {
  const checked = checkDocument(text, { maxBytes });
  return checked.document === null || checked.kind !== kind ? null : digest(checked.document);
}
