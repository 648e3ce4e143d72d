/** The most characters that the service takes of a draft's own reason, in each language. */
export const MOST_OF_REASON = 400;

/** The most characters that the service takes of what is said when a draft is submitted. */
export const MOST_OF_SUBMISSION = 2000;

/** How many characters a text has as the service counts them: each once, also one of two UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}
