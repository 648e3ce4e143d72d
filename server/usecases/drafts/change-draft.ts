import type { Act as Permission } from '../../access/acts.ts';
import { HIDDEN } from '../../access/allowed.ts';
import type { Identity } from '../../access/identify.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import type { Act, Held, RowChange } from '../../store/desk.ts';
import type { AuditValue } from '../../workflow/audit-entry.ts';
import type { Draft } from '../../workflow/draft.ts';
import type { Role } from '../../workflow/roles.ts';
import { isDraft, type Step } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { atOneInstant } from '../office/one-instant.ts';
import { entryOf, type Performer, performerOf, roleFor } from '../office/performer.ts';

/** A draft as answers tell of it. */
export type HeldDraft = Held<Draft>;

/** Who wants to change which draft, and what they looked at. */
export interface DraftChange {
  readonly identity: Identity;
  readonly id: string;
  /** The revision that the change was made upon; null where it does not matter. */
  readonly revision: number | null;
  /** Keeps the answer together with the act; see `KeptAnswer`. */
  readonly keep?: Keep;
}

/** What is to be written beside a draft that has been changed, such as the answer to a request that may come again. */
export type Keep = (draft: HeldDraft) => readonly RowChange[];

/** What a change comes to: the draft's next row, and what goes with it. */
export interface Decision extends Partial<Pick<Act, 'draftTexts' | 'publications' | 'versionChanges' | 'sequence'>> {
  readonly step: Step;
  /** What was done, for the audit trail. */
  readonly act: string;
  readonly before?: AuditValue;
  readonly after?: AuditValue;
  readonly reason?: string;
  /** Further lines and rows: what follows from it elsewhere. */
  readonly more?: { readonly audit: Act['audit'][number][]; readonly rows: readonly RowChange[] };
}

/** What a decision is made upon. */
export interface Ground {
  /** With a clock that stands at the act's instant. */
  readonly office: Office;
  readonly held: HeldDraft;
  readonly performer: Performer;
  readonly role: Role;
}

/**
 * A draft, for those who may know of it.
 * @throws Refusal `hidden` where there is none, or it is another jurisdiction's
 */
export async function draftFor(office: Office, performer: Performer, id: string): Promise<HeldDraft> {
  const held = await office.desk.row('drafts', id);
  if (held === null) throw new Refusal([HIDDEN]);
  await roleFor(office, performer, 'draft.read', held.row.jurisdiction);
  return held;
}

/**
 * Changes a draft: by somebody who may, in a state that allows it, upon the revision that they looked at; all in one act, at one
 * instant. Where somebody else's act comes between reading and writing, it is decided anew on what stands then.
 *
 * Whether the state allows it comes first, and whether it has moved on second (RFC 9110 13.2.1).
 * @throws Refusal `personNeeded`, `hidden`, `roleMayNot`; why the step cannot be taken; `draftMoved` where the draft is not the
 *   one that was looked at; what the store refuses
 */
export function changeDraft(
  given: Office,
  { identity, id, revision, keep }: DraftChange,
  permission: Permission,
  decide: (ground: Ground) => Decision | Promise<Decision>,
): Promise<HeldDraft> {
  return atOneInstant(given, async (office) => {
    const performer = await performerOf(office, identity);
    const held = await draftFor(office, performer, id);
    const role = await roleFor(office, performer, permission, held.row.jurisdiction);
    const decision = await decide({ office, held, performer, role });
    const { step, act, before, after, reason, more, ...rest } = decision;
    if (!isDraft(step)) throw new Refusal([step]);
    if (revision !== null && revision !== held.revision) refuseMoved(held);
    const last = { by: performer.staffNumber, at: office.now().toISOString(), act };
    const changed: HeldDraft = { id, revision: held.revision + 1, row: { ...step, last } };
    const on = { kind: 'drafts', id, jurisdiction: step.jurisdiction };
    const what = { act, on, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    await office.desk.act({
      ...rest,
      audit: [
        entryOf(office, performer, role, { ...what, ...(reason !== undefined && { reason }) }),
        ...(more?.audit ?? []),
      ],
      looked: performer.looked,
      rows: [
        { table: 'drafts', id, expects: held.revision, row: changed.row },
        ...(more?.rows ?? []),
        ...(keep?.(changed) ?? []),
      ],
    });
    return changed;
  });
}

function refuseMoved({ revision, row }: HeldDraft): never {
  return refuse('draftMoved', { revision, ...row.last });
}
