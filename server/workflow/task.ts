import type { StaffNumber } from './roles.ts';

/**
 * Why somebody has to look: `floorMoved`, the city overtook figures of the county; `versionSuspended`, what a scheduled
 * version stands on has moved.
 */
export type TaskKind = 'floorMoved' | 'versionSuspended';

/** Something that somebody has to look at; the row's id is made at random. */
export interface Task {
  /** Whose it is. */
  readonly jurisdiction: string;
  readonly kind: TaskKind;
  /** ISO 8601 instant, UTC. */
  readonly createdAt: string;
  /** The version of the jurisdiction that it is about. */
  readonly version: string;
  /** What made it: a publication or a change of one. */
  readonly cause: { readonly jurisdiction: string; readonly version: string };
  /** Who above all; all editors and reviewers of the jurisdiction where it is empty. */
  readonly for: readonly StaffNumber[];
  /** Ids of standards that are overtaken. */
  readonly standards: readonly string[];
  /** The id of a draft that was made ready for it; null where there is none. */
  readonly draft: string | null;
  readonly doneAt: string | null;
  readonly doneBy: StaffNumber | null;
}
