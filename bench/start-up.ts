import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './rounds.ts';

/** Milliseconds from starting a command to its end, the middle of several; null where it fails. */
export function processTime(root: string, command: readonly string[], times: number): number | null {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
    taken.push(Number(process.hrtime.bigint() - start) / 1e6);
    if (status !== 0) return null;
  }
  return median(taken);
}

/** The command that reads the city's rules and settles one claim. */
export function evaluateCommand(root: string): readonly string[] {
  return [join(root, 'server/dixian.mjs'), 'evaluate', join(root, 'rules/371500/claims/inpatient-second-stay.json')];
}
