import type { Identity } from '../../access/identify.ts';
import { shanghaiDate } from '../../domain/dates.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { byVersion } from '../../rulesets/in-force.ts';
import { withEvent } from '../../rulesets/moved-ground.ts';
import { MOST_FILE_BYTES } from '../../rulesets/parse.ts';
import type { PublicationEvent, PublicationRecord } from '../../rulesets/publication.ts';
import { type Standing, standingOf } from '../../rulesets/standing.ts';
import { neededApprovals } from '../../workflow/needed-approvals.ts';
import type { Role } from '../../workflow/roles.ts';
import { proofGates } from '../drafts/gates/proof.ts';
import type { Office } from '../office/office.ts';
import { atOneInstant } from '../office/one-instant.ts';
import { entryOf, type Performer, performerOf, roleFor } from '../office/performer.ts';
import { suspensionsBy, taskRows } from '../office/suspensions.ts';

/** Something that people do to a version before its first day. */
export type VersionStep = 'suspend' | 'resume' | 'revoke';

const becomes = { suspend: 'suspended', resume: 'resumed', revoke: 'revoked' } as const satisfies Record<
  VersionStep,
  PublicationEvent['kind']
>;

/** How a version must stand for a step. */
const from: Readonly<Record<VersionStep, readonly Standing[]>> = {
  suspend: ['standing'],
  resume: ['suspended'],
  revoke: ['standing', 'suspended'],
};

/** Who does what to which version, and why. */
export interface VersionAsked {
  readonly identity: Identity;
  readonly jurisdiction: string;
  readonly version: string;
  readonly reason: string;
}

/**
 * Sets a version aside before its first day, puts it back, or takes it back for good. Putting it back holds its text to the
 * ground that it has now, and is not for those who wrote it. Versions of others whose ground this moves are set aside too.
 * @returns the version as it was, and how it stands now
 * @throws Refusal `personNeeded`, `hidden`, `roleMayNot`; `versionUnknown`, `versionBegun`, `versionStanding`,
 *   `selfResumption`; `approvalMissing` where the city has to put it back; `groundMoved` with what is wrong with the text now; what the store refuses
 */
export function changeVersion(
  given: Office,
  step: VersionStep,
  { identity, jurisdiction: code, version: number, reason }: VersionAsked,
): Promise<{ readonly record: PublicationRecord; readonly standing: Standing }> {
  return atOneInstant(given, async (office) => {
    const performer = await performerOf(office, identity);
    const { sequence } = office.desk;
    const records = office.book.records();
    const place = await office.book.placeOf(code);
    const role = await roleFor(office, performer, `version.${step}`, code);
    const record =
      byVersion(records, place.own ?? place.city, number) ?? refuse('versionUnknown', { code, version: number });
    const { jurisdiction, version, digest } = record;
    const standing = standingOf(record);
    if (!from[step].includes(standing)) refuse('versionStanding', { standing, version });
    const today = shanghaiDate(office.now());
    if (record.effective.from <= today) refuse('versionBegun', { version, from: record.effective.from });
    if (step === 'resume') await checkResumption(office, performer, role, record);
    const at = office.now().toISOString();
    const event = { kind: becomes[step], at, by: performer.staffNumber, as: role, reason };
    const after = withEvent(records, record, { ...event, sequence: sequence + 1 });
    const others = await suspensionsBy(office, records, after, record);
    const on = { kind: 'ruleSet', id: `${jurisdiction}@${version}`, jurisdiction };
    const what = { before: { standing, digest }, after: { standing: event.kind }, reason };
    await office.desk.act({
      audit: [entryOf(office, performer, role, { act: `version.${event.kind}`, on, ...what }), ...others.audit],
      looked: performer.looked,
      versionChanges: [{ jurisdiction, version, ...event }, ...others.versionChanges],
      rows: taskRows(office, others.tasks),
      sequence,
    });
    return { record, standing: step === 'resume' ? 'standing' : becomes[step] } as const;
  });
}

/**
 * What the city set aside the city alone puts back. Who wrote it does not decide alone that it may stand on other ground than was reviewed; and where it goes against the city's
 * advice on that ground, or waives a product, the city decides, as of a draft.
 */
async function checkResumption(
  office: Office,
  { staffNumber }: Performer,
  role: Role,
  record: PublicationRecord,
): Promise<void> {
  if (record.review?.writers.includes(staffNumber)) refuse('selfResumption', { by: staffNumber });
  // What the city set aside, a county does not put back by itself.
  if (role !== 'cityReviewer' && record.events?.at(-1)?.as === 'cityReviewer')
    refuse('approvalMissing', { as: 'cityReviewer' });
  const { kind, digest } = record;
  const text = await office.book.text(record);
  const today = shanghaiDate(office.now());
  const asked = { text, jurisdiction: record.jurisdiction, kind, maxBytes: MOST_FILE_BYTES, today, published: true };
  const { findings, found } = await office.texts.examine(asked);
  if (found === null)
    throw new Refusal(
      findings.filter(({ severity }) => severity === 'error'),
      'groundMoved',
    );
  // What it was reviewed on was proved, or the city knew that it was not.
  const moved = found.bases.filter((base) => base.digest !== record.review?.baseDigest);
  if (kind !== 'Override' || moved.length === 0) return;
  if (role !== 'cityReviewer' && neededApprovals({ kind, ...found }).some(({ as }) => as === 'cityReviewer'))
    refuse('approvalMissing', { as: 'cityReviewer' });
  const proofs = await office.texts.prove(`${record.jurisdiction}@${record.version}`, asked);
  const closed = proofGates(digest, moved, proofs).find(({ passed }) => !passed);
  if (closed !== undefined) refuse('groundMoved', { gate: closed.gate, digest: closed.baseDigest ?? '' });
}
