import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';

/** Which of the documents handed in something was found in. */
export type DocumentRole = 'ruleSet' | 'override';

/** One thing that is wrong or worth knowing, in words. */
export interface Diagnostic {
  /** Stays the same, while words may get better. */
  readonly code: string;
  readonly message: string;
  /** What would put it right, where something would. */
  readonly help?: string;
  /** JSON pointer (RFC 6901) into the document or request; empty for the whole. */
  readonly pointer: string;
  /** Place in a document given as text, counted from 1. */
  readonly line?: number;
  readonly column?: number;
  /** Where two documents were handed in: the one it is about. */
  readonly document?: DocumentRole;
}

/** A finding in words. */
export function diagnosticOf({ code, args, at }: Finding, language: Language, document?: DocumentRole): Diagnostic {
  const { message, help } = say(code, args, language);
  return {
    code,
    message,
    ...(help === null ? {} : { help }),
    pointer: at?.pointer ?? '',
    ...(at?.line === undefined || at.column === undefined ? {} : { line: at.line, column: at.column }),
    ...(document === undefined ? {} : { document }),
  };
}
