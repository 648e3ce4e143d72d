import { join } from 'node:path';
import type { ActPlan } from './act-plan.ts';
import type { AuditFile } from './audit-file.ts';
import type { ClosedDrafts } from './closed-drafts.ts';
import type { DataFolder } from './data-folder.ts';
import type { DeskFile, DeskState } from './desk-file.ts';
import { makeFolderDurably, WriteFailure, writeDurably } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';

/** What an act is written to. */
export interface ActFiles {
  readonly fs: FileSystem;
  readonly folder: DataFolder;
  readonly desk: DeskFile;
  readonly audit: AuditFile;
  readonly closed: ClosedDrafts;
}

/**
 * Writes an act: first its texts, then the drafts that it closes and its audit lines, last the desk, whose replacement is the commit. What was written
 * before a crash and not committed is cleared away by the next start.
 * @param isKnown whether a jurisdiction has a folder already
 * @throws WriteFailure; where nothing can have changed, what was written is taken back first
 */
export async function writeAct(files: ActFiles, plan: ActPlan, isKnown: (code: string) => boolean): Promise<void> {
  const { fs, folder, desk, audit, closed } = files;
  let written = false;
  try {
    await writeTexts(fs, folder, plan, isKnown);
    written = true;
    const bytes = await closed.writeAhead(plan.closed);
    const end = await audit.writeAhead(plan.lines);
    const { tables } = plan;
    const next: DeskState = { format: 1, commit: desk.state.commit + 1, audit: end, closed: bytes, tables };
    await desk.commit(next, () => closed.committed(plan.closed, bytes));
    audit.committed(
      end,
      plan.lines.some(({ rows }) => rows !== undefined),
    );
  } catch (cause) {
    if (cause instanceof WriteFailure && cause.certain && !cause.flush) await takeBack(files, plan, written);
    throw cause;
  }
}

async function writeTexts(
  fs: FileSystem,
  folder: DataFolder,
  { publications, jurisdictions, typicalClaims, draftTexts }: ActPlan,
  isKnown: (code: string) => boolean,
): Promise<void> {
  for (const code of new Set(publications.map(({ row }) => row.record.jurisdiction))) {
    if (!isKnown(code)) await makeFolderDurably(fs, join(folder.ruleSets, code));
  }
  for (const { row, text } of draftTexts) await writeDurably(fs, folder.draft(row), text);
  for (const { row, text } of publications) await writeDurably(fs, folder.text(row.record), text);
  for (const { row, text } of jurisdictions) await writeDurably(fs, join(folder.jurisdictions, row.file), text);
  for (const { row, text } of typicalClaims) await writeDurably(fs, join(folder.typicalClaims, row.file), text);
}

/** A full disk gets its space back. Lines that cannot be taken back would stand before those of the next act. */
async function takeBack({ fs, folder, audit, closed }: ActFiles, plan: ActPlan, written: boolean): Promise<void> {
  for (const { row } of plan.publications) await fs.remove(folder.text(row.record)).catch(() => undefined);
  if (!written) return;
  if (plan.closed.length > 0) await closed.cutBack();
  await audit.cutBack();
}

/** Removes draft texts that nothing needs any more; what cannot be removed goes at the next start. */
export async function dropTexts({ fs, folder }: ActFiles, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) await fs.remove(folder.draft(hash)).catch(() => undefined);
}
