import type { PublicationEvent, PublicationRecord } from '../rulesets/publication.ts';
import type { AuditEntry } from '../workflow/audit-entry.ts';
import type { Draft } from '../workflow/draft.ts';
import type { StaffNumber } from '../workflow/roles.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { Publication } from './store.ts';
import type { TableName, Tables } from './tables.ts';

/** A row, with the number of times it has been written: what a change of it must name. */
export interface Held<Row> {
  readonly id: string;
  /** 1 for a new row, one more with each write. */
  readonly revision: number;
  readonly row: Row;
}

/** A row as it is to be after an act. */
export type RowChange = {
  [Table in TableName]: {
    readonly table: Table;
    readonly id: string;
    /** The revision that was looked at; 0 where there must not be such a row. */
    readonly expects: number;
    /** Null removes it. */
    readonly row: Tables[Table] | null;
  };
}[TableName];

/** A row that an act was decided upon and leaves as it is. */
export interface RowLookedAt {
  readonly table: TableName;
  readonly id: string;
  /** The revision that was looked at. */
  readonly expects: number;
}

/** What happens to a published version, see {@link PublicationEvent}; sequence and place are the store's to give. */
export interface VersionChange extends Pick<PublicationEvent, 'kind' | 'at' | 'by' | 'as' | 'reason'> {
  readonly jurisdiction: string;
  readonly version: string;
}

/** A version as another store has it. */
export interface AdoptedVersion {
  readonly record: PublicationRecord;
  readonly text: string;
}

/**
 * Everything that one act changes: all of it, or nothing. There is no act without an audit entry. What it was decided upon
 * (`expects`, `looked`, `sequence`) is held to what stands when its turn comes, so that of two who decide on the same ground only the
 * first succeeds.
 */
export interface Act {
  readonly audit: readonly [AuditEntry, ...AuditEntry[]];
  readonly rows?: readonly RowChange[];
  /** Rows that must still stand as they were looked at, such as the account whose rights the act is done by. */
  readonly looked?: readonly RowLookedAt[];
  /** Draft texts that rows refer to by their sha256; those already kept cost nothing. */
  readonly draftTexts?: readonly string[];
  readonly publications?: readonly Publication[];
  readonly versionChanges?: readonly VersionChange[];
  /** Versions that another store published, with their records as they stand there; only into a store that has none. */
  readonly adopted?: readonly AdoptedVersion[];
  /** The store's {@link Desk.sequence} that publications and version changes were checked against. */
  readonly sequence?: number;
  readonly jurisdictions?: readonly string[];
  readonly typicalClaims?: readonly string[];
}

/** What an act came to. */
export interface Committed {
  readonly publications: readonly PublicationRecord[];
}

/** What people work on, beside the published texts: drafts, tasks, accounts, keys, sessions. */
export interface Desk {
  /** A row; null where there is none. */
  row<Table extends TableName>(table: Table, id: string): Promise<Held<Tables[Table]> | null>;
  /** All rows of a table, in the order of their ids. */
  rows<Table extends TableName>(table: Table): Promise<readonly Held<Tables[Table]>[]>;
  /** A draft's text by its sha256. @throws Refusal `draftTextDamaged` where it is not what it was, or gone */
  draftText(hash: string): Promise<string>;
  /** Who else has a part in a draft's text, by all drafts and versions there are; see `othersWhoWrote`. */
  othersWhoWrote(id: string, draft: Draft): Promise<readonly StaffNumber[]>;
  /** The number of the last publication or version change; 0 where there was none. */
  readonly sequence: number;
  readonly audit: AuditTrail;
  /**
   * Does an act. Once this returns, it outlasts any crash, and its audit lines are written; readers never see more than that.
   * @throws Refusal `stateMoved` naming table and id where something moved on since it was looked at; `selfApproval` where a
   *   draft's rules are broken; what {@link Publication}s are refused with; `auditFailed`, `storeReadOnly`, `storageFull`,
   *   `storeForbidden`, `storeFailed`: nothing was done then, except that after a failed flush only a restart tells
   */
  act(act: Act): Promise<Committed>;
}
