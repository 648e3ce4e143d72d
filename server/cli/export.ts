import { say } from '../domain/messages/index.ts';
import { headText } from './audit-head.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';

/** `dixian export DIR`: everything published, with its records, for another place; the trail says that it was done. */
export const exportCommand: CommandLine = {
  name: 'export',
  arguments: '<folder>',
  help: 'helpExport',
  async run(workplace, options, [folder = '']) {
    const { writeExport } = await import('../store/archive/export-folder.ts');
    const store = await workplace.openOwned(dataFolderOf(workplace, options));
    try {
      const at = workplace.now(options.demo === true).toISOString();
      const after = { versions: store.records().length, sequence: store.sequence };
      const by = { kind: 'system' } as const;
      await store.act({ audit: [{ at, by, act: 'store.exported', on: null, before: null, after, reason: null }] });
      const { versions, checksum } = await writeExport(store, folder, { at, audit: store.audit.head });
      const shown = { folder, versions, checksum, head: headText(store.audit.head) };
      const { output } = workplace.terminal;
      if (options.json === true) output.write(`${JSON.stringify(shown, null, 2)}\n`);
      else output.write(`${say('exported', shown, options.lang).message}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
