import type { en } from './en.ts';

/** What the pages say in one language: each a text, or a function of what it tells. */
export type Words = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : string;
};
