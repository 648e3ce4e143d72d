import type { Period } from '../domain/dates.ts';
import type { GateResult } from './gate.ts';
import type { StaffNumber } from './roles.ts';
import type { Submission } from './submission.ts';

/** Where a draft stands. Only `published` and `discarded` are for ever. */
export type DraftState = 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'discarded';

/** Every state, in the order of a draft's life. */
export const DRAFT_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'published',
  'discarded',
] as const satisfies readonly DraftState[];

/** A text on its way to become a version; the row's id is made at random. */
export interface Draft {
  /** Whose standard it is to be: the code that its place has now. */
  readonly jurisdiction: string;
  readonly kind: 'RuleSet' | 'Override';
  readonly state: DraftState;
  readonly origin: DraftOrigin;
  /** ISO 8601 instants, UTC. */
  readonly createdAt: string;
  /** A staff number, or `dixian` where the program itself made it. */
  readonly createdBy: string;
  /** sha256 of the text; the text itself is kept under it. */
  readonly textHash: string;
  /** Everybody who wrote any part of it or submitted it, each once, and the writers of what it is a copy of; never fewer. */
  readonly writers: readonly StaffNumber[];
  /** The last {@link MOST_EDITS} times that its text was written, the first of all where it is among them. */
  readonly edits: readonly Edit[];
  /**
   * What its texts have meant that could have been put forward, by the digests over the documents, each once; the last
   * {@link MOST_MEANINGS}, the latest last. They stay whatever becomes of the draft. Drafts that were begun before it was kept
   * have none.
   */
  readonly meanings?: readonly string[];
  /** What is being reviewed; null while it is written. */
  readonly submission: Submission | null;
  /** Of the submission. */
  readonly approvals: readonly Approval[];
  /** What the gates said of the submission. */
  readonly gates: readonly GateResult[];
  readonly comments: readonly Comment[];
  readonly returns: readonly Return[];
  /** Fingerprints of changes that a reviewer has looked at in an earlier submission. */
  readonly looked: readonly string[];
  /** Of these, whose eyes they were: by staff numbers. Drafts that were begun before it was kept have none. */
  readonly lookedBy?: Readonly<Record<StaffNumber, readonly string[]>>;
  readonly publication: DraftPublication | null;
  /** Who changed it last, when, and by which act. */
  readonly last: LastChange;
}

/** Somebody's change of a draft. */
export interface LastChange {
  /** A staff number, or `dixian`. */
  readonly by: string;
  readonly at: string;
  /** As the audit trail names it. */
  readonly act: string;
}

/** What a draft was begun from. */
export type DraftOrigin =
  /** What was in force on a date. */
  | { readonly kind: 'inForce'; readonly version: string; readonly digest: string; readonly date: string }
  /** A version, whether in force or not: this is how an older one comes back. */
  | { readonly kind: 'version'; readonly version: string; readonly digest: string }
  /** Nothing: a heading with a period. */
  | { readonly kind: 'heading'; readonly effective: Period }
  /** A version whose figures the city has overtaken, for a task. */
  | { readonly kind: 'overtaken'; readonly version: string; readonly digest: string; readonly task: string };

/** Once that the text was written. */
export interface Edit {
  /** A staff number, or `dixian`. */
  readonly by: string;
  readonly at: string;
  readonly textHash: string;
  /** The row's revision that this made. */
  readonly revision: number;
}

/** Somebody's yes to one document. */
export interface Approval {
  readonly by: StaffNumber;
  readonly as: ApprovingRole;
  readonly at: string;
  /** Of the document that was looked at; an approval of another counts for nothing. */
  readonly digest: string;
  /** Why, in their words: what overrides a proof that is refuted or undecided. */
  readonly reason?: string;
}

/** In what an approval is given. */
export type ApprovingRole = 'countyReviewer' | 'cityReviewer';

/** Something said of a draft, or of one of its standards. */
export interface Comment {
  /** Unique within the draft. */
  readonly id: string;
  /** The id of a standard; null for the whole. */
  readonly standard: string | null;
  readonly by: StaffNumber;
  readonly at: string;
  readonly text: string;
  readonly resolved: { readonly by: StaffNumber; readonly at: string } | null;
}

/** Once that a submission was sent back. */
export interface Return {
  readonly by: StaffNumber;
  readonly at: string;
  readonly reason: string;
  /** Of the document that was looked at. */
  readonly digest: string;
  /** Who had submitted it, when and why; returns that were written before it was kept have none. */
  readonly submitted?: Pick<Submission, 'by' | 'at' | 'reason'>;
  /** When the draft was submitted again; left out until it is. */
  readonly answeredAt?: string;
}

/** The version that a draft became. */
export interface DraftPublication {
  readonly version: string;
  readonly by: StaffNumber;
  readonly at: string;
}

/** The most edits that are remembered; writers are remembered for ever. */
export const MOST_EDITS = 50;

/** The most meanings that are remembered of one draft. */
export const MOST_MEANINGS = 500;

/** The most comments of a draft. */
export const MOST_COMMENTS = 500;

/** The most characters of all comments of a draft together. */
export const MOST_COMMENTED = 100_000;

/** The most characters of a comment or a reason. */
export const MOST_CHARACTERS = 2000;

/** Edits whose texts are kept, so that whoever saves too late is shown what the other changed. */
const KEPT_TEXTS = 10;

/** The texts that a draft needs kept, by their sha256: of one whose life is over the last alone. */
export function textsOf({ textHash, edits, state }: Draft): readonly string[] {
  if (isClosed({ state })) return [textHash];
  return [...new Set([textHash, ...edits.slice(-KEPT_TEXTS).map((edit) => edit.textHash)])];
}

/** Whether a draft's life is over. */
export function isClosed({ state }: Pick<Draft, 'state'>): boolean {
  return state === 'published' || state === 'discarded';
}
