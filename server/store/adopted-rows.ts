import { Refusal, refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { isVersion } from '../rulesets/version-form.ts';
import { brokenPublication } from '../workflow/invariants.ts';
import type { NewText } from './act-plan.ts';
import type { AdoptedVersion } from './desk.ts';
import { type Heading, headingOf, isPublishable } from './heading.ts';
import { type Ledger, type PublicationRow, versionKey } from './ledger.ts';

/**
 * The rows of versions that another store published: their numbers, dates and reviews stay as they are, and each is held to
 * what its text says.
 * @throws Refusal `importNotEmpty` where something has been published already; `recordContradicts` naming the version and
 *   what does not fit; what broken reviews are refused with
 */
export function adoptedRows(ledger: Ledger, adopted: readonly AdoptedVersion[]): readonly NewText<PublicationRow>[] {
  if (adopted.length === 0) return [];
  if (ledger.publications.length > 0) refuse('importNotEmpty', { versions: ledger.publications.length });
  const [taken, numbers] = [new Set<string>(), new Set<number>()];
  let last = 0;
  return adopted.map(({ record, text }) => {
    const contradiction = contradictionOf(record, headingOf(text));
    if (contradiction !== null) contradicts(record, contradiction);
    if (taken.has(versionKey(record))) contradicts(record, 'version');
    if (record.sequence <= last) contradicts(record, 'sequence');
    for (const { sequence } of [record, ...(record.events ?? [])]) {
      if (numbers.has(sequence)) contradicts(record, 'sequence');
      numbers.add(sequence);
    }
    taken.add(versionKey(record));
    last = record.sequence;
    return { row: { record, bytes: sha256(text) }, text };
  });
}

/** The field of a record that its text, or the order of things, does not bear out; null where all do. */
function contradictionOf(record: PublicationRecord, heading: ReturnType<typeof headingOf>): string | null {
  if (!isPublishable(heading)) return 'kind';
  const { effective, ...plain } = record;
  const same = (name: keyof Heading & keyof typeof plain) => heading[name] === plain[name];
  const named = (['kind', 'jurisdiction', 'digest', 'sample'] as const).find((name) => !same(name));
  if (named !== undefined) return named;
  if (heading.effective.from !== effective.from || heading.effective.to !== effective.to) return 'effective';
  if (!isVersion(record.version)) return 'version';
  const events = record.events ?? [];
  const rises = events.every(({ sequence }, index) => sequence > (events[index - 1] ?? record).sequence);
  const broken = brokenPublication(record);
  if (broken !== null) throw new Refusal([broken]);
  return rises ? null : 'events';
}

function contradicts({ jurisdiction, version }: PublicationRecord, field: string): never {
  return refuse('recordContradicts', { jurisdiction, version, field });
}
