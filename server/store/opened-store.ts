import { join } from 'node:path';
import { refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { indexOf } from '../rulesets/record-index.ts';
import type { Draft } from '../workflow/draft.ts';
import type { StaffNumber } from '../workflow/roles.ts';
import { othersWhoWrote } from '../workflow/same-text.ts';
import { planOf } from './act-plan.ts';
import { ActQueue } from './act-queue.ts';
import { type ActFiles, writeAct } from './act-writer.ts';
import type { AuditTrail } from './audit-trail.ts';
import { allDrafts } from './closed-drafts.ts';
import type { Act, Committed, Held } from './desk.ts';
import { WriteFailure } from './durable-write.ts';
import { KeptTexts } from './kept-texts.ts';
import { EMPTY_LEDGER, type Ledger, type PublicationRow, versionKey } from './ledger.ts';
import { type Damage, type DamageBeside, type FoundDamage, type ReadText, readText, scrub } from './scrub.ts';
import type { Store } from './store.ts';
import type { TableName, Tables } from './tables.ts';
import { neededTexts, TextUses } from './text-uses.ts';
import { writeRefusal } from './write-refusal.ts';

/** A text that stands beside the publications: its file, and sha256 over its bytes. */
interface BesideRow {
  readonly file: string;
  readonly bytes: string;
}

/** What a store begins with, beside its files. */
export interface Beginning {
  readonly ledger: Ledger;
  readonly readOnly: boolean;
  readonly onDamage: (found: FoundDamage) => void;
  /** Gives the folder back. */
  readonly giveBack: () => void;
}

/** The store in a data folder, once it is open. */
export class OpenedStore implements Store {
  readonly #files: ActFiles;
  readonly #giveBack: () => void;
  readonly #onDamage: (found: FoundDamage) => void;
  readonly #queue = new ActQueue();
  readonly #damagedBeside = new Set<string>();
  readonly #damaged = new Map<string, { readonly record: PublicationRecord; readonly damage: Damage }>();
  #readOnly: boolean;
  #closed = false;
  #scrubbed: Promise<void> = Promise.resolve();
  #ledger: Ledger;
  #records: readonly PublicationRecord[] = [];
  readonly #rows = new Map<string, PublicationRow>();
  readonly #hashes = new Set<string>();
  readonly #draftTexts = new KeptTexts();
  readonly #uses: TextUses;
  readonly #beside = new WeakMap<readonly BesideRow[], readonly string[]>();

  constructor(files: ActFiles, { ledger, readOnly, onDamage, giveBack }: Beginning) {
    this.#files = files;
    this.#uses = new TextUses(files.desk.state.tables.drafts);
    this.#ledger = EMPTY_LEDGER;
    this.#readOnly = readOnly;
    this.#giveBack = giveBack;
    this.#onDamage = onDamage;
    this.#show(ledger);
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  get damaged(): readonly PublicationRecord[] {
    return [...this.#damaged.values()].map(({ record }) => record).sort((a, b) => a.sequence - b.sequence);
  }

  get damagedBeside(): readonly string[] {
    return [...this.#damagedBeside].sort();
  }

  get scrubbed(): Promise<void> {
    return this.#scrubbed;
  }

  get sequence(): number {
    return this.#ledger.sequence;
  }

  get audit(): AuditTrail {
    return this.#files.audit;
  }

  /** Begins to hold every text to its hash, those first that serve everybody. */
  scrub(): void {
    this.#scrubbed = this.#scrub();
  }

  async #scrub(): Promise<void> {
    // What is wrong is told by then.
    await Promise.allSettled([this.jurisdictions(), this.typicalClaims()]);
    const isOver = () => this.#closed;
    await scrub(this.#ledger.publications, (row) => this.#read(row), isOver);
    const { desk, closed } = this.#files;
    await scrub(neededTexts(desk.state.tables, closed), (hash) => this.#lookAtDraft(hash), isOver);
  }

  records(): readonly PublicationRecord[] {
    return this.#records;
  }

  async text({ jurisdiction, version }: PublicationRecord): Promise<string> {
    const row =
      this.#rows.get(versionKey({ jurisdiction, version })) ??
      refuse('textMissing', { jurisdiction, version, file: null });
    const found = await this.#read(row);
    const { folder } = this.#files;
    const file = folder.nameOf(folder.text(row.record));
    return found.damage === null ? textOf(found.bytes) : refuse(found.damage, { jurisdiction, version, file });
  }

  jurisdictions(): Promise<readonly string[]> {
    return this.#besides(this.#files.folder.jurisdictions, this.#ledger.jurisdictions);
  }

  places(): unknown {
    return this.#ledger.jurisdictions;
  }

  typicalClaims(): Promise<readonly string[]> {
    return this.#besides(this.#files.folder.typicalClaims, this.#ledger.typicalClaims);
  }

  async row<Table extends TableName>(table: Table, id: string): Promise<Held<Tables[Table]> | null> {
    const held = this.#files.desk.state.tables[table].get(id);
    if (held !== undefined) return { id, ...held };
    const closed = table === 'drafts' ? this.#files.closed.get(id) : undefined;
    return closed === undefined ? null : ({ id, revision: closed.revision, row: closed.row } as Held<Tables[Table]>);
  }

  async rows<Table extends TableName>(table: Table): Promise<readonly Held<Tables[Table]>[]> {
    const own = Array.from(this.#files.desk.state.tables[table], ([id, held]) => ({ id, ...held }));
    const closed = table === 'drafts' ? (this.#files.closed.inOrder() as readonly Held<Tables[Table]>[]) : [];
    return [...closed, ...own].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async draftText(hash: string): Promise<string> {
    const kept = this.#draftTexts.get(hash);
    if (kept !== undefined) return kept;
    const { folder } = this.#files;
    const bytes = await this.#lookAtDraft(hash);
    if (bytes === null) return refuse('draftTextDamaged', { file: folder.nameOf(folder.draft(hash)) });
    const text = textOf(bytes);
    this.#draftTexts.keep(hash, text);
    return text;
  }

  async othersWhoWrote(id: string, draft: Draft): Promise<readonly StaffNumber[]> {
    const { desk, closed } = this.#files;
    return othersWhoWrote(id, draft, allDrafts(desk.state.tables, closed), this.#ledger.publications);
  }

  act(act: Act): Promise<Committed> {
    // Whatever a disk that hangs does in the end, nothing may be written after it: only a restart sees what there is.
    return this.#queue.add(
      () => this.#act(act),
      () => {
        this.#readOnly = true;
      },
    );
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    if (this.#closed) return;
    this.#closed = true;
    await this.#scrubbed;
    const { left } = this.#queue;
    const closing = this.#files.writer.close();
    // What a disk that hangs does in the end must not meet what another process has written: until then the folder is this one's.
    if (left !== null) void Promise.allSettled([left, closing]).then(this.#giveBack);
    else await closing.finally(this.#giveBack);
  }

  async #act(act: Act): Promise<Committed> {
    if (this.#closed) refuse('storeClosed');
    if (this.#readOnly) refuse('storeReadOnly');
    const { desk, closed, audit } = this.#files;
    const standing = { desk: desk.state, closed, uses: this.#uses, ledger: this.#ledger, versions: this.#rows };
    const plan = planOf(standing, act, audit.tellsRows);
    const published = indexOf(this.#records);
    try {
      await writeAct(this.#files, plan, (code) => published.latestFirst(code).length > 0);
    } catch (cause) {
      if (!(cause instanceof WriteFailure)) throw cause;
      // After a failed flush, or where it is not known whether the commit is on disk, only a restart tells what there is.
      if (cause.flush || !cause.certain) this.#readOnly = true;
      throw writeRefusal(cause, (path) => this.#files.folder.nameOf(path));
    }
    this.#uses.apply(plan.uses);
    for (const { row, text } of plan.draftTexts) this.#draftTexts.keep(row, text);
    for (const hash of plan.dropped) {
      this.#draftTexts.forget(hash);
      this.#damagedBeside.delete(this.#files.folder.nameOf(this.#files.folder.draft(hash)));
    }
    if (plan.rows !== null) this.#show(plan.ledger);
    return { publications: plan.publications.map(({ row }) => row.record) };
  }

  /** Reads a publication's text; what is wrong with it is told once. */
  async #read(row: PublicationRow): Promise<ReadText> {
    const { fs, folder } = this.#files;
    const found = await readText(fs, folder, row, this.#hashes);
    const key = versionKey(row.record);
    if (found.damage === null) this.#damaged.delete(key);
    else if (!this.#damaged.has(key)) {
      this.#damaged.set(key, { record: row.record, damage: found.damage });
      this.#onDamage({ record: row.record, damage: found.damage, file: folder.text(row.record) });
    }
    return found;
  }

  /** Texts that stand beside the publications: read once for each state of them, though they are asked for after every publication. */
  async #besides(folder: string, rows: readonly BesideRow[]): Promise<readonly string[]> {
    const known = this.#beside.get(rows);
    if (known !== undefined) return known;
    const texts = await Promise.all(rows.map((row) => this.#readBeside(join(folder, row.file), row.bytes)));
    this.#beside.set(rows, texts);
    return texts;
  }

  /** Such a text; what is wrong with it is told once. @throws Refusal `textBesideDamaged` */
  async #readBeside(path: string, hash: string): Promise<string> {
    const bytes = await this.#files.fs.read(path).catch(() => null);
    const file = this.#files.folder.nameOf(path);
    if (bytes !== null && sha256(bytes) === hash) {
      this.#damagedBeside.delete(file);
      return textOf(bytes);
    }
    this.#tellBeside('textBesideDamaged', path);
    return refuse('textBesideDamaged', { file });
  }

  /**
   * A draft's text; null where it is not what it was. That is told once where a draft needs it: what an act gives up or writes
   * meanwhile is no damage, and what is gone is missed only once no act is under way.
   */
  async #lookAtDraft(hash: string): Promise<Uint8Array | null> {
    const { fs, folder, closed } = this.#files;
    const path = folder.draft(hash);
    for (const isLast of [false, true]) {
      const bytes = await fs.read(path).catch(() => null);
      if (bytes !== null && sha256(bytes) === hash) {
        this.#damagedBeside.delete(folder.nameOf(path));
        return bytes;
      }
      await this.#queue.idle();
      if (!this.#uses.needs(hash) && !closed.needs(hash)) return null;
      if (isLast) this.#tellBeside('draftTextDamaged', path);
    }
    return null;
  }

  #tellBeside(damage: DamageBeside, path: string): void {
    const file = this.#files.folder.nameOf(path);
    if (this.#damagedBeside.has(file)) return;
    this.#damagedBeside.add(file);
    this.#onDamage({ record: null, damage, file: path });
  }

  /** Readers see a ledger from here on; always after the commit. Only ever added to, it is gone through for what is new. */
  #show(ledger: Ledger): void {
    const before = this.#ledger.publications;
    this.#ledger = ledger;
    this.#records = ledger.publications.map(({ record }) => record);
    for (const [index, row] of ledger.publications.entries()) {
      if (row === before[index]) continue;
      this.#rows.set(versionKey(row.record), row);
      this.#hashes.add(row.bytes);
    }
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
