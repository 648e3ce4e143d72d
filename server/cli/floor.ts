import { floor } from '../usecases/floor.ts';
import type { CommandLine } from './program.ts';
import { dateFor, openBook } from './sources.ts';
import type { CommonOptions } from './workplace.ts';

/** `dixian floor CODE --date`: the JSON Schema that a county's override must meet. */
export const floorCommand: CommandLine<CommonOptions & { readonly date?: string }> = {
  name: 'floor',
  arguments: '<code>',
  help: 'helpFloor',
  options: [['--date <date>', 'helpDate']],
  async run(workplace, options, [code = '']) {
    const book = await openBook(workplace, options);
    const date = await dateFor(workplace, book, code, options);
    workplace.terminal.output.write(`${JSON.stringify(await floor(book, code, date), null, 2)}\n`);
    return 0;
  },
};
