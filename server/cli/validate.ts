import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { type Validation, validate } from '../usecases/validate.ts';
import type { CommandLine } from './program.ts';
import { excerpt, placeWords } from './report.ts';
import { openBook, readTexts } from './sources.ts';

/** `dixian validate FILE…`: every complaint with its place, the source line and what would put it right. */
export const validateCommand: CommandLine = {
  name: 'validate',
  arguments: '<files...>',
  help: 'helpValidate',
  async run(workplace, options, files) {
    const { lang } = options;
    const { output } = workplace.terminal;
    const checked = await validate(readTexts(files), () => openBook(workplace, options));
    const errors = count(checked, 'error');
    if (options.json === true)
      output.write(
        `${JSON.stringify(
          checked.map((one) => asJson(one, lang)),
          null,
          2,
        )}\n`,
      );
    else {
      for (const one of checked) output.write(words(one, lang));
      const summary = { files: checked.length, errors, warnings: count(checked, 'warning') };
      output.write(`${say('validationSummary', summary, lang).message}\n`);
    }
    return errors > 0 ? 1 : 0;
  },
};

function count(checked: readonly Validation[], severity: 'error' | 'warning'): number {
  return checked.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
}

function words({ file, text, findings }: Validation, language: Language): string {
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

function asJson({ file, kind, findings }: Validation, language: Language): Record<string, unknown> {
  return {
    file,
    kind,
    findings: findings.map(({ code, severity, args, at }) => ({
      code,
      severity,
      ...say(code, args, language),
      args,
      ...at,
      file,
    })),
  };
}
