import { type Draft, isClosed, type Return } from './draft.ts';

/**
 * How a draft was last sent back, as long as it has not been submitted again: writing it anew, or carrying it onto another
 * version, answers nobody.
 * @returns null where it never was, where it has been submitted since, and where its life is over
 */
export function sentBack(draft: Draft): Return | null {
  if (draft.submission !== null || isClosed(draft)) return null;
  const last = draft.returns.at(-1);
  return last === undefined || last.answeredAt !== undefined ? null : last;
}
