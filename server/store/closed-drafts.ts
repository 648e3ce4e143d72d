import { refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import { type Draft, isClosed, textsOf } from '../workflow/draft.ts';
import type { Held } from './desk.ts';
import { rowBytes } from './desk-bytes.ts';
import type { DeskRow, DeskTables } from './desk-file.ts';
import type { FileSystem } from './file-system.ts';
import { linesIn } from './growing-file.ts';

/** A draft whose life is over, as it was last written. */
export interface ClosedDraft extends DeskRow<Draft> {
  readonly id: string;
  /** sha256 over its bytes, as the trail tells it. */
  readonly digest: string;
}

const [OPENING, CLOSING] = [Buffer.from('{'), Buffer.from('}\n')];

/**
 * Drafts whose life is over. They never change any more, and the desk's file is written whole with every act: so the act that
 * closes a draft adds it to a file of its own, a line each, and takes it out of the desk. The desk says how far this file
 * counts, and the trail holds every line of it, as it does the desk's rows.
 */
export class ClosedDrafts {
  /** The file. */
  readonly path: string;
  readonly #drafts = new Map<string, ClosedDraft>();
  readonly #texts = new Set<string>();
  #bytes = 0;
  #inOrder: readonly Held<Draft>[] | null = null;

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Reads them.
   * @param bytes how far the file counts
   * @throws Refusal `deskDamaged` where it is shorter, or a line is none
   */
  static async open(fs: FileSystem, path: string, bytes: number): Promise<ClosedDrafts> {
    const closed = new ClosedDrafts(path);
    let read = 0;
    for await (const line of linesIn(fs, path, 0, bytes)) {
      closed.#add(draftIn(line) ?? refuse('deskDamaged', { file: path }));
      read += line.length + 1;
    }
    if (read !== bytes) refuse('deskDamaged', { file: path });
    closed.#bytes = bytes;
    return closed;
  }

  /** How far the file counts. */
  get bytes(): number {
    return this.#bytes;
  }

  get(id: string): ClosedDraft | undefined {
    return this.#drafts.get(id);
  }

  ids(): Iterable<string> {
    return this.#drafts.keys();
  }

  /** All of them by their ids, in no order. */
  entries(): Iterable<readonly [string, ClosedDraft]> {
    return this.#drafts;
  }

  /** Whether any of them needs a text, by its sha256. */
  needs(text: string): boolean {
    return this.#texts.has(text);
  }

  /** The texts that they need, by their sha256. */
  get texts(): ReadonlySet<string> {
    return this.#texts;
  }

  /** All of them, in the order of their ids. */
  inOrder(): readonly Held<Draft>[] {
    this.#inOrder ??= [...this.#drafts.values()]
      .map(({ id, revision, row }) => ({ id, revision, row }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.#inOrder;
  }

  /** The lines of drafts as they are written ahead of their act's commit, and how far the file counts once it is committed. */
  ahead(drafts: readonly ClosedDraft[]): { readonly bytes: Uint8Array; readonly end: number } {
    const lines = drafts.flatMap(({ id, revision, row }) => [OPENING, rowBytes(id, { revision, row }), CLOSING]);
    // Of its own, for it is given away.
    const bytes = Uint8Array.from(Buffer.concat(lines));
    return { bytes, end: this.#bytes + bytes.length };
  }

  /** From here on readers see them here. */
  committed(drafts: readonly ClosedDraft[], bytes: number): void {
    for (const draft of drafts) this.#add(draft);
    this.#bytes = bytes;
  }

  #add(draft: ClosedDraft): void {
    this.#drafts.set(draft.id, draft);
    for (const text of textsOf(draft.row)) this.#texts.add(text);
    this.#inOrder = null;
  }
}

/** All drafts by their ids, in no order: those that are open, and those whose life is over. */
export function* allDrafts({ drafts }: Pick<DeskTables, 'drafts'>, closed: ClosedDrafts) {
  yield* drafts;
  yield* closed.entries();
}

/** Open drafts, of which an older folder has others among them until its first act. */
const allOpen = new WeakSet<DeskTables['drafts']>();

/**
 * Rows without the drafts whose life is over, and those.
 * @param before the drafts before the act
 * @param changed the ids of those that the act changes
 */
export function withoutClosed(
  tables: DeskTables,
  before: DeskTables['drafts'],
  changed: ReadonlySet<string>,
): { readonly tables: DeskTables; readonly closed: readonly ClosedDraft[] } {
  const ids = allOpen.has(before) ? changed : tables.drafts.keys();
  const closed = [...ids].flatMap((id) => closedIn(tables.drafts, id));
  if (closed.length === 0) {
    allOpen.add(tables.drafts);
    return { tables, closed };
  }
  const drafts = new Map(tables.drafts);
  for (const { id } of closed) drafts.delete(id);
  allOpen.add(drafts);
  return { tables: { ...tables, drafts }, closed };
}

function closedIn(drafts: DeskTables['drafts'], id: string): readonly ClosedDraft[] {
  const held = drafts.get(id);
  return held === undefined || !isClosed(held.row) ? [] : [{ id, ...held, digest: sha256(rowBytes(id, held)) }];
}

/** A draft in its line; null where it is none, or its life is not over. */
function draftIn(line: Uint8Array): ClosedDraft | null {
  const said = new TextDecoder().decode(line);
  let found: unknown;
  try {
    found = JSON.parse(said);
  } catch {
    return null;
  }
  const [[id, held] = [], ...others] = Object.entries(isMap(found) ? found : {});
  if (id === undefined || !isHeld(held) || others.length > 0) return null;
  return { id, ...held, digest: sha256(line.subarray(OPENING.length, -1)) };
}

/** As much of a draft's form as is relied on before its line is held to the trail. */
function isHeld(said: unknown): said is DeskRow<Draft> {
  if (!isMap(said) || !isMap(said.row)) return false;
  const { state, textHash } = said.row as Partial<Draft>;
  return state !== undefined && isClosed({ state }) && typeof textHash === 'string';
}

function isMap(said: unknown): said is Readonly<Record<string, unknown>> {
  return typeof said === 'object' && said !== null;
}
