import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { type Validation, validate } from '../usecases/validate.ts';
import type { CommandLine } from './program.ts';
import { citiesBeside, openUncheckedBook, readTexts } from './sources.ts';
import { validationWords } from './validation-words.ts';

/** `dixian validate FILE…`: every complaint with its place, the source line and what would put it right. */
export const validateCommand: CommandLine = {
  name: 'validate',
  arguments: '<files...>',
  help: 'helpValidate',
  async run(workplace, options, files) {
    const { lang } = options;
    const { output } = workplace.terminal;
    const texts = readTexts(files);
    const { rules, data } = options;
    const checked = await validate(texts, () => openUncheckedBook(workplace, options), {
      // Who names the rules wants these.
      beside: rules === undefined && data === undefined ? citiesBeside(texts) : [],
      lookedIn: data ?? workplace.rulesFolder(rules),
    });
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
      for (const one of checked) output.write(validationWords(one, lang));
      const summary = { files: checked.length, errors, warnings: count(checked, 'warning') };
      output.write(`${say('validationSummary', summary, lang).message}\n`);
    }
    return errors > 0 ? 1 : 0;
  },
};

function count(checked: readonly Validation[], severity: 'error' | 'warning'): number {
  return checked.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
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
