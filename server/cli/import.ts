import { headText } from '../usecases/people/audit-head.ts';
import { storeEntry } from '../workflow/audit-entry.ts';
import { dataFolderOf } from './data-option.ts';
import type { CommandLine } from './program.ts';
import { tell } from './tell.ts';
import type { CommonOptions } from './workplace.ts';

/** `dixian import DIR`: takes an export into a data folder in which nothing has been published. */
export const importCommand: CommandLine<CommonOptions & { readonly checksum?: string }> = {
  name: 'import',
  arguments: '<folder>',
  help: 'helpImport',
  options: [['--checksum <sha256>', 'helpChecksum']],
  async run(workplace, options, [folder = '']) {
    const { readExport } = await import('../store/archive/export-folder.ts');
    const read = await readExport(folder, options.checksum);
    const { heldApart } = await import('../store/archive/apart.ts');
    const data = dataFolderOf(workplace, options);
    heldApart(folder, data);
    const store = await workplace.openOwned(data, true);
    try {
      const at = workplace.now(options.demo === true).toISOString();
      const after = { versions: read.versions.length, checksum: read.checksum, head: headText(read.audit) };
      await store.act({
        audit: [storeEntry(at, 'store.imported', after)],
        adopted: read.versions,
        jurisdictions: read.jurisdictions,
        typicalClaims: read.typicalClaims,
      });
      const shown = { folder, versions: read.versions.length, head: headText(store.audit.head) };
      tell(workplace, options, 'imported', shown);
      return 0;
    } finally {
      await store.close();
    }
  },
};
