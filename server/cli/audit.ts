import { Refusal, refuse } from '../domain/refusal.ts';
import { inShort } from '../rulesets/words.ts';
import type { Verified } from '../store/archive/copy-folder.ts';
import { type AuditHead, TRAIL_FAULTS } from '../store/audit-trail.ts';
import { headIn, headText } from '../usecases/people/audit-head.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';
import { findingLine } from './report.ts';
import { tell } from './tell.ts';
import type { CommonOptions } from './workplace.ts';

/** `dixian audit verify`: holds the audit trail to its chain, and to an end that was noted elsewhere. */
export const auditCommand: CommandLine<CommonOptions & { readonly head?: string }> = {
  name: 'audit',
  arguments: '<verify>',
  help: 'helpAudit',
  options: [['--head <lines:hash>', 'helpHead']],
  async run(workplace, options, [action = '']) {
    if (action !== 'verify') refuse('auditAction', { given: inShort(action) });
    const { lang, json, head } = options;
    const { output } = workplace.terminal;
    const noted = head === undefined ? undefined : headIn(head);
    try {
      const found = await verified(dataFolderOf(workplace, options), noted);
      const { lines, beyond } = found;
      const shown = { lines, head: headText(found), beyondBytes: beyond.bytes, beyondLines: beyond.lines };
      tell(workplace, options, beyond.bytes === 0 ? 'auditWhole' : 'auditWholeAndMore', shown);
      return 0;
    } catch (error) {
      if (!(error instanceof Refusal) || !TRAIL_FAULTS.includes(error.code)) throw error;
      const [finding] = error.findings;
      if (json === true) output.write(`${JSON.stringify(finding, null, 2)}\n`);
      else if (finding !== undefined) output.write(`${findingLine(finding, lang)}\n`);
      return 1;
    }
  },
};

async function verified(folder: string, noted: AuditHead | undefined): Promise<Verified> {
  const { verifyTrail } = await import('../store/archive/copy-folder.ts');
  return verifyTrail(folder, noted);
}
