import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { Validation } from '../usecases/validate.ts';
import { excerpt, placeWords } from './report.ts';

/** What was found in a text: each finding with its place, its code, the source line and what would put it right. */
export function validationWords({ file, text, findings }: Validation, language: Language): string {
  return findings
    .map(({ code, args, severity, at }) => {
      const { message, help } = say(code, args, language);
      const place = placeWords({ file, ...at });
      const kind = say(severity === 'error' ? 'severityError' : 'severityWarning', {}, language).message;
      const more = help === null ? '' : `  ${say('helpLabel', {}, language).message}${help}\n`;
      return `${place}: ${kind} ${code}: ${message}\n${excerpt(text, at)}${more}`;
    })
    .join('');
}
