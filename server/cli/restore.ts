import { headIn, headText } from '../usecases/people/audit-head.ts';
import { storeEntry } from '../workflow/audit-entry.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';
import { tell } from './tell.ts';
import type { CommonOptions } from './workplace.ts';

/** `dixian restore DIR`: makes a data folder of a backup, every digest checked; that it was done is the next line of the trail. */
export const restoreCommand: CommandLine<CommonOptions & { readonly head?: string }> = {
  name: 'restore',
  arguments: '<folder>',
  help: 'helpRestore',
  options: [['--head <lines:hash>', 'helpHead']],
  async run(workplace, options, [folder = '']) {
    const { copyFolder } = await import('../store/archive/copy-folder.ts');
    const data = dataFolderOf(workplace, options);
    const noted = options.head === undefined ? undefined : headIn(options.head);
    const { versions, drafts, audit } = await copyFolder(folder, data, noted);
    const store = await workplace.openOwned(data);
    try {
      const at = workplace.now(options.demo === true).toISOString();
      const after = { versions, drafts, head: headText(audit) };
      await store.act({ audit: [storeEntry(at, 'store.restored', after)] });
      const shown = { folder: data, versions, drafts, head: headText(store.audit.head) };
      tell(workplace, options, 'restored', shown);
      return 0;
    } finally {
      await store.close();
    }
  },
};
