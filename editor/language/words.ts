/** What is said in one language: each a text, or a function of what it tells. */
export type Words = Readonly<Record<string, string | ((...given: never[]) => string)>>;

/** The same in another language: the same keys, taking the same. */
type Likewise<En extends Words> = {
  readonly [Key in keyof En]: En[Key] extends (...given: infer Given) => string ? (...given: Given) => string : string;
};

/** The words of some pages in both languages. */
export interface BothLanguages<En extends Words> {
  readonly en: Likewise<En>;
  readonly zh: Likewise<En>;
}

/** Holds both languages to each other: a word that one of them lacks does not compile. */
export function inBoth<En extends Words>(en: En, zh: Likewise<En>): BothLanguages<En> {
  // The same texts and functions, only no longer seen as these very texts.
  return { en: en as unknown as Likewise<En>, zh };
}
