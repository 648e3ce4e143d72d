import { headText } from '../usecases/people/audit-head.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';
import { tell } from './tell.ts';

/** `dixian backup DIR`: copies the data folder, beside the service that uses it or without one. */
export const backupCommand: CommandLine = {
  name: 'backup',
  arguments: '<folder>',
  help: 'helpBackup',
  async run(workplace, options, [folder = '']) {
    const { copyFolder } = await import('../store/archive/copy-folder.ts');
    const { versions, drafts, audit } = await copyFolder(dataFolderOf(workplace, options), folder);
    const shown = { folder, versions, drafts, head: headText(audit) };
    tell(workplace, options, 'backupMade', shown);
    return 0;
  },
};
