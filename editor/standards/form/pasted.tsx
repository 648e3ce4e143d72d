import { useLanguage, useWords } from '../../language/language.tsx';
import type { CellsRead } from './cells.ts';
import { formWords } from './words.ts';

/** What became of cells that were pasted. */
export function Pasted({ read }: { readonly read: CellsRead }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const cells = read.notRead.map(({ row, column, text }) => words.cell(row, column, text));
  return (
    <p role="status" className={cells.length > 0 ? 'standards-wrong' : 'aside'}>
      {words.pasted(read.figures.filter((figure) => figure !== null).length)}
      {cells.length === 0 ? null : ` ${words.notPasted(cells.join(language === 'zh' ? '、' : ', '))}`}
    </p>
  );
}
