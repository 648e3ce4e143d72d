import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import { digestsOf } from '../usecases/digest.ts';
import type { CommandLine } from './program.ts';
import { readText } from './report.ts';
import { dateFor, openBook } from './sources.ts';
import type { CommonOptions } from './workplace.ts';

const CODE = /^[0-9]{6}$/;

/** `dixian digest FILE|CODE --date`: the digests of a text, or of the rules in force. */
export const digestCommand: CommandLine<CommonOptions & { readonly date?: string }> = {
  name: 'digest',
  arguments: '<file-or-code>',
  help: 'helpDigest',
  options: [['--date <date>', 'helpDate']],
  async run(workplace, options, [subject = '']) {
    const digests = CODE.test(subject)
      ? await ofCode(workplace, options, subject)
      : digestsOf({ file: subject, text: readText(subject, MOST_FILE_BYTES) });
    const { output } = workplace.terminal;
    if (options.json === true) output.write(`${JSON.stringify(digests, null, 2)}\n`);
    else for (const [name, value] of Object.entries(digests)) output.write(`${name} ${value ?? '-'}\n`);
    return 0;
  },
};

async function ofCode(
  workplace: Parameters<CommandLine['run']>[0],
  options: CommonOptions & { readonly date?: string },
  code: string,
): Promise<Readonly<Record<string, string | null>>> {
  const book = await openBook(workplace, options);
  const date = await dateFor(workplace, book, code, options);
  const { name, effective } = await book.inForce(code, date);
  return {
    jurisdiction: name.jurisdiction,
    date,
    version: name.version,
    digest: name.digest,
    baseVersion: name.base.version,
    baseDigest: name.base.digest,
    effectiveDigest: effective.effectiveDigest,
    effectiveTermsDigest: effective.effectiveTermsDigest,
  };
}
