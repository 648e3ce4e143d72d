import { join } from 'node:path';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { MOST_FILE_BYTES } from '../../rulesets/parse.ts';
import { type Beyond, heldBeside } from '../audit-beyond.ts';
import { type AuditHead, holdTo } from '../audit-trail.ts';
import { DataFolder, makeFolders } from '../data-folder.ts';
import { DeskFile } from '../desk-file.ts';
import { makeFolderDurably, writeDurably } from '../durable-write.ts';
import { readTrail } from '../embedded-store.ts';
import { nodeFileSystem as fs } from '../file-system.ts';
import { headingOf, isPublishable } from '../heading.ts';
import type { Ledger } from '../ledger.ts';
import { presentDesk } from '../present-desk.ts';
import { neededTexts } from '../text-uses.ts';
import { heldApart } from './apart.ts';
import { inFreshFolder } from './fresh-folder.ts';
import { regularFile } from './regular-files.ts';

/** Bytes of a file of lines copied at once. */
const PART = 1 << 20;

/** How often a copy is begun anew because a draft was saved meanwhile. */
const ATTEMPTS = 20;

/** What was copied. */
export interface Copied {
  readonly versions: number;
  readonly drafts: number;
  /** The end of the trail: kept elsewhere, it tells an old copy from a new one. */
  readonly audit: AuditHead;
}

/**
 * Copies a data folder into an empty one, which makes a backup, and brings one back. The trail is held to its chain, every
 * text to the hash and the digest in its record; what is not part of a store is left behind. It can be done beside the
 * process that owns the folder: the copy is then the state after one of its acts.
 * @param head where the trail must have been at least: a copy that is older, or another's, is refused
 * @throws Refusal `archiveNotEmpty`, `archiveNested`; `dataFolderEmpty`; `deskMissing`, `deskDamaged`, `deskRowForeign`, `auditDamaged`, `auditCut`, `auditAdded`; `archiveFileMissing`,
 *   `archiveFileForeign`, `archiveFileDamaged`; `headNotReached`, `headOther`; WriteFailure, after which nothing of it is left
 */
export async function copyFolder(from: string, to: string, head?: AuditHead): Promise<Copied> {
  heldApart(from, to);
  return inFreshFolder(to, () => copyInto(from, to, head));
}

async function copyInto(from: string, to: string, head: AuditHead | undefined): Promise<Copied> {
  const [source, target] = [new DataFolder(from), new DataFolder(to)];
  // What one attempt has copied the next one has: else, where drafts are saved all the time, each would begin too late.
  const copied = new Set<string>();
  for (let attempt = 1; ; attempt += 1) {
    const desk = await presentDesk(fs, source);
    const { audit, closed, ledger } = await readTrail(fs, source, desk);
    if (head !== undefined) await holdTo(audit, head);
    await heldBeside(fs, source.audit, audit.end);
    try {
      const drafts = await copyDrafts(source, target, neededTexts(desk.state.tables, closed), copied);
      await copyPublished(source, target, ledger, copied);
      await copyLines(source.closedDrafts, target.closedDrafts, closed.bytes);
      await copyLines(source.audit, target.audit, audit.end.bytes);
      // Last, as in every act: a copy that was broken off is no store.
      await writeDesk(target, desk);
      return { versions: ledger.publications.length, drafts, audit: audit.head };
    } catch (error) {
      const isGone = error instanceof Refusal && error.code === 'archiveFileMissing';
      const moved = (await DeskFile.open(fs, source.desk))?.state.commit !== desk.state.commit;
      if (!isGone || !moved || attempt === ATTEMPTS) throw error;
    }
  }
}

async function copyDrafts(
  source: DataFolder,
  target: DataFolder,
  hashes: ReadonlySet<string>,
  copied: Set<string>,
): Promise<number> {
  await makeFolders(fs, target);
  for (const hash of hashes) {
    const to = target.draft(hash);
    if (!copied.has(to)) await copyText(source.draft(hash), to, hash);
    copied.add(to);
  }
  const needed = new Set([...hashes].map((hash) => target.draft(hash)));
  for (const name of await fs.list(target.drafts)) {
    const file = join(target.drafts, name);
    if (needed.has(file)) continue;
    await fs.remove(file);
    copied.delete(file);
  }
  return hashes.size;
}

async function copyPublished(
  source: DataFolder,
  target: DataFolder,
  ledger: Ledger,
  copied: Set<string>,
): Promise<void> {
  const made = new Set<string>();
  for (const { record, bytes } of ledger.publications) {
    if (!made.has(record.jurisdiction)) await makeFolderDurably(fs, join(target.ruleSets, record.jurisdiction));
    made.add(record.jurisdiction);
    if (copied.has(target.text(record))) continue;
    const text = await copyText(source.text(record), target.text(record), bytes);
    const heading = headingOf(text);
    if (!isPublishable(heading) || heading.digest !== record.digest) {
      refuse('archiveFileDamaged', { file: source.text(record) });
    }
    copied.add(target.text(record));
  }
  for (const { file, bytes } of ledger.jurisdictions) {
    await copyText(join(source.jurisdictions, file), join(target.jurisdictions, file), bytes);
  }
  for (const { file, bytes } of ledger.typicalClaims) {
    await copyText(join(source.typicalClaims, file), join(target.typicalClaims, file), bytes);
  }
}

async function copyText(from: string, to: string, hash: string): Promise<string> {
  const bytes = await regularFile(from, MOST_FILE_BYTES);
  if (sha256(bytes) !== hash) refuse('archiveFileDamaged', { file: from });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  await writeDurably(fs, to, text);
  return text;
}

async function copyLines(from: string, to: string, length: number): Promise<void> {
  const file = await fs.openToAppend(to);
  try {
    await file.cut(0);
    for (let at = 0; at < length; ) {
      const part = await fs.readPart(from, at, Math.min(PART, length - at));
      if (part === null || part.length === 0) return refuse('archiveFileMissing', { file: from });
      await file.write(part);
      at += part.length;
    }
    await file.flush();
  } finally {
    await file.close();
  }
}

async function writeDesk(target: DataFolder, desk: DeskFile): Promise<void> {
  const copy = await DeskFile.begin(fs, target.desk, desk.state);
  // What was copied is held to the chain once more, where it now is.
  await readTrail(fs, target, copy);
}

/** A trail that was held to its chain: its end, and what stands beyond. */
export interface Verified extends AuditHead {
  readonly beyond: Pick<Beyond, 'bytes' | 'lines'>;
}

/**
 * Holds the trail of a data folder to its chain, and to an end that was noted elsewhere, and the rows of the desk to it.
 * @throws Refusal `dataFolderEmpty`, `deskMissing`, `deskDamaged`, `deskRowForeign`, `auditDamaged`, `auditCut`, `auditAdded`, `headNotReached`, `headOther`
 */
export async function verifyTrail(path: string, head?: AuditHead): Promise<Verified> {
  const folder = new DataFolder(path);
  const desk = await presentDesk(fs, folder);
  const { audit } = await readTrail(fs, folder, desk);
  if (head !== undefined) await holdTo(audit, head);
  const { bytes, lines } = await heldBeside(fs, folder.audit, audit.end);
  return { ...audit.head, beyond: { bytes, lines } };
}
