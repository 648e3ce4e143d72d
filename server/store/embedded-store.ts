import { Refusal } from '../domain/refusal.ts';
import { heldEnd } from './audit-beyond.ts';
import { AuditFile } from './audit-file.ts';
import { ClosedDrafts } from './closed-drafts.ts';
import { DataFolder, makeFolders, tidy } from './data-folder.ts';
import { DeskFile } from './desk-file.ts';
import { WriteFailure, writing } from './durable-write.ts';
import { type FileSystem, nodeFileSystem, withPath } from './file-system.ts';
import { makeFolderPath } from './folder-path.ts';
import { EMPTY_LEDGER, type Ledger, withRows } from './ledger.ts';
import { lock } from './lock.ts';
import { OpenedStore } from './opened-store.ts';
import { deskOrNone, presentDesk } from './present-desk.ts';
import { holdRows } from './row-digests.ts';
import type { FoundDamage } from './scrub.ts';
import { StepFiles } from './step-files.ts';
import type { Store } from './store.ts';
import { neededTexts } from './text-uses.ts';
import { writeRefusal } from './write-refusal.ts';
import type { StepWriter } from './write-step.ts';

/** How a data folder is opened. */
export interface OpenOptions {
  /** Reads beside the process that owns the folder, takes no lock and changes nothing. */
  readonly readOnly?: boolean;
  /** Only a folder that holds a store already; a new one is begun unless this is said. */
  readonly existing?: boolean;
  /** The file operations; the machine's own unless a test gives others. */
  readonly fs?: FileSystem;
  /** Writes what acts come to; this thread by `fs` unless given. Closed with the store. */
  readonly writer?: StepWriter;
  /** Takes the folder for this process and returns how to give it back. */
  readonly takeLock?: (path: string) => (() => void) | Promise<() => void>;
  /** Told of each damaged text when it is found. */
  readonly onDamage?: (found: FoundDamage) => void;
  /** Told of what a crash left at the end of the audit trail, in bytes, when it has been cut off. */
  readonly onCut?: (cut: { readonly file: string; readonly bytes: number }) => void;
}

/**
 * Opens the store in a data folder: YAML files, one a version, written once; the audit trail, which holds their records too;
 * and the desk. The trail is held to its chain from the first line to the last, and what a crash left behind is cleared
 * away. Every text is held to its hash whenever it is read, and all of them in the background once the store is open, so
 * that a start takes as long with ten thousand versions as with one.
 * @throws Refusal `folderInUse` where another process owns it, `folderMaybeInUse` where that cannot be told; `deskDamaged`, `deskMissing`, `deskBehind`, `deskRowForeign`,
 *   `auditDamaged`, `auditCut`, `auditAdded` naming the file; `dataFolderEmpty` where it holds nothing and is only to be read, or is to be there; `storeForbidden`, `storeFailed` or
 *   `storageFull`; what the system says, with the path, of what cannot be read
 */
export async function openEmbedded(path: string, options: OpenOptions = {}): Promise<Store> {
  const {
    fs = nodeFileSystem,
    writer = new StepFiles(fs),
    readOnly = false,
    existing = false,
    takeLock = lock,
    onDamage = () => {},
    onCut = () => {},
  } = options;
  const folder = new DataFolder(path);
  if (readOnly) {
    const desk = await presentDesk(fs, folder);
    const { ledger, ...read } = await readTrail(fs, folder, desk);
    return new OpenedStore({ fs, writer, folder, desk, ...read }, { ledger, readOnly, onDamage, giveBack: () => {} });
  }
  if (existing) await presentDesk(fs, folder);
  if (fs === nodeFileSystem) await opening(() => writing(() => makeFolderPath(path)));
  const giveBack = await opening(() => taken(takeLock, folder));
  try {
    const desk = await openDesk(fs, writer, folder);
    const { audit, closed, ledger } = await readTrail(fs, folder, desk);
    const beyond = await heldEnd(fs, folder.audit, audit.end);
    // What stands beyond the committed end is cut off.
    await writer.write([
      { kind: 'cut', path: folder.audit, length: audit.end.bytes },
      { kind: 'cut', path: closed.path, length: closed.bytes },
    ]);
    if (beyond.bytes > 0) onCut({ file: folder.audit, bytes: beyond.bytes });
    await tidy(fs, folder, ledger, neededTexts(desk.state.tables, closed));
    const store = new OpenedStore(
      { fs, writer, folder, desk, audit, closed },
      { ledger, readOnly, onDamage, giveBack },
    );
    store.scrub();
    return store;
  } catch (cause) {
    await writer.close();
    giveBack();
    throw toldOf(cause);
  }
}

/** Takes the folder. @throws Refusal `folderInUse`, `folderMaybeInUse`; WriteFailure; what the system says where the lock is no file */
async function taken(takeLock: NonNullable<OpenOptions['takeLock']>, folder: DataFolder): Promise<() => void> {
  try {
    return await takeLock(folder.lock);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'EISDIR') throw withPath(cause, folder.lock);
    // The lock is first written under a name that says nothing to anybody.
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new WriteFailure(Object.assign(new Error(message), { code, path: folder.path }), {
      certain: true,
      flush: false,
    });
  }
}

async function opening<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw toldOf(cause);
  }
}

/** What kept a folder from being opened, as whoever opens it is told. */
function toldOf(cause: unknown): unknown {
  return cause instanceof WriteFailure ? writeRefusal(cause, (path) => path) : cause;
}

/** The desk of a folder, which is begun where nothing is there yet. @throws Refusal `deskMissing`, `deskDamaged`; WriteFailure */
async function openDesk(fs: FileSystem, writer: StepWriter, folder: DataFolder): Promise<DeskFile> {
  await makeFolders(fs, folder);
  const desk = await deskOrNone(fs, folder);
  if (desk !== null) return desk;
  // The trail's name has to outlast a power cut before anything is written into it.
  await writer.write([{ kind: 'cut', path: folder.audit, length: 0 }]);
  return DeskFile.begin(fs, folder.desk);
}

/**
 * The trail up to where the desk says that it counts, and what was published by it; the desk's rows and the closed drafts are
 * held to it.
 * @throws Refusal `auditDamaged`, `auditCut`, `deskDamaged`, `deskRowForeign`
 */
export async function readTrail(
  fs: FileSystem,
  folder: DataFolder,
  desk: DeskFile,
): Promise<{ readonly audit: AuditFile; readonly closed: ClosedDrafts; readonly ledger: Ledger }> {
  const audit = new AuditFile(fs, folder.audit, desk.state.audit);
  const { ledger, rows } = await audit.readAll();
  const closed = await ClosedDrafts.open(fs, folder.closedDrafts, desk.state.closed);
  holdRows(desk.state.tables, closed, rows, folder.desk);
  return { audit, closed, ledger: withRows(EMPTY_LEDGER, ledger) };
}
