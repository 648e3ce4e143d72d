import type { Override, RuleSet } from '../../rulesets/language.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import type { Named } from '../../rulesets/resolve.ts';
import type { RuleBook } from '../rule-book.ts';

/**
 * A publication's document under its name, to be resolved.
 * @throws Refusal `ruleSetUnusable`
 */
export async function namedOf<Document extends RuleSet | Override>(
  book: RuleBook,
  record: PublicationRecord,
): Promise<Named<Document>> {
  const { jurisdiction, version, digest } = record;
  // A record says of which kind its text is, and callers ask by it.
  return { document: (await book.document(record)) as Document, name: { jurisdiction, version, digest } };
}
