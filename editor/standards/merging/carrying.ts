import type { Draft } from '../../api/drafts.ts';
import { type Publication, readVersionText } from '../../api/published-versions.ts';
import type { Language } from '../../language/language.tsx';
import { readText } from '../text/read-text.ts';
import { type Difference, differencesOf, mergedText, type Whose } from './differences.ts';

/** What carrying a draft onto a version comes to. */
export interface Carrying {
  readonly onto: Publication;
  readonly differences: readonly Difference[];
  /** The version's text with what is carried. */
  readonly textBy: (choose: (difference: Difference) => Whose) => string;
}

/** A text of the three cannot be read. */
export class Unmergeable extends Error {}

/** Holds a draft's text, what it was begun from and a version that came since against each other. @throws Unmergeable */
export async function carryingOf(
  { jurisdiction, origin }: Pick<Draft, 'jurisdiction' | 'origin'>,
  text: string,
  onto: Publication,
  language: Language,
): Promise<Carrying> {
  const [base, theirs] = await Promise.all([
    origin.version === undefined ? null : readVersionText(jurisdiction, origin.version, language),
    readVersionText(jurisdiction, onto.version, language),
  ]);
  const [before, mine, now] = [
    base === null ? {} : readText(base)?.value,
    readText(text)?.value,
    readText(theirs)?.value,
  ];
  if (before === undefined || mine === undefined || now === undefined) throw new Unmergeable();
  const differences = differencesOf(before, mine, now);
  return { onto, differences, textBy: (choose) => mergedText(theirs, differences, choose) };
}
