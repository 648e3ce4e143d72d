import { say } from '../domain/messages/index.ts';
import { headText } from './audit-head.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';

/** `dixian backup DIR`: copies the data folder, beside the service that uses it or without one. */
export const backupCommand: CommandLine = {
  name: 'backup',
  arguments: '<folder>',
  help: 'helpBackup',
  async run(workplace, options, [folder = '']) {
    const { copyFolder } = await import('../store/archive/copy-folder.ts');
    const { versions, drafts, audit } = await copyFolder(dataFolderOf(workplace, options), folder);
    const shown = { folder, versions, drafts, head: headText(audit) };
    const { output } = workplace.terminal;
    if (options.json === true) output.write(`${JSON.stringify(shown, null, 2)}\n`);
    else output.write(`${say('backupMade', shown, options.lang).message}\n`);
    return 0;
  },
};
