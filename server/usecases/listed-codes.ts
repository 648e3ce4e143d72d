import type { JurisdictionRegistry } from '../domain/jurisdictions.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Jurisdictions } from '../rulesets/language.ts';
import type { Parsed } from '../rulesets/parse.ts';
import { checkedAlone } from '../rulesets/validate.ts';
import type { RuleBook } from './rule-book.ts';

/** The codes that there are, where the text that lists a city's is there; undefined where none is, and any code may be its county's. */
export type ListedCodes = ReadonlySet<string> | undefined;

/** The codes listed, by a registry of texts that somebody wrote. */
export function codesListed({ all, lookup }: JurisdictionRegistry, city: string): ListedCodes {
  return lookup(city) === null ? undefined : new Set(all.map(({ code }) => code));
}

/** The codes that the texts of kind Jurisdictions among some texts list; of one that is wrong, none. */
export function codesIn(texts: readonly { readonly parsed: Parsed }[]): ReadonlySet<string> {
  const lists = texts.filter(({ parsed: { document } }) => saysJurisdictions(document));
  const documents = lists.map(({ parsed }) => checkedAlone(parsed).document as Jurisdictions | null);
  return new Set(documents.flatMap((one) => one?.jurisdictions ?? []).map(({ code }) => code));
}

/**
 * The codes listed where a text is checked beside others: by those, and where none of them lists its city, by what is published.
 * @param given the {@link codesIn} those texts
 * @param book what is published; null where nothing of it was needed, since the city's text is given as well
 */
export async function codesBeside(
  city: string,
  given: ReadonlySet<string>,
  book: Promise<RuleBook> | null,
): Promise<ListedCodes> {
  if (given.has(city)) return given;
  if (book === null) return undefined;
  try {
    return codesListed(await (await book).listed(), city);
  } catch (error) {
    // What cannot be opened or read is told by whoever needs it.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function saysJurisdictions(document: unknown): boolean {
  return (document as Partial<Jurisdictions> | null | undefined)?.kind === 'Jurisdictions';
}
