import { headText } from '../usecases/people/audit-head.ts';
import { storeEntry } from '../workflow/audit-entry.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';
import { tell } from './tell.ts';

/** `dixian export DIR`: everything published, with its records, for another place; the trail says that it was done. */
export const exportCommand: CommandLine = {
  name: 'export',
  arguments: '<folder>',
  help: 'helpExport',
  async run(workplace, options, [folder = '']) {
    const { writeExport } = await import('../store/archive/export-folder.ts');
    const { heldApart } = await import('../store/archive/apart.ts');
    const data = dataFolderOf(workplace, options);
    heldApart(data, folder);
    const store = await workplace.openOwned(data);
    try {
      const at = workplace.now(options.demo === true).toISOString();
      const after = { versions: store.records().length, sequence: store.sequence };
      await store.act({ audit: [storeEntry(at, 'store.exported', after)] });
      const { versions, checksum } = await writeExport(store, folder, { at, audit: store.audit.head });
      const shown = { folder, versions, checksum, head: headText(store.audit.head) };
      tell(workplace, options, 'exported', shown);
      return 0;
    } finally {
      await store.close();
    }
  },
};
