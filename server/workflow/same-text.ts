import type { PublicationRecord } from '../rulesets/publication.ts';
import type { Draft } from './draft.ts';
import type { StaffNumber } from './roles.ts';

/** A published text, as far as drafts are held to it. */
export interface PublishedText {
  readonly record: PublicationRecord;
  /** sha256 over its bytes. */
  readonly bytes: string;
}

/**
 * Who else has a part in a draft's text: by way of a copy nobody looks at what they wrote themselves. They are the writers of
 *
 * - other drafts that have had a text which this one has or had, byte for byte, or one that means what this one puts forward:
 *   saved or put forward there, and whatever became of it;
 * - versions that mean what this one puts forward.
 *
 * What a draft begins with is written by nobody there, and what has been published is everybody's ground: of such texts only the
 * one that is put forward counts. A text that was changed before it was first saved is another one.
 * @param drafts all drafts by their ids, the draft itself among them or not
 * @returns each once, without the draft's own writers
 */
export function othersWhoWrote(
  id: string,
  draft: Draft,
  drafts: Iterable<readonly [string, { readonly row: Draft }]>,
  published: readonly PublishedText[],
): readonly StaffNumber[] {
  const own = textsWritten(draft);
  const meaning = draft.submission?.documentDigest ?? null;
  const found = new Set<StaffNumber>();
  const add = (writers: readonly StaffNumber[]) => {
    for (const writer of writers) if (!draft.writers.includes(writer)) found.add(writer);
  };
  const isGround = (hash: string) => hash !== draft.textHash && published.some(({ bytes }) => bytes === hash);
  const isShared = (hash: string) => own.has(hash) && !isGround(hash);
  for (const [other, { row }] of drafts) {
    if (other === id) continue;
    if (hasWritten(row, isShared) || (meaning !== null && hasMeant(row, meaning))) add(row.writers);
  }
  for (const { record } of published) {
    const { digest, review } = record;
    if (digest === meaning && review !== undefined) add([...review.writers, review.submittedBy]);
  }
  return [...found];
}

/** Texts that somebody wrote there, by their sha256: without the one that it began with. */
function textsWritten(draft: Draft): ReadonlySet<string> {
  const texts = new Set([draft.textHash, ...draft.edits.map(({ textHash }) => textHash)]);
  texts.delete(beginningOf(draft) ?? '');
  return texts;
}

/** The same asked of each draft there is, which must not cost a set for each. */
function hasWritten(draft: Draft, isAsked: (hash: string) => boolean): boolean {
  const begun = beginningOf(draft);
  const wrote = (hash: string) => hash !== begun && isAsked(hash);
  return wrote(draft.textHash) || draft.edits.some(({ textHash }) => wrote(textHash));
}

function beginningOf({ edits: [first] }: Draft): string | null {
  return first?.revision === 1 ? first.textHash : null;
}

/** Drafts of before meanings were kept tell of what is put forward, and of what was sent back. */
function hasMeant({ meanings = [], submission, returns }: Draft, meaning: string): boolean {
  return (
    meanings.includes(meaning) ||
    submission?.documentDigest === meaning ||
    returns.some(({ digest }) => digest === meaning)
  );
}
