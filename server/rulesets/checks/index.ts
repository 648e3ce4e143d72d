import type { DocumentKind } from '../schemas.ts';
import type { AnyDocument, CheckOptions } from '../validate.ts';
import type { Complaint } from './complaint.ts';

/** All complaints about a document that fits its schema. */
export function crossCheck(_kind: DocumentKind, _document: AnyDocument, _options: CheckOptions): readonly Complaint[] {
  return [];
}
