import { join } from 'node:path';
import type { ActPlan } from './act-plan.ts';
import type { AuditFile } from './audit-file.ts';
import type { ClosedDrafts } from './closed-drafts.ts';
import type { DataFolder } from './data-folder.ts';
import type { DeskFile, DeskState } from './desk-file.ts';
import { WriteFailure } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';
import type { StepWriter, WriteStep } from './write-step.ts';

/** What an act is written to. */
export interface ActFiles {
  /** What is read goes by these. */
  readonly fs: FileSystem;
  /** What is written goes by this. */
  readonly writer: StepWriter;
  readonly folder: DataFolder;
  readonly desk: DeskFile;
  readonly audit: AuditFile;
  readonly closed: ClosedDrafts;
}

/**
 * Writes an act: first its texts, then the drafts that it closes and its audit lines, then the desk, whose replacement is the commit; draft texts that nothing
 * needs any more go last. What was written before a crash and not committed is cleared away by the next start. All of it is asked
 * for at once, for whoever writes may be another thread. Only once it is there is the new state shown.
 * @param isKnown whether a jurisdiction has a folder already
 * @throws WriteFailure; where nothing can have changed, what was written is taken back first
 */
export async function writeAct(files: ActFiles, plan: ActPlan, isKnown: (code: string) => boolean): Promise<void> {
  const { writer, folder, desk, audit, closed } = files;
  const texts = textSteps(folder, plan, isKnown);
  const { bytes, end } = audit.ahead(plan.lines);
  const over = closed.ahead(plan.closed);
  const { tables } = plan;
  const next: DeskState = { format: 1, commit: desk.state.commit + 1, audit: end, closed: over.end, tables };
  const lines: readonly WriteStep[] = [
    ...(over.bytes.length === 0 ? [] : [{ kind: 'append', path: closed.path, bytes: over.bytes } as const]),
    { kind: 'append', path: folder.audit, bytes },
  ];
  const commit: WriteStep = { kind: 'desk', path: folder.desk, bytes: desk.bytesOf(next) };
  const dropped = plan.dropped.map((hash) => ({ kind: 'remove', path: folder.draft(hash) }) as const);
  try {
    await writer.write([...texts, ...lines, commit, ...dropped]);
  } catch (cause) {
    if (cause instanceof WriteFailure && cause.certain && !cause.flush)
      await takeBack(files, plan, cause.done >= texts.length);
    throw cause;
  }
  desk.committed(next);
  closed.committed(plan.closed, over.end);
  audit.committed(
    end,
    plan.lines.some(({ rows }) => rows !== undefined),
  );
}

function textSteps(
  folder: DataFolder,
  { publications, jurisdictions, typicalClaims, draftTexts }: ActPlan,
  isKnown: (code: string) => boolean,
): readonly WriteStep[] {
  const codes = new Set(publications.map(({ row }) => row.record.jurisdiction));
  const folders = [...codes].filter((code) => !isKnown(code)).map((code) => join(folder.ruleSets, code));
  const files = [
    ...draftTexts.map(({ row, text }) => [folder.draft(row), text] as const),
    ...publications.map(({ row, text }) => [folder.text(row.record), text] as const),
    ...jurisdictions.map(({ row, text }) => [join(folder.jurisdictions, row.file), text] as const),
    ...typicalClaims.map(({ row, text }) => [join(folder.typicalClaims, row.file), text] as const),
  ];
  return [
    ...folders.map((path) => ({ kind: 'folder', path }) as const),
    ...files.map(([path, text]) => ({ kind: 'file', path, bytes: encoder.encode(text) }) as const),
  ];
}

const encoder = new TextEncoder();

/** A full disk gets its space back. Lines that cannot be taken back would stand before those of the next act. */
async function takeBack(files: ActFiles, plan: ActPlan, written: boolean): Promise<void> {
  const { writer, folder, audit, closed } = files;
  const texts = [
    ...plan.publications.map(({ row }) => folder.text(row.record)),
    ...plan.draftTexts.map(({ row }) => folder.draft(row)),
  ].map((path) => ({ kind: 'remove', path }) as const);
  const lines: readonly WriteStep[] = [
    ...(plan.closed.length === 0 ? [] : [{ kind: 'cut', path: closed.path, length: closed.bytes } as const]),
    { kind: 'cut', path: folder.audit, length: audit.end.bytes },
  ];
  await writer.write(written ? [...texts, ...lines] : texts);
}
