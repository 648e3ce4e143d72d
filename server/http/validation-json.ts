import type { ValidationAnswer } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { CheckedText } from '../usecases/validation.ts';

/** A checked text as JSON, with its problems in words. */
export function validationJson({ findings, ...rest }: CheckedText, language: Language): string {
  const answer: ValidationAnswer = { ...rest, problems: findings.map((finding) => problem(finding, language)) };
  return JSON.stringify(answer);
}

function problem({ code, severity, args, at = {} }: Finding, language: Language): ValidationAnswer['problems'][number] {
  const { message, help } = say(code, args, language);
  const { pointer = null, line = null, column = null, endLine = null, endColumn = null } = at;
  return { severity, code, args: { ...args }, message, help, pointer, line, column, endLine, endColumn };
}
