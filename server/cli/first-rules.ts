import { say } from '../domain/messages/index.ts';
import { refuse } from '../domain/refusal.ts';
import type { RuleSource } from '../rulesets/publication.ts';
import { checkRules } from '../usecases/check-rules.ts';
import { validationWords } from './validation-words.ts';
import type { CommonOptions, Workplace } from './workplace.ts';

/**
 * The rules of a folder that are to be published into a data folder without any. A version that is published stays for good,
 * so every text is checked before; what is wrong is told as `dixian validate` tells it, on standard error.
 * @throws Refusal `rulesNotPublished` where any text has an error; `fileUnreadable`, `textNotUtf8`
 */
export async function firstRules(
  workplace: Workplace,
  { lang, demo = false }: CommonOptions,
  folder: string,
): Promise<RuleSource> {
  const { errors: stream } = workplace.terminal;
  const rules = await workplace.readRules(folder, demo);
  const checked = await checkRules(rules);
  const findings = checked.flatMap((one) => one.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    for (const one of checked) stream.write(validationWords(withoutWarnings(one), lang));
    refuse('rulesNotPublished', { folder, errors });
  }
  if (findings.length > 0)
    stream.write(`${say('rulesPublishedWarnings', { folder, warnings: findings.length }, lang).message}\n`);
  return rules.source();
}

/** Whoever has errors to correct looks for these. */
function withoutWarnings<Checked extends { readonly findings: readonly { readonly severity: string }[] }>(
  checked: Checked,
): Checked {
  return { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') };
}
