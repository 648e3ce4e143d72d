import { checkJson } from '../http/check-json.ts';
import { type CheckedRules, check } from '../usecases/check.ts';
import { sideOf } from '../usecases/compared/side.ts';
import { CHECK_SECONDS, checkSheet } from './check-words.ts';
import { deliver } from './deliver.ts';
import type { CommandLine } from './program.ts';
import { readSide } from './read-side.ts';
import { openBookOf } from './sources.ts';
import { forSeconds } from './time-limit.ts';
import type { ExitCode } from './workplace.ts';

const codes = { none: 0, found: 1, undecided: 3 } as const satisfies Record<CheckedRules['result'], ExitCode>;

/**
 * `dixian check FILE`: cliffs, rules that change nothing, claims that nobody pays, payments made twice or above the bill, and
 * where each cap begins to cut. Rules are named as a side of `dixian diff` is. 0: there is nothing; 1: something was found; 2:
 * it could not be done; 3: nothing was found, and not everything was looked at or proved.
 */
export const checkCommand: CommandLine = {
  name: 'check',
  arguments: '<rules>',
  help: 'helpCheck',
  async run(workplace, options, [rules = '']) {
    const solver = workplace.openSolver();
    try {
      const book = await openBookOf(workplace, options, [rules]);
      const side = await sideOf(book, rules, workplace.now(options.demo === true), readSide);
      const checked = await check(side, { solver, goOn: forSeconds(CHECK_SECONDS) });
      const ruleSet = side.rules.effective;
      const said =
        options.json === true ? checkJson(checked, ruleSet) : checkSheet(checked, ruleSet, options.lang).join('\n');
      await deliver(workplace.terminal, `${said}\n`, undefined);
      return codes[checked.result];
    } finally {
      await solver.close();
    }
  },
};
