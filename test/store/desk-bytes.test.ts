import { describe, expect, it } from 'vitest';
import { deskBytes } from '../../server/store/desk-bytes.ts';
import { type DeskState, EMPTY_DESK } from '../../server/store/desk-file.ts';
import { taskOf } from './tasks.ts';

const textOf = (state: DeskState) => new TextDecoder().decode(deskBytes(state));

/** As the file has it: rows by own keys, whatever they are called. */
const written = ({ tables, ...state }: DeskState) =>
  JSON.stringify({
    ...state,
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, Object.fromEntries(rows)])),
  });

const rowsOf = (...ids: readonly string[]) =>
  new Map(ids.map((id, index) => [id, { revision: index + 1, row: taskOf(`冠县 ${id} "\u2028`) }]));

describe('a desk as it is written', () => {
  it('is JSON as it always was, whichever rows were written before', () => {
    expect(textOf(EMPTY_DESK)).toBe(written(EMPTY_DESK));
    const tasks = rowsOf('1', '__proto__', 'b"c', '县');
    const first: DeskState = { ...EMPTY_DESK, commit: 1, tables: { ...EMPTY_DESK.tables, tasks } };
    expect(textOf(first)).toBe(written(first));
    const one = tasks.get('1');
    const changed = new Map([
      ...tasks,
      ['1', { revision: 9, row: taskOf('another') }],
      ['more', { revision: 1, row: taskOf('x') }],
    ]);
    const second: DeskState = { ...first, commit: 2, tables: { ...first.tables, tasks: changed } };
    expect(textOf(second)).toBe(written(second));
    expect(textOf(second)).not.toContain(JSON.stringify(one));
    expect(textOf(first)).toBe(written(first));
  });
});
