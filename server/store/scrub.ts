import { sha256 } from '../domain/sha256.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import type { DataFolder } from './data-folder.ts';
import type { FileSystem } from './file-system.ts';
import type { PublicationRow } from './ledger.ts';

/**
 * What is wrong with a publication's text on disk: it is gone, it cannot be read, it is another publication's, or its bytes
 * have changed.
 */
export type Damage = 'textMissing' | 'textUnreadable' | 'textForeign' | 'textDamaged';

/** What is wrong with a text that stands beside the publications; a draft's is called after its sha256 and says nothing else. */
export type DamageBeside = 'textBesideDamaged' | 'draftTextDamaged';

/** A text found damaged: a publication's, or one that stands beside them (`record` is null). */
export type FoundDamage =
  | { readonly record: PublicationRecord; readonly damage: Damage; readonly file: string }
  | { readonly record: null; readonly damage: DamageBeside; readonly file: string };

/** A text as it stands on disk: its bytes where they are those that were published, else what is wrong. */
export type ReadText = { readonly bytes: Uint8Array; readonly damage: null } | { readonly damage: Damage };

/**
 * Reads a publication's text and holds it to the hash in its record: the one way to a text, so that a damaged one is never
 * served, whether a scrub has come to it or not.
 * @param hashes the hashes of all publications' texts
 */
export async function readText(
  fs: FileSystem,
  folder: DataFolder,
  row: PublicationRow,
  hashes: ReadonlySet<string>,
): Promise<ReadText> {
  const bytes = await fs.read(folder.text(row.record)).catch(() => undefined);
  if (bytes === undefined) return { damage: 'textUnreadable' };
  if (bytes === null) return { damage: 'textMissing' };
  const found = sha256(bytes);
  if (found === row.bytes) return { bytes, damage: null };
  return { damage: hashes.has(found) ? 'textForeign' : 'textDamaged' };
}

/**
 * Looks at texts one after another, each time giving way to whatever else there is to do.
 * @param rows what the texts are found by
 * @param look reads a text, and notes what is wrong with it
 * @param isOver asked before each text
 */
export async function scrub<Row>(
  rows: Iterable<Row>,
  look: (row: Row) => Promise<unknown>,
  isOver: () => boolean,
): Promise<void> {
  for (const row of rows) {
    if (isOver()) return;
    await look(row);
  }
}
