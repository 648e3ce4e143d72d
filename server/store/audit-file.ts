import { basename } from 'node:path';
import { refuse } from '../domain/refusal.ts';
import { BEGINNING, chained, type LineContent, unchained } from './audit-chain.ts';
import type { AuditHead, AuditLine, AuditTrail } from './audit-trail.ts';
import type { FileSystem } from './file-system.ts';
import { linesIn } from './growing-file.ts';
import { isHashed, type LedgerRows } from './ledger.ts';
import { type RowDigest, type ToldRows, told } from './row-digests.ts';

/** The end of a trail, and where it is in the file, in bytes. */
export type AuditEnd = AuditHead & { readonly bytes: number };

/** The end of a trail without lines. */
const NO_LINES: AuditEnd = { lines: 0, hash: BEGINNING, bytes: 0 };

/** Every so many lines a place is remembered from which reading can begin. */
const MARK_EVERY = 512;

const decoder = new TextDecoder();

/** A line as it was found, unread, with the end of the trail after it. */
interface FoundLine {
  readonly said: string;
  readonly end: AuditEnd;
}

/** The trail of a data folder: a file of lines, each chained to the one before, only ever added to. */
export class AuditFile implements AuditTrail {
  readonly #fs: FileSystem;
  readonly #path: string;
  #end: AuditEnd;
  readonly #marks: AuditEnd[] = [NO_LINES];
  #tellsRows = false;

  /** @param end how far the trail is committed */
  constructor(fs: FileSystem, path: string, end: AuditEnd) {
    this.#fs = fs;
    this.#path = path;
    this.#end = end;
  }

  get head(): AuditHead {
    return { lines: this.#end.lines, hash: this.#end.hash };
  }

  /** How far the trail is committed. */
  get end(): AuditEnd {
    return this.#end;
  }

  /** Whether lines tell what rows the acts wrote; those of an older version did not. */
  get tellsRows(): boolean {
    return this.#tellsRows;
  }

  /**
   * Reads the trail from its beginning to its committed end, holds every line to its hash, and gives what was published and
   * what the rows have to be; null where no line tells.
   * @throws Refusal `auditDamaged` naming the first line that is not what was written; `auditCut` where lines are missing at
   *   the end
   */
  async readAll(): Promise<{ readonly ledger: readonly LedgerRows[]; readonly rows: ToldRows | null }> {
    const ledger: LedgerRows[] = [];
    let rows: Map<string, RowDigest> | null = null;
    let last = NO_LINES;
    for await (const { said, end } of this.#lines(NO_LINES, this.#end.bytes)) {
      last = end;
      if (end.lines % MARK_EVERY === 0) this.#marks.push(end);
      if (!said.includes('"ledger":') && !said.includes('"rows":')) continue;
      const content = JSON.parse(said) as LineContent;
      if (content.ledger !== undefined && !isHashed(content.ledger)) this.#refuse('auditDamaged', end.lines);
      if (content.ledger !== undefined) ledger.push(content.ledger);
      if (content.rows !== undefined) rows = told(rows, content.rows);
    }
    if (last.lines !== this.#end.lines || last.hash !== this.#end.hash) this.#refuse('auditCut', last.lines + 1);
    this.#tellsRows = rows !== null;
    return { ledger, rows };
  }

  async *read(from = 1): AsyncIterable<AuditLine> {
    const mark = this.#marks.findLast(({ lines }) => lines < from) ?? NO_LINES;
    for await (const { said, end } of this.#lines(mark, this.#end.bytes)) {
      if (end.lines < from) continue;
      const { line, commit, entry } = JSON.parse(said) as LineContent;
      yield { line, commit, hash: end.hash, entry };
    }
  }

  /** An act's lines as they are written ahead of its commit, and the end of the trail once it is committed. */
  ahead(contents: readonly LineContent[]): { readonly bytes: Uint8Array; readonly end: AuditEnd } {
    let [hash, text] = [this.#end.hash, ''];
    for (const content of contents) {
      const line = chained(hash, content);
      hash = line.hash;
      text += `${line.text}\n`;
    }
    const bytes = new TextEncoder().encode(text);
    const lines = this.#end.lines + contents.length;
    return { bytes, end: { lines, hash, bytes: this.#end.bytes + bytes.length } };
  }

  /** From here on readers see the lines up to an end. @param tellsRows whether any of them tells of rows */
  committed(end: AuditEnd, tellsRows: boolean): void {
    if (Math.floor(end.lines / MARK_EVERY) > Math.floor(this.#end.lines / MARK_EVERY)) this.#marks.push(end);
    this.#end = end;
    this.#tellsRows ||= tellsRows;
  }

  /** Whole lines between two places, each held to its hash; what does not end with a line feed is passed over. */
  async *#lines(start: AuditEnd, until: number): AsyncIterable<FoundLine> {
    let end = start;
    for await (const line of linesIn(this.#fs, this.#path, start.bytes, until)) {
      const text = decoder.decode(line);
      const found = unchained(end.hash, text) ?? this.#refuse('auditDamaged', end.lines + 1);
      end = { lines: end.lines + 1, hash: found.hash, bytes: end.bytes + line.length + 1 };
      yield { said: found.said, end };
    }
  }

  #refuse(code: 'auditDamaged' | 'auditCut', line: number): never {
    return refuse(code, { file: basename(this.#path), line });
  }
}
