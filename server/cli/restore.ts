import { say } from '../domain/messages/index.ts';
import { headIn, headText } from './audit-head.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';
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
      const by = { kind: 'system' } as const;
      await store.act({ audit: [{ at, by, act: 'store.restored', on: null, before: null, after, reason: null }] });
      const shown = { folder: data, versions, drafts, head: headText(store.audit.head) };
      const { output } = workplace.terminal;
      if (options.json === true) output.write(`${JSON.stringify(shown, null, 2)}\n`);
      else output.write(`${say('restored', shown, options.lang).message}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
