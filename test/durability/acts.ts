import type { Act, RowChange } from '../../server/store/desk.ts';
import { draftOf } from '../store/drafts.ts';
import { entry } from '../store/publishing.ts';
import { taskOf } from '../store/tasks.ts';
import { cityText, publication } from '../store/texts.ts';

/** The text of the draft after the n-th act. */
export const draftText = (n: number) => `# 第 ${n} 次保存\n`;

/** The n-th act of a writer: a task is made, a draft saved, with every second another closed, and with every third a version published. */
export function actOf(n: number, draftRevision: number): Act {
  return {
    audit: [entry('act', { after: n })],
    rows: [
      { table: 'tasks', id: `${n}`, expects: 0, row: taskOf(`n${n}`) },
      { table: 'drafts', id: 'd', expects: draftRevision, row: draftOf(draftText(n)) },
      ...(n % 2 === 0 ? [closedBy(n)] : []),
    ],
    draftTexts: [draftText(n)],
    ...(n % 3 === 0 && { publications: [publication(cityText(n), `1.${n}.0`)] }),
  };
}

/** A draft that was given up: it is in the desk's file no more. */
function closedBy(n: number): RowChange {
  return { table: 'drafts', id: `c${n}`, expects: 0, row: draftOf(draftText(n), { state: 'discarded' }) };
}
