import { expect, it } from 'vitest';
import { csvOf } from '../../editor/overview/csv.ts';

it('an overview as CSV has no cell that a spreadsheet takes for a formula, and leaves the others as they are', () => {
  const cells = ['=1', ' =1', '\t1', '\u200b=1', '\u200e@a', '＝1', '－1', '\u00a0+1', '\u0000=1'];
  expect(csvOf([cells])).toBe(`\u{feff}${cells.map((cell) => `"'${cell}"`).join()}\r\n`);
  expect(csvOf([['▲ 350,000 元', '80%', '"a"']])).toBe('\u{feff}"▲ 350,000 元","80%","""a"""\r\n');
});
