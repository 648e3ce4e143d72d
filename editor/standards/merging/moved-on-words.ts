import type { MovedOn } from '../../api/moved-on.ts';
import type { Publication } from '../../api/published-versions.ts';
import { instantWords } from '../../shell/instant-words.ts';
import type { mergingWords } from './words.ts';

type Words = (typeof mergingWords)['zh'];

/**
 * What has been published meanwhile, in sentences.
 * @param isSubmitted whether since it was submitted, or since it was begun
 * @param who people as they are told, see `useWho`
 */
export function movedOnWords(
  { own, city }: MovedOn,
  isSubmitted: boolean,
  words: Words,
  who: (by: string) => string,
): string {
  const named = (versions: readonly Publication[]) =>
    versions
      .map(({ version, effective, publishedBy, publishedAt }) =>
        words.version(version, effective.from, who(publishedBy), instantWords(publishedAt)),
      )
      .join(words.listed);
  if (!isSubmitted) return words.sinceBegun(named(own));
  const said = [
    ...(own.length === 0 ? [] : [words.sinceSubmitted(named(own))]),
    ...(city.length === 0 ? [] : [words.sinceSubmittedCity(named(city))]),
  ];
  return said.length === 0 ? words.sinceSubmittedGone : said.join(' ');
}
