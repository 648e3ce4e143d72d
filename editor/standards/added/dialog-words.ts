import { inBoth } from '../../language/words.ts';

/** What all guided forms say. */
export const dialogWords = inBoth(
  {
    leaving: 'What you typed here is not in the draft yet. Drop it?',
    notTaken: 'still being filled in',
    notAFigure: (typed: string, example: string) =>
      `“${typed}” is not understood as a figure: write it like ${example}`,
    aboveAll: 'No share is above 100%',
    forExample: (example: string) => `such as ${example}`,
  },
  {
    leaving: '这里填写的内容还没有写入草稿，确定放弃吗？',
    notTaken: '还在填写',
    notAFigure: (typed, example) => `看不懂“${typed}”，请写成 ${example} 之类`,
    aboveAll: '比例不能超过 100%',
    forExample: (example) => `如 ${example}`,
  },
);
